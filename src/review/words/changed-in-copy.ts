import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { EVIDENCE_PAPERS } from '../steps/evidence-papers.ts';
import type { FigureInContext } from './figures-in-context.ts';

/** Papers whose account of the facts the decision takes over word for word. */
const COPIED: PaperKind[] = ['closing-report', 'prior-notice', 'hearing-right-notice', 'review-submission'];
const NUMBER =
  /(?<![\d.,第〔-]|\d[:/])(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?![\d:/]|,\d|年|月|日|时|分|秒|号|条|款|项|倍|[%‰〕])/g;
/** The words on both sides make it the same statement. */
const BEFORE = 9;
const BEHIND = 7;
/** What is imposed is compared with the notice as such. */
const IMPOSED = /罚款|没收|处以?|缴纳/;

interface Told {
  words: string;
  value: string;
  quote: string;
}

/**
 * The words of the report or the notice that the decision repeats with one number changed (占地约320平方米，未密闭 become
 * 占地约520平方米，未密闭), where the evidence or the decision itself has the number of the paper before, and no evidence the
 * other one.
 */
export function changedInCopy(file: CaseFile): FigureInContext[] {
  const { papers = [], decision } = file;
  const found = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const own = papers[found];
  if (own?.kind !== 'decision' || !own.text) return [];
  const ours = toldIn(own.text);
  const evidence = papers.flatMap(({ kind, text }) =>
    text && EVIDENCE_PAPERS.includes(kind) ? [numbersIn(text)] : [],
  );
  const isProved = (value: string) => evidence.some((numbers) => numbers.has(value));
  return papers.flatMap(({ kind, text }, told): FigureInContext[] => {
    if (!text || !COPIED.includes(kind)) return [];
    const theirs = toldIn(text);
    return ours.flatMap((here): FigureInContext[] => {
      const there = theirs.filter(({ words }) => words === here.words);
      const [first] = there;
      const rivals = ours.filter(({ words }) => words === here.words);
      if (!first || there.length > 1 || rivals.length > 1 || first.value === here.value) return [];
      const known = isProved(first.value) || ours.some(({ value }) => value === first.value);
      return known && !isProved(here.value)
        ? [{ told, found, saidThere: first.quote, saidHere: here.quote }]
        : [];
    });
  });
}

function toldIn(given: string): Told[] {
  const text = plain(given);
  return [...text.matchAll(NUMBER)].flatMap(({ 0: digits, index }): Told[] => {
    const before = text.slice(Math.max(0, index - BEFORE), index);
    const behind = text.slice(index + digits.length, index + digits.length + BEHIND);
    const whole = before.length === BEFORE && behind.length === BEHIND && !/[。\n]/.test(before + behind);
    if (!whole || IMPOSED.test(before) || isOrdinal(before, behind)) return [];
    return [
      {
        words: `${before}|${behind}`,
        value: plainNumber(digits),
        quote: `${/[^,;:、]*$/.exec(before)![0]}${digits}${/^[^,;:、。]*/.exec(behind)![0]}`,
      },
    ];
  });
}

/** 4.主体资格证明, (3)现场照片: the place on a list of a paper is no figure. */
const isOrdinal = (before: string, behind: string) =>
  /[;:,、(]$/.test(before) && /^[.、)](?!\d)/.test(behind);

const numbersIn = (text: string) =>
  new Set([...plain(text).matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([digits]) => plainNumber(digits)));
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[ \t\u3000“”"]/g, '')
    .replaceAll(/你(?:单位|公司|店)/g, '当事人');
const plainNumber = (digits: string) => String(Number(digits.replaceAll(',', '')));
