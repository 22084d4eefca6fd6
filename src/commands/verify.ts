import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import { verifyFile } from '../signing/verify-file.ts';
import type { Verification } from '../signing/verify-package.ts';
import { printResult } from './print.ts';

/** `mingcai verify`: a signed package or a ledger export, offline, with no database. */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .argument('<file>', '签署包或台账导出文件 (signed package or ledger export)')
    .option('--key <fingerprint>', '只信任这一公钥指纹 (trust only this key)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('离线核验签署包或台账 Verify offline')
    .action(async (path: string, options: { key?: string; json?: boolean }) => {
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        throw new AppError(
          'not-found',
          `读不到“${path}”（${(error as NodeJS.ErrnoException).code}），请检查路径。`,
        );
      }
      const result = await verifyFile(bytes, options.key === undefined ? {} : { trustedKey: options.key });
      printResult(options, result, () =>
        [
          ...result.checks.map((check) => {
            const detail =
              check.ok || check.found === undefined
                ? ''
                : `：应为 ${check.expected ?? '—'}，实为 ${check.found}`;
            return `${check.ok ? '✓' : '✕'} ${check.name}${detail}`;
          }),
          result.ok
            ? `核验通过。${whoseKey(result, options.key)}`
            : '核验不通过：文件已被改动或不完整，不得使用。',
        ].join('\n'),
      );
      if (!result.ok) process.exitCode = 1;
    });
}

/** Without a trusted key, unchanged is all that is proved: whose key it was is for a person to compare. */
function whoseKey({ checks }: Verification, key: string | undefined): string {
  const found = checks.find((check) => check.name === '签名')?.found;
  if (!found || key !== undefined) return '';
  return `${found}；请与机关公布的指纹比对，或用 --key 指定。`;
}
