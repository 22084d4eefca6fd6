/** 页码 as papers print them: — 3 —, - 3 -, 第3页 共10页, 3/10, or a bare number at an edge of the page. */
const PAGE_NUMBER =
  /^(?:[—–―－-]{1,3}\s*\d{1,4}\s*[—–―－-]{1,3}|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|·\s*\d{1,4}\s*·)$/;
const BARE_NUMBER = /^\d{1,4}$/;
/** A running head stands at the edge of that many pages, or of all of them where there are fewer. */
const RUNNING = 3;
/** Markdown that came along: headings, bold. */
const MARKS = /^#{1,6}\s+|\*\*/g;
/** A new unit of a norm begins here, so the line before it was complete. */
const BEGINS =
  /^(?:第\s*[零〇一二三四五六七八九十百千\d\s]{1,12}\s*(?:编|分编|章|节|条)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|附\s*[件则]|目\s*录|[-—–])/;
/** The first article or section: what stands above is a heading, line by line. */
const FIRST = /^(?:第\s*[一1]\s*条|一、)/;
const ENDS = /[。；：！？!?;:”’"'》〉）)】]$/;
/** Shorter lines are headings, signatures and cells, not the torn end of a sentence. */
const TORN_FROM = 14;
/** So many single blanks between Han signs, and the blanks are the scanner's, not the writer's. */
const SPREAD = 4;
const HAN = '[\\p{sc=Han}〇，。；：、“”（）《》]';
const BLANK_BETWEEN = new RegExp(`(?<=${HAN})[ 　](?=${HAN})`, 'gu');

/**
 * The lines of a norm without what printing and scanning did to them: page numbers and running heads go, sentences that
 * a page or a line broke are whole again, Latin signs in full width are in half width, blanks between the signs of a word
 * go. `pages` are the texts of its pages, one for a format without. No words are added or changed.
 */
export function cleanLines(pages: readonly string[]): string[] {
  const parts = pages.map((page) => linesOf(page));
  const running = runningHeads(parts);
  const lines = parts.flatMap((page) =>
    page.filter((line, at) => {
      if (PAGE_NUMBER.test(line)) return false;
      const atEdge = at < 2 || at >= page.length - 2;
      if (!atEdge || pages.length === 1) return true;
      return !(BARE_NUMBER.test(line) || running.has(withoutDigits(line)));
    }),
  );
  return joinTorn(lines);
}

function linesOf(page: string): string[] {
  return page
    .replace(/\r\n?|\u2028|\u0085|\f|\v/g, '\n')
    .split('\n')
    .map((line) => plainLine(line))
    .filter(Boolean);
}

function plainLine(line: string): string {
  const narrow = line
    .replace(/[！-～]/g, (sign) => (/[０-９Ａ-Ｚａ-ｚ．％／]/.test(sign) ? toHalf(sign) : sign))
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(MARKS, '')
    .replace(/^[\s　]+|[\s　]+$/g, '');
  const blanks = narrow.match(BLANK_BETWEEN)?.length ?? 0;
  if (blanks < SPREAD || blanks * 4 < narrow.length) return narrow;
  return narrow.replace(/(?<=\S)[ 　](?=\S)/g, '').replace(/^(第[^条]{1,8}条)(?=\S)/, '$1　');
}

const toHalf = (sign: string): string => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0);
const withoutDigits = (line: string): string => line.replace(/\d+/g, '#');

function runningHeads(pages: readonly string[][]): Set<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const edge = new Set([...page.slice(0, 2), ...page.slice(-2)].map(withoutDigits));
    for (const line of edge)
      if (!ENDS.test(line) || line.length < 30) seen.set(line, (seen.get(line) ?? 0) + 1);
  }
  const least = Math.min(RUNNING, Math.max(2, pages.length));
  return new Set([...seen].filter(([, count]) => count >= least).map(([line]) => line));
}

/** A long line without an end, followed by one that begins nothing new, was one sentence with it. */
function joinTorn(lines: readonly string[]): string[] {
  const joined: string[] = [];
  const body = lines.findIndex(
    (line) => FIRST.test(line) || (/[。：]/.test(line) && line.length >= TORN_FROM),
  );
  let torn = false;
  for (const [at, line] of lines.entries()) {
    if (torn && !BEGINS.test(line)) joined[joined.length - 1] += line;
    else joined.push(line);
    const last = joined.at(-1)!;
    torn = body >= 0 && at >= body && last.length >= TORN_FROM && !ENDS.test(last) && !isHeading(last);
  }
  return joined;
}

function isHeading(last: string): boolean {
  return (
    /^第\s*[零〇一二三四五六七八九十百\d]{1,6}\s*(?:编|分编|章|节)/.test(last) ||
    (BEGINS.test(last) && !/^第/.test(last) && last.length <= 40 && !/[，,。；]/.test(last)) ||
    (/(?:通知|方案|办法|规定|细则|意见|决定|规则|条例|制度|公告|批复|目录|清单|基准|法)$/.test(last) &&
      !/[，。；]/.test(last)) ||
    /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发)?$/.test(last)
  );
}
