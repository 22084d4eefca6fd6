import type { CaseFile } from '../../cases/case-file.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { EVIDENCE_PAPERS } from '../steps/evidence-papers.ts';

export interface MisstatedCount {
  /** As they stand: 1280笔. */
  told: string;
  found: string;
  /** Positions of the papers that tell it. */
  papers: number[];
}

/** One account may be of something else; two that agree to the digit are of the same. */
const SEVERAL = 2;
/** Short numbers resemble each other by chance. */
const DIGITS = 3;
const COUNT =
  /(?<![\d-]|\d[.,])(?<number>\d{1,3}(?:,\d{3})+|\d{3,})(?<unit>元|笔|单|件|次|个|台|只|盒|瓶|箱|袋|条|包|桶|罐|份|株|棵|公斤|千克|吨|升|平方米|立方米|亩|张|套|户|人)(?!以[上下]|[/\d])/g;

/**
 * A count in the facts found (in the decision, where nobody entered them) that no evidence states, where several pieces of evidence agree on another one with its
 * digits in another order or one of them changed (1280笔, 1820笔) that the facts and the decision do not know.
 */
export function misstatedCounts({ violation, papers = [] }: CaseFile): MisstatedCount[] {
  const own = papers.flatMap(({ kind, text }) => (text && kind === 'decision' ? [text] : []));
  const facts = violation.facts ?? own[0];
  if (!facts) return [];
  const evidence = papers.flatMap(({ kind, text }, index) =>
    text && EVIDENCE_PAPERS.includes(kind)
      ? [{ index, counts: countsIn(text), numbers: numbersIn(text) }]
      : [],
  );
  const decided = own.flatMap((text) => [...numbersIn(text)]);
  // 共2540笔，剔除90笔: of two numbers that go together neither contradicts the other.
  const stated = own.some((text) => TOGETHER.test(text)) ? [] : own.flatMap(countsIn);
  const known = new Set([...numbersIn(facts), ...decided]);
  const seen = new Set<string>();
  // What is imposed is told in sums that no evidence has.
  const beside = own.flatMap(countsIn).filter(({ unit }) => unit !== '元');
  return [...countsIn(facts), ...beside].flatMap((found): MisstatedCount[] => {
    if (seen.has(found.number + found.unit) || evidence.some(({ numbers }) => numbers.has(found.number)))
      return [];
    seen.add(found.number + found.unit);
    const told = evidence.flatMap(({ index, counts }) =>
      counts
        .filter(
          ({ number, unit }) =>
            unit === found.unit &&
            resembles(number, found.number) &&
            (!known.has(number) || isContradicted(found, number, stated)),
        )
        .map(({ number }) => ({ number, index })),
    );
    const [first] = told;
    const alike = [
      ...new Set(told.filter(({ number }) => number === first?.number).map(({ index }) => index)),
    ];
    const one = new Set(told.map(({ number }) => number)).size === 1;
    return first && one && alike.length >= SEVERAL
      ? [{ told: first.number + found.unit, found: found.number + found.unit, papers: alike }]
      : [];
  });
}

/** 二千一百六十立方米 is 2160立方米. */
const IN_WORDS =
  /[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万]+(?=元|公斤|千克|吨|平方米|立方米|亩|株|件|瓶|箱|盒|袋|人)/g;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[ \u3000]/g, '')
    .replaceAll(IN_WORDS, (words) => String(chineseValue(words)));

/** Words before a number that make two of them tell the same thing. */
const LEAD = 2;
const NEAR = 4;
const TOTAL = /(?:共计|合计|总计|累计|一共|总共|[共计达为约])+$/;

interface Count {
  number: string;
  unit: string;
  lead: string;
}

const countsIn = (text: string) =>
  [...plain(text).matchAll(COUNT)].map(
    ({ groups, index }): Count => ({
      number: groups!.number!.replaceAll(',', ''),
      unit: groups!.unit!,
      lead: (/[\u4e00-\u9fa5]*$/.exec(plain(text).slice(0, index))?.[0] ?? '')
        .replace(TOTAL, '')
        .slice(-NEAR),
    }),
  );

const TOGETHER = /剔除|扣除|减去|核减|核增|其中|退[货回]|剩余|更正|分别/;

/** 取水2610立方米 and 取水2160立方米 in one decision: it knows both, and one of them is wrong. */
const isContradicted = (found: Count, number: string, stated: readonly Count[]) =>
  found.unit !== '元' &&
  stated.some((one) => one.number === found.number && one.lead === found.lead && one.unit === found.unit) &&
  stated.some((one) => one.number === number && one.unit === found.unit && ofSame(one.lead, found.lead));

const ofSame = (one: string, other: string) =>
  [...other].some((_, at) => {
    const pair = other.slice(at, at + LEAD);
    return pair.length === LEAD && one.includes(pair);
  });

const numbersIn = (text: string) =>
  new Set([...plain(text).matchAll(/\d{1,3}(?:,\d{3})+|\d+/g)].map(([digits]) => digits.replaceAll(',', '')));

/** The same digits in another order, or one digit changed. */
function resembles(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < DIGITS || one === other) return false;
  const changed = [...one].filter((digit, at) => digit !== other[at]).length;
  return changed === 1 || (changed === 2 && [...one].sort().join('') === [...other].sort().join(''));
}
