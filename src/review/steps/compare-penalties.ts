import { fen, yuan } from '../../law/money.ts';
import { PENALTY_TYPE_NAMES, PENALTY_TYPES, type PenaltyType } from '../../law/penalties.ts';
import type { Penalty } from '../../law/sanction.ts';

export interface PenaltyChange {
  /** `undefined`: an amount is missing, or one kind replaced another and only a person can weigh them. */
  heavier: boolean | undefined;
  changed: boolean;
  how: string[];
}

/**
 * Compares decided penalties with the notified ones, kind by kind in the order of 行政处罚法 9. Heavier: a kind
 * that was not notified, or a larger sum of the same kind. A new kind beside a dropped one that ranks at least
 * as high is a replacement, which is for a person to weigh; so is another term of the same kind (三个月, 六个月).
 */
export function comparePenalties(notified: Penalty[], decided: Penalty[]): PenaltyChange {
  const how: string[] = [];
  let heavier = false;
  let open = false;
  const kinds = (list: Penalty[]) => [...new Set(list.map(({ type }) => type))];
  const dropped = kinds(notified).filter((type) => !decided.some((penalty) => penalty.type === type));
  for (const type of kinds(decided)) {
    const before = notified.filter((penalty) => penalty.type === type);
    const after = decided.filter((penalty) => penalty.type === type);
    if (before.length === 0) {
      how.push(`增加了${PENALTY_TYPES[type]}`);
      if (dropped.some((other) => rank(other) >= rank(type))) open = true;
      else heavier = true;
      continue;
    }
    const [was, is] = [sumOf(before), sumOf(after)];
    if (was === undefined && is === undefined && !hasSum(type)) {
      const [told, now] = [wordsOf(before), wordsOf(after)];
      if (!TERMED.includes(type) || plainText(told) === plainText(now)) continue;
      open = true;
      how.push(`${PENALTY_TYPES[type]}由“${told || '（未写明）'}”改为“${now || '（未写明）'}”`);
      continue;
    }
    if (was === undefined || is === undefined) {
      open = true;
      how.push(`${PENALTY_TYPES[type]}的金额不全`);
    } else if (was !== is) {
      how.push(`${PENALTY_TYPES[type]}由${yuan(was)}改为${yuan(is)}`);
      if (is > was) heavier = true;
    }
  }
  for (const type of dropped) how.push(`不再处以${PENALTY_TYPES[type]}`);
  return { heavier: heavier ? true : open ? undefined : false, changed: how.length > 0, how };
}

/** Kinds whose weight lies in their term or extent, which only their words give. */
const TERMED: PenaltyType[] = [
  'suspend-permit',
  'downgrade',
  'restrict-business',
  'suspend',
  'bar-occupation',
  'detention',
  'other',
];

const wordsOf = (penalties: Penalty[]) => penalties.flatMap(({ text }) => text ?? []).join('；');
const plainText = (words: string) => words.replaceAll(/[\s，。、；]/g, '');

const hasSum = (type: PenaltyType) => ['fine', 'confiscate-gains'].includes(type);
const rank = (type: PenaltyType) => PENALTY_TYPE_NAMES.indexOf(type);

function sumOf(penalties: Penalty[]): number | undefined {
  return penalties.reduce<number | undefined>(
    (total, { amount }) => (total === undefined || amount === undefined ? undefined : total + fen(amount)),
    0,
  );
}
