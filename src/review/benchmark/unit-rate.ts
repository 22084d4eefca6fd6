import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Fen } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';

/** Papers in which the agency repeats the provision. */
const REPEATING: PaperKind[] = ['decision', 'prior-notice', 'closing-report', 'review-opinion'];
const UNITS = '人|名|台|辆|部|艘|头|只|株|棵|件|份|吨|公斤|千克|亩|平方米|立方米|处|间|户';
const SUM = '[\\d,.万]+元|[一二两三四五六七八九十百千万]+元';
/** 以每人五百元以上二千元以下的标准处以罚款, 可以处每平方米三十元以下的罚款. */
const SPAN = new RegExp(
  `每一?(?<unit>${UNITS})(?:处以?)?(?:(?<low>${SUM})以上)?(?<high>${SUM})以下(?=[^。；;\\n]{0,14}罚款)`,
  'g',
);
/** 按每人2200元的标准, 每平方米罚款45元, 每台处以三千元罚款. */
const RATE = new RegExp(
  `(?:按照?|以)每一?(?<unit>${UNITS})(?<sum>${SUM})(?!以[上下])(?=[^。；;\\n]{0,40}(?:计算|罚款|标准))|每一?(?<each>${UNITS})(?:处以?|计?罚款?)(?:罚款)?(?:人民币)?(?<fined>${SUM})(?!以[上下])`,
  'g',
);
const PEOPLE = /^[人名]$/;

export interface UnitRate {
  /** The rate of the decision and the span that it lies outside of, as they stand. */
  rate: string;
  span: string;
  path: string;
}

/**
 * A fine counted by persons, machines or square metres whose rate the decision states outside of the one span per unit that its
 * papers quote from the provision. A rate below the span stands where the decision lightens below it (减轻).
 */
export function unitRateFault({ papers = [], decision }: CaseFile): UnitRate | undefined {
  const index = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const own = plain(papers[index]?.text);
  if (!own || papers[index]?.kind !== 'decision') return undefined;
  const spans = papers.flatMap(({ kind, text }) =>
    REPEATING.includes(kind) ? [...plain(text).matchAll(SPAN)] : [],
  );
  const [span] = spans;
  const rates = [...own.matchAll(RATE)];
  const [rate] = rates;
  if (!span?.groups || !rate?.groups) return undefined;
  const { unit = '', low, high = '' } = span.groups;
  if (spans.some(({ groups }) => groups!.high !== high || groups!.low !== low || groups!.unit !== unit))
    return undefined;
  if (!sameUnit(rate.groups.unit ?? rate.groups.each ?? '', unit)) return undefined;
  const stated = worth(rate.groups.sum ?? rate.groups.fined);
  const [least, most] = [low === undefined ? 0 : worth(low), worth(high)];
  if (stated === undefined || least === undefined || most === undefined) return undefined;
  if (rates.some(({ groups }) => worth(groups!.sum ?? groups!.fined) !== stated)) return undefined;
  const below = stated < least && !own.includes('减轻');
  return stated > most || below ? { rate: rate[0], span: span[0], path: `papers.${index}.text` } : undefined;
}

const plain = (text = '') => text.normalize('NFKC').replaceAll(/[ \t]/g, '');
const sameUnit = (one: string, other: string) => one === other || (PEOPLE.test(one) && PEOPLE.test(other));

function worth(words: string | undefined): Fen | undefined {
  const [sum, more] = words ? sumsIn(words) : [];
  return more ? undefined : sum?.fen;
}
