import { isAmendment } from '../versions/read-amendments.ts';
import { readVersionDate, type SplitText } from './split-articles.ts';
import { sectionsOf } from './split-document.ts';

/** A decision is named near the top of its paper, below the order that makes it public. */
const TOP = 15;
const ADOPTED = /^[（(]|[）)]$/;

/** The title of a decision of amendment, and the line on which what stands above its words ends. */
export function decisionHead(lines: readonly string[]): { title: string; end: number } | undefined {
  for (let at = 0; at < Math.min(TOP, lines.length); at++) {
    const line = plain(lines[at]!);
    const named = /《((?:[^《》]|《[^《》]*》)+的决定)》.*(?:通过|公布)/.exec(line)?.[1];
    if (named && isAmendment(named)) return { title: named, end: headEnd(lines, at + 1) };
    if (/[。；]/.test(line) || /^[一1]、/.test(line)) return undefined;
    const two = /关于/.test(line) ? line : plain(lines[at - 1] ?? '') + line;
    const whole = [line, two].find((one) => isAmendment(one) && !/[。；，]/.test(one));
    if (whole && /关于(?:修改|修订|修正)/.test(whole)) return { title: whole, end: headEnd(lines, at + 1) };
  }
  return undefined;
}

/** Past the lines in brackets under the title. */
function headEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 4 && ADOPTED.test(lines[at]!) && !lines[at]!.includes('。')) at++;
  return at;
}

/** A decision of amendment (修改决定) with its sections; `undefined` where the paper is none. */
export function splitDecision(lines: readonly string[]): (SplitText & { head: string[] }) | undefined {
  const found = decisionHead(lines);
  if (!found) return undefined;
  const head = lines.slice(0, found.end);
  return {
    title: found.title,
    versionDate: readVersionDate(head),
    articles: sectionsOf(lines.slice(found.end)),
    head,
  };
}

function plain(line: string): string {
  return line.replace(/[\s　]/g, '');
}
