import type { BenchmarkItem, Tier } from '../../benchmark.ts';
import { ranksFactorsApart } from '../ranks-factors-apart.ts';

/** 同时符合两个以上阶次的，按照较重的阶次执行; 就高不就低. Several violations are another matter. */
const HEAVIEST =
  /(?:同时|既|符合|具有|涉及|存在|对应)[^。；]{0,30}(?:[两二多数几][个种栏档项类级]|不同)[^。；]{0,30}?(?:按照?|依照|适用|依|从|以|选择|就)[^。；]{0,12}?(?:较重|最重|更重|重者|就?高)|就高不就低|从重(?:适用|选择)(?:阶次|档次)/;
const VIOLATIONS = /(?:[两二多数几]个|[两二多数几]种)(?:以上)?(?:的)?违法行为(?!程度|情形|情节)/;

/**
 * What the notes of a table say of facts that fit several tiers, with the tiers in an order that rises. Where the fines of the rows
 * neither rise nor fall throughout, nobody can say which tier is the heavier: then several stay for a person.
 */
export function severalTiers(
  notes: readonly string[],
  tiers: readonly Tier[],
): Pick<BenchmarkItem, 'severalTiers' | 'tiers'> {
  const said = notes
    .flatMap((line) => line.replaceAll(/\s/g, '').split(/[。；]|(?<=\D)\d{1,2}[.．、](?!\d)/))
    .some(
      (sentence) => (HEAVIEST.test(sentence) || ranksFactorsApart(sentence)) && !VIOLATIONS.test(sentence),
    );
  const steps = said ? stepsOf(tiers) : [];
  const [up, down] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  if (!said || (up && down)) return { severalTiers: 'unclear', tiers: [...tiers] };
  const rising = down ? tiers.map((tier, at) => ({ ...tier, order: tiers.length - at })) : [...tiers];
  return { severalTiers: 'heaviest', tiers: rising };
}

type Fine = NonNullable<Tier['fine']>;

/** From each row to the next that fines the same party in the same measure: up, down or level. */
function stepsOf(tiers: readonly Tier[]): number[] {
  const all = tiers.map(({ fine, fines }) => fines ?? (fine ? [fine] : []));
  return all.slice(1).flatMap((fines, at) =>
    fines.flatMap((fine) => {
      const before = all[at]!.find((one) => keyOf(one) === keyOf(fine));
      return before
        ? [Math.sign(lowOf(fine) - lowOf(before)) || Math.sign(highOf(fine) - highOf(before))]
        : [];
    }),
  );
}

const keyOf = ({ party, subject, base, baseFactor, ofSpan }: Fine) =>
  JSON.stringify([party, subject, base, baseFactor, ofSpan]);
const lowOf = ({ min }: Fine) => Number(min ?? 0);
const highOf = ({ max }: Fine) => Number(max ?? Number.MAX_VALUE);
