import type { Condition } from '../../law/condition.ts';
import { NOT_CORRECTED } from '../../law/sanction-conditions.ts';
import type { BenchmarkItem, Weights } from '../benchmark.ts';
import { isResponsible, partyIn } from './table-columns.ts';
import { amountOf } from './words/amount-of.ts';
import { circumstanceName, deniesOther } from './words/harm-words.ts';

type Switch = Pick<Weights['starts'][number], 'party' | 'subject' | 'when'>;

const NOT =
  /^(?:逾期|限期)(?:仍|内)?(?:不|未|没有)(?:予)?(?:改正|整改|改)$|^(?:仍|经责令)?拒不改正$|^未(?:按期|限期内)?改正$/;
const DONE = /^(?:限期内?|按期|及时|主动)(?:改正|整改)$|^(?:已改正|改正)$/;

/**
 * What chooses between the columns of starts: the party, and among columns of one party their label, as a sum of the case, as
 * correction in time, as a degree of a factor of the table, as harm done or not, else a choice between the printed labels.
 */
export function columnSwitches(
  labels: readonly string[],
  degreeNames: readonly string[][],
  read: Weights['factors'],
  factors: BenchmarkItem['factors'],
  remarks: string[],
): Switch[] {
  const parts = labels.map((label) => {
    const words = label.split('、').filter(Boolean);
    const party = words.map(partyOf).find(Boolean);
    const own = words.filter((word) => !partyOf(word));
    const responsible = words.some((word) => partyOf(word) && isResponsible(word));
    return { party, responsible, rest: own.join('、') };
  });
  // A table that fines the persons responsible alone is a table of persons.
  const beside = parts.some(({ responsible }) => !responsible);
  return parts.map(({ party, responsible, rest }) => {
    const rivals = parts
      .filter((one) => one.party === party || !one.party || !party)
      .filter((one) => !beside || one.responsible === responsible)
      .map((one) => one.rest);
    const when =
      rest && rivals.length > 1 ? whenOf(rest, rivals, degreeNames, read, factors, remarks) : undefined;
    const who: Switch = responsible && beside ? { subject: 'responsible-person' } : party ? { party } : {};
    return { ...who, ...(when ? { when } : {}) };
  });
}

/** 对单位, 对个人; 单位逾期未改正 is more than a party. */
function partyOf(word: string): 'person' | 'unit' | undefined {
  return /^对?(?:[^改造所]{0,20})(?:单位|企业|法人|组织|机构|个人|人员|自然人|责任人)$/.test(word)
    ? partyIn(word)
    : undefined;
}

function whenOf(
  rest: string,
  rivals: readonly string[],
  degreeNames: readonly string[][],
  read: Weights['factors'],
  factors: BenchmarkItem['factors'],
  remarks: string[],
): Condition {
  const plain = (words: string) => circumstanceName(words);
  const at = degreeNames.findIndex((names) =>
    rivals.every((rival) => names.some((name) => plain(name) === plain(rival))),
  );
  const degree = read[at]?.degrees.find(({ name }) => plain(name) === plain(rest));
  if (degree) return degree.when;
  if (rivals.every((rival) => NOT.test(rival) || DONE.test(rival))) {
    if (!factors.some(({ name }) => name === NOT_CORRECTED))
      factors.push({
        name: NOT_CORRECTED,
        label: '逾期未改正',
        question: '责令限期改正后是否逾期未改正？',
        type: 'yes-no',
      });
    return { factor: NOT_CORRECTED, op: '=', value: NOT.test(rest) };
  }
  const amount = rivals.every(amountOf) ? amountOf(rest) : undefined;
  if (amount) return amount;
  const other = rivals.find((rival) => deniesOther(rival, rest));
  if (other && rivals.length === 2) {
    const positive = /^(?:未|没有)/.test(plain(rest)) ? plain(other) : plain(rest);
    if (!factors.some(({ name }) => name === positive))
      factors.push({ name: positive, question: `是否${positive}？`, type: 'yes-no' });
    return { factor: positive, op: '=', value: plain(rest) === positive };
  }
  const name = '裁量起点所在的栏';
  if (!factors.some((factor) => factor.name === name)) {
    factors.push({
      name,
      question: '属于裁量起点各栏中的哪一种情形？',
      type: 'choice',
      choices: [...rivals],
    });
    remarks.push(`裁量起点各栏“${rivals.join('”“')}”由人选择`);
  }
  return { factor: name, op: '=', value: rest };
}
