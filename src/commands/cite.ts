import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { addLibraryLaws } from '../corpus/add-library-laws.ts';
import { type ResolvedCitation, resolveCitations } from '../corpus/citations/resolve-citations.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { AppError } from '../errors.ts';
import { isDay, today } from '../law/dates.ts';
import { openLaws } from './open-laws.ts';
import { printResult, writeAll } from './print.ts';
import { readDocument } from './read-document.ts';
import { jsonLines } from './read-input.ts';
import { wrongUsage } from './usage-words.ts';

/** `mingcai cite TEXT|FILE` and `mingcai cite --batch FILE`. */
export function citeCommand(program: Command): void {
  program
    .command('cite')
    .argument('[text]', '文字或文件，- 为标准输入 (text or file, - for standard input)')
    .option('--batch <file>', '每行一个 {"id","text","asOf"?} (JSON lines)')
    .option('--as-of <date>', '按哪一天核对 (as of which day)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('找出并核对文字中的每一处法条引用 Resolve every citation in a text')
    .action(async (text: string | undefined, options: { batch?: string; asOf?: string; json?: boolean }) => {
      if (!text && !options.batch)
        wrongUsage(program, '请给出文字或文件，或用 --batch 指定文件，请用 --help 查看用法。');
      const day = options.asOf ?? today();
      if (!isDay(day)) throw new AppError('invalid-input', '--as-of 应为存在的日期，写作 YYYY-MM-DD。');
      const library = await openLaws(readConfig());
      const bundled = loadReferenceBook();
      const book = library ? addLibraryLaws(bundled, library.laws, library.lists) : bundled;
      const mark = library ? {} : { library: 'bundled-only' };
      if (options.batch) {
        let number = 0;
        let open = 0;
        for (const line of jsonLines(options.batch)) {
          number += 1;
          const { id, text: content, asOf = day } = line;
          if (typeof content !== 'string' || typeof asOf !== 'string' || !isDay(asOf)) {
            throw new AppError(
              'invalid-input',
              `“${options.batch}”第 ${number} 个对象应为 {"id","text"}，asOf 应为存在的日期，写作 YYYY-MM-DD；请改正后重试。`,
            );
          }
          const citations = resolveCitations(content, book, asOf);
          if (!library) open += citations.filter(isOpen).length;
          writeAll(1, `${JSON.stringify({ id, citations, ...mark })}\n`);
        }
        if (open > 0) refuse(open);
        return;
      }
      const content = isPath(text!) ? await readDocument(text!) : text!;
      const citations = resolveCitations(content, book, day);
      const open = library ? 0 : citations.filter(isOpen).length;
      if (open > 0) refuse(open);
      printResult(options, { citations, ...mark }, () =>
        citations.length === 0
          ? '没有找到法条引用。'
          : citations
              .map((one) => `${wordsOf(one)}  ${one.quote}${one.current ? `（现为 ${one.current}）` : ''}`)
              .join('\n'),
      );
    });
}

/** Named, and not in the bundle: the library may know it. */
function isOpen({ state, law }: ResolvedCitation): boolean {
  return state === 'unknown-law' && law !== '';
}

/** To say that a law is unknown, one must have looked. */
function refuse(count: number): never {
  throw new AppError(
    'unavailable',
    `有 ${count} 处引用不在随附的法规之中，而法规库未能打开（原因见上一条提示），没有查到；请排除后重试。`,
  );
}

/** What exists, and what only a file is called: a mistyped path must not pass for a text without citations. */
function isPath(text: string): boolean {
  return (
    text === '-' || existsSync(text) || /^[^\s《》“”]+\.(txt|md|docx?|pdf|html?|json|jsonl)$/i.test(text)
  );
}

function wordsOf({ state, heldFrom, effectiveKnown }: ResolvedCitation): string {
  if (heldFrom) return `? 库中没有这部规范当时的文本（最早的一版自 ${heldFrom} 起施行）`;
  const words = STATES[state] ?? state;
  return effectiveKnown === false ? `${words}（这一版的施行日不明，按通过之日计）` : words;
}

const STATES: Record<string, string> = {
  'in-force': '✓ 有效',
  superseded: '✕ 已被修改或废止',
  'not-yet-in-force': '✕ 尚未施行',
  'no-such-article': '✕ 没有这一条款项',
  'unknown-law': '? 库中没有这部规范',
};
