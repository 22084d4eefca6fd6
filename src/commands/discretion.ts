import { basename } from 'node:path';
import type { Command } from 'commander';
import type { CaseFile } from '../cases/case-file.ts';
import { readConfig } from '../config.ts';
import { pastCases } from '../corpus/past-cases.ts';
import { caseOfFacts } from '../discretion/case-of-facts.ts';
import { findTier } from '../discretion/find-tier.ts';
import { likeCases } from '../discretion/like-cases.ts';
import { refuseUnknownFacts } from '../discretion/refuse-unknown-facts.ts';
import { toDiscretionJson } from '../discretion/to-discretion-json.ts';
import { AppError } from '../errors.ts';
import { jsonFault } from '../files/json-fault.ts';
import { today } from '../law/dates.ts';
import { penaltyCaseAt } from './case-at.ts';
import { discretionText } from './discretion-text.ts';
import { openBook } from './open-book.ts';
import { printResult } from './print.ts';
import { readTextFile } from './read-input.ts';

interface Options {
  json?: boolean;
  benchmark?: string;
  facts?: string;
}

/** `mingcai discretion`: tier and range, every step shown, for a case or for facts under one item of a table. */
export function discretionCommand(program: Command): void {
  program
    .command('discretion')
    .argument('[case]', '案件文件 JSON，或者放材料的案卷文件夹、压缩包；- 为标准输入 (case file or dossier)')
    .option('--benchmark <id>', '裁量基准事项的编号，与 --facts 并用 (item of a benchmark)')
    .option(
      '--facts <file>',
      '事实 JSON：{"on": 行为日, "party": "unit", "factors": {…}, "amounts": {…}} (facts)',
    )
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('裁量阶次与幅度，逐步列出 Tier and range, with every step')
    .action(async (path: string | undefined, options: Options) => {
      const { file, book } = await given(path, options);
      const tier = findTier({ file, book, ...(file.decision ? {} : { decidedOn: today() }) });
      const likes = likeCases(file, pastCases(), { limit: 10, ...(tier.item ? { item: tier.item } : {}) });
      printResult(options, toDiscretionJson(tier, likes), () => discretionText(file, tier, likes));
    });
}

async function given(path: string | undefined, { benchmark, facts }: Options) {
  if (!benchmark && !facts) {
    if (!path) throw new AppError('invalid-input', '请给出案件文件，或者并用 --benchmark 和 --facts。');
    const file: CaseFile = await penaltyCaseAt(path);
    return { file, book: await openBook(readConfig()) };
  }
  if (path) throw new AppError('invalid-input', '案件文件与 --benchmark、--facts 只能用一种。');
  if (!benchmark || !facts) throw new AppError('invalid-input', '--benchmark 和 --facts 须并用。');
  const book = await openBook(readConfig());
  const file = caseOfFacts(benchmark, factsIn(facts), book);
  refuseUnknownFacts(file, book);
  return { file, book };
}

function factsIn(path: string): unknown {
  const text = readTextFile(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      'invalid-input',
      `“${basename(path)}”不是 JSON：${jsonFault(text, error)}。应为 {"factors": {…}, "amounts": {…}}。`,
    );
  }
}
