import { articleNumber } from '../article-number.ts';
import { ARTICLE, DIVISION } from './split-articles.ts';
import { decisionHead } from './split-decision.ts';

/** A norm of a file with its lines, or the articles of an annex that bears no name of its own. */
export type NormPart = { lines: string[]; title?: string } | { annex: string[] };

/** 附件, 附件2：某某规定, 附录, 附：. */
const ANNEX = /^附\s*(?:件|录|则)?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[：:]\s*(.*))?$/;
const CONTENTS = /^目\s*[录次]$/;
/** （2020年1月1日…通过）, which may go on over several lines. */
const ADOPTED =
  /^[（(]\s*(?:[\d〇零○一二三四五六七八九十]{4}\s*年|根据).*|.*(?:通过|公布|发布|修正|修订)\s*[）)]$/;
const TITLE =
  /(?:法|法典|条例|规定|办法|细则|规则|规程|准则|守则|章程|制度|解释|决定|意见|通知|方案|标准|目录|清单|基准|公约|协定)(?:[（(][^（）()]{1,10}[）)])?$/;
/** The upper line of a title broken in two. */
const TITLE_BEGINS =
  /^(?:关于|中华人民共和国|国务院|最高人民(?:法院|检察院)|\p{sc=Han}{2,12}(?:省|市|县|区|州|部|局|厅|委员会))/u;
const MARKS = /[。；：，“”]/;
const MAX_TITLE = 60;

/**
 * Cuts the lines of a file where the numbers of articles start anew: an annexed norm, or one printed below another (a decision
 * of amendment and the text it makes). A part with a title above its 第一条 is a norm of its own; one without is an annex.
 */
export function cutNorms(lines: readonly string[]): NormPart[] {
  const starts = lines.flatMap((line, at) => (isFirstArticle(line) ? [at] : []));
  const decision = decisionHead(lines) !== undefined;
  const parts: NormPart[] = [];
  let from = 0;
  let title: string | undefined;
  let annex = false;
  const close = (to: number) => {
    const part = lines.slice(from, to);
    if (annex) parts.push({ annex: part });
    else parts.push({ lines: part, ...(title ? { title } : {}) });
  };
  for (const start of decision ? starts : starts.slice(1)) {
    const head = headAbove(lines, start, from + 1);
    // What a decision words anew can stand in it line by line.
    if (decision && from === 0 && head.title === undefined) continue;
    close(head.from);
    from = head.from;
    title = head.title;
    annex = head.title === undefined;
  }
  close(lines.length);
  return parts;
}

function isFirstArticle(line: string): boolean {
  const heading = ARTICLE.exec(line);
  return heading !== null && articleNumber(heading[1]!.replace(/\s/g, '')) === '1';
}

/** Where the heading above a 第一条 begins, and the title in it. */
function headAbove(lines: readonly string[], start: number, least: number): { from: number; title?: string } {
  let from = start;
  let titled = -1;
  let titleEnd = -1;
  while (from > least) {
    const line = lines[from - 1]!;
    const above = titled >= 0 && titled === from && TITLE_BEGINS.test(line) && isTitleLike(line);
    if (titled >= 0 && !above && !ANNEX.test(line)) break;
    if (above || (isTitleLike(line) && TITLE.test(line))) {
      titled = from - 1;
      if (titleEnd < 0) titleEnd = from;
    } else if (!isOfHead(line)) break;
    from--;
    if (ANNEX.test(line)) break;
  }
  const named = lines
    .slice(from, start)
    .flatMap((line) => ANNEX.exec(line)?.[1]?.trim() ?? [])
    .find((rest) => TITLE.test(rest) && !MARKS.test(rest));
  if (titled < 0 && named === undefined) return { from: marked(lines, from, start) ? from : start };
  const read = titled < 0 ? named! : lines.slice(titled, titleEnd).join('');
  return { from, title: read.replace(/[\s　]/g, '') };
}

function marked(lines: readonly string[], from: number, start: number): boolean {
  return lines.slice(from, start).some((line) => ANNEX.test(line));
}

function isTitleLike(line: string): boolean {
  return line.length <= MAX_TITLE && !MARKS.test(line) && !ARTICLE.test(line) && !/^[（(]/.test(line);
}

function isOfHead(line: string): boolean {
  return ANNEX.test(line) || CONTENTS.test(line) || DIVISION.test(line) || ADOPTED.test(line);
}
