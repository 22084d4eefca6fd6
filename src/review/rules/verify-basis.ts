import type { Citation } from '../../law/citation.ts';
import { type Day, today } from '../../law/dates.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';
import type { Basis, Rule } from './rule.ts';

export type BasisState = 'confirmed' | 'no-text' | 'numbers-differ' | 'no-such-article';

/** What the official text says of one rule. `faults` names each place in Chinese, for the page and the command. */
export interface VerifiedRule {
  rule: string;
  state: BasisState;
  faults: string[];
  /** No place of its basis is in force any more: it judges earlier days alone. */
  former: boolean;
}

/**
 * The official text of an article on a day: its words; `null` when that version of the norm has been imported and has
 * no such place; `undefined` when no official text has been imported.
 */
export type OfficialText = (citation: Citation, on: Day) => string | null | undefined;

/**
 * Compares the basis of each rule with the imported official text. A basis of former law is looked up on its last day,
 * one of coming law on its first, any other on `on`; former text that was not imported counts only where a rule has no
 * other basis. The worst place decides: no such article, then differing numbers, then a missing text. A rule without
 * a statutory basis is left out.
 */
export function verifyBasis(
  rules: readonly Pick<Rule<never>, 'id' | 'basis'>[],
  officialTextOf: OfficialText,
  on: Day = today(),
): VerifiedRule[] {
  return rules
    .filter((rule) => rule.basis.length > 0)
    .map((rule) => {
      const all = rule.basis.map((basis) => verifyPlace(basis, officialTextOf, on));
      const counted = all.filter(({ state, former }) => !(former && state === 'no-text'));
      const places = counted.length > 0 ? counted : all;
      const worst = ORDER.find((state) => places.some((place) => place.state === state)) ?? 'confirmed';
      return {
        rule: rule.id,
        state: worst,
        faults: places.flatMap((place) => place.fault ?? []),
        former: all.every((place) => place.former),
      };
    });
}

const ORDER: BasisState[] = ['no-such-article', 'numbers-differ', 'no-text', 'confirmed'];

function verifyPlace(
  basis: Basis,
  officialTextOf: OfficialText,
  on: Day,
): { state: BasisState; former: boolean; fault?: string } {
  const { law, article, paragraph, item } = basis;
  const place = `《${law}》${article}${paragraph ? `（${paragraph}款）` : ''}${item ? `（${item}项）` : ''}`;
  const former = basis.to !== undefined && basis.to < on;
  const day = former ? basis.to! : basis.from > on ? basis.from : on;
  const text = officialTextOf(
    { law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) },
    day,
  );
  if (text === undefined)
    return { state: 'no-text', former, fault: `${place}：${day} 有效的正式文本尚未导入` };
  if (text === null)
    return { state: 'no-such-article', former, fault: `${place}：${day} 有效的正式文本中没有这一处` };
  const absent = (basis.states ?? []).filter((words) => !states(text, words));
  if (absent.length === 0) return { state: 'confirmed', former };
  return { state: 'numbers-differ', former, fault: `${place}：正式文本中没有“${absent.join('”“')}”` };
}

/** The words stand in the text, or every number of the words does, whichever numerals either uses. */
function states(text: string, words: string): boolean {
  const plain = (value: string) => value.normalize('NFKC').replace(/\s/g, '');
  if (plain(text).includes(plain(words))) return true;
  const wanted = numbersInText(words);
  const rest = wanted.reduce((left, number) => left.replace(number.quote, ''), words.normalize('NFKC'));
  if (wanted.length === 0 || !plain(text).includes(plain(rest))) return false;
  const stated = new Set(numbersInText(text).map((number) => number.value));
  return wanted.every((number) => stated.has(number.value));
}
