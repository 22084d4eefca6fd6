import type { Condition } from '../../../law/condition.ts';
import { NOT_CORRECTED } from '../../../law/sanction-conditions.ts';
import type { BenchmarkItem, Tier } from '../../benchmark.ts';
import type { Row } from '../read-rows.ts';
import type { Column } from '../table-columns.ts';
import { correctionIn } from '../words/correction-in.ts';
import type { BoundWords } from '../words/quantity-in.ts';
import { sumOfCase } from '../words/sum-of-case.ts';

/** Who alone the column of 个体工商户 is for. */
const BUSINESS: Condition = { factor: '个体工商户', op: '=', value: true };

type Fine = NonNullable<Tier['fine']>;

/**
 * The fines of a row, each with the party of its column. Columns of one party are told apart by their headings: sums of the case
 * (货值金额不足1万元的), correction in time, else a choice between them. A cell over all of them lays down one fine.
 */
export function finesOfRow(
  row: Pick<Row, 'results'>,
  results: readonly Column[],
  factors: BenchmarkItem['factors'],
  words: BoundWords,
): Fine[] {
  const said = results.map((_, place): Fine[] => {
    const { fine, fines } = row.results[place] ?? {};
    return fines ?? (fine ? [fine] : []);
  });
  return results.flatMap(({ party, subject, label, beside, business }, place): Fine[] => {
    if (beside) return [];
    // Columns that the same party may fall into.
    const rivals = results.flatMap((one, at) =>
      !one.beside && one.subject === subject && (one.party === party || !one.party || !party) ? [at] : [],
    );
    if (business) return said[place]!.map((one) => ({ ...one, party: 'person', when: BUSINESS }));
    const own = { ...(party ? { party } : {}), ...(subject ? { subject } : {}) };
    const all = JSON.stringify(said[place]);
    const alike =
      rivals.length > 1 &&
      rivals.every((at) => results[at]!.party === party && JSON.stringify(said[at]) === all);
    if (alike) return place === rivals[0] ? said[place]!.map((one) => ({ ...own, ...one })) : [];
    const labels = rivals.flatMap((at) => results[at]!.label ?? []);
    const when =
      rivals.length > 1 && label && said[place]!.length > 0
        ? switchOf(label, labels, factors, words)
        : undefined;
    return said[place]!.map((one) => ({
      ...own,
      ...one,
      ...(when ? { when: one.when ? { all: [when, one.when] } : when } : {}),
    }));
  });
}

function switchOf(
  label: string,
  labels: readonly string[],
  factors: BenchmarkItem['factors'],
  words: BoundWords,
): Condition {
  const sum = labels.every((one) => sumOfCase(one, words)) ? sumOfCase(label, words) : undefined;
  if (sum) return sum;
  const phases = labels.map(phaseOf);
  if (phases.includes(true) && phases.includes(false) && !phases.includes(undefined)) {
    if (!factors.some(({ name }) => name === NOT_CORRECTED))
      factors.push({
        name: NOT_CORRECTED,
        question: '责令限期改正后是否逾期未改正或者拒不改正？',
        type: 'yes-no',
      });
    return { factor: NOT_CORRECTED, op: '=', value: phaseOf(label)! };
  }
  const name = '罚款所在的栏';
  const known = factors.find((factor) => factor.name === name);
  if (known) known.choices = [...new Set([...(known.choices ?? []), ...labels])];
  else
    factors.push({
      name,
      question: '属于罚款各栏中的哪一种情形？',
      type: 'choice',
      choices: [...new Set(labels)],
    });
  return { factor: name, op: '=', value: label };
}

/** 责令限期改正 heads the column of the first time, beside 逾期未改正. */
function phaseOf(label: string): boolean | undefined {
  return /^责令(?:限期)?(?:改正|整改)$/.test(label) ? false : correctionIn(label);
}
