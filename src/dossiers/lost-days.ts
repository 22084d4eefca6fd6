import type { PaperKind } from '../cases/paper-kinds.ts';
import { dateFaults } from '../law/date-faults.ts';
import type { Paper, Span } from './paper.ts';
import type { Reader } from './reader.ts';

/** A day in a paper that no calendar has, so that the fact it was to state is lost. */
export interface LostDay extends Span {
  /** The paper's id. */
  paper: string;
  /** The keyed path of the fact, where a reader would take one from these words. */
  path?: string;
}

/** Papers of others, whose dates stand as they were written. */
const FOREIGN: PaperKind[] = ['documentary-evidence', 'photograph', 'recording', 'source'];

/**
 * 2月30日, 13月: days of a paper that do not exist, each with the fact that readers take from its place once a day stands
 * there that does. `paper` is in usual signs, one of `dossier`.
 */
export function lostDays(paper: Paper, dossier: readonly Paper[], readers: readonly Reader[]): LostDay[] {
  const faults = dateFaults(paper.text).filter(({ fault }) => fault === 'impossible');
  if (faults.length === 0) return [];
  let text = paper.text;
  for (const { start, end, quote } of faults) text = text.slice(0, start) + existing(quote) + text.slice(end);
  const mended = { ...paper, text };
  const others = dossier.map((one) => (one === paper ? mended : one));
  const days = readers
    .flatMap((reader) => reader(mended, others))
    .filter(({ value }) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));
  return faults.flatMap(({ start, end }) => {
    const path = days.find((fact) => fact.start < end && fact.end > start)?.path;
    if (path === undefined && FOREIGN.includes(paper.kind)) return [];
    return [{ paper: paper.id, start, end, ...(path === undefined ? {} : { path }) }];
  });
}

/** The same date with the first of January in as many signs. */
function existing(quote: string): string {
  const [, year = '', gap = '', month = '', next = '', day = '', end = ''] =
    /^(.{2,4}?)([年\s./-]+)([^年月\s./-]+)([月\s./-]+)([^月日\s./-]+)(.*)$/.exec(quote) ?? [];
  return year + gap + first(month) + next + first(day) + end;
}

const first = (words: string) =>
  /\d/.test(words) ? '1'.padStart(words.length, '0') : '二十一'.slice(3 - words.length);
