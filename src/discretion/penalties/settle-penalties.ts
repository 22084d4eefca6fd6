import type { CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import { type Condition, evaluate, type FactorValue, type Truth } from '../../law/condition.ts';
import type { Day } from '../../law/dates.ts';
import { PENALTY_TYPE_NAMES, PENALTY_TYPES, type PenaltyType } from '../../law/penalties.ts';
import { conditionOf, placeOf, type Sanction } from '../../law/sanction.ts';
import { finesOfTier } from '../spans/range-of-tier.ts';
import type { Role } from '../spans/role-of.ts';
import type { PenaltiesDue, PenaltyDue, TierResult } from '../tier-result.ts';
import { choicesDue, conditionsOfChoices } from './choices-due.ts';
import { confiscateGains, GAINS } from './confiscate-gains.ts';
import { detentionDue } from './detention-due.ts';
import { measuresDue } from './measures-due.ts';
import { askHanging, type Hanging, hang } from './penalty-questions.ts';
import { isTypeOfRole } from './types-of-role.ts';

/** The conditions under which a provision allows a type only sometimes. */
export function conditionsOfTypes(sanction: Sanction): Condition[] {
  const own = (sanction.conditional ?? []).flatMap(({ when }) => (when === 'serious' ? [] : [when]));
  return [...own, ...conditionsOfChoices(sanction)];
}

export interface PenaltiesGiven {
  values: Readonly<Record<string, FactorValue>>;
  /** Whether the provision has a fine for these facts; unknown without a span. */
  statuteFines: boolean | undefined;
  role: Role;
  /** The day whose text orders the violation corrected; absent while the decision is still to come. */
  decidedOn: Day | undefined;
}

/**
 * Adds to the result which penalties must and which may be imposed: what the provision demands and allows for these facts and this
 * party, and what the tier adds. Nothing is due where no penalty is. A type that hangs on a missing fact is open, and asked for.
 */
export function settlePenalties(
  result: TierResult,
  file: Pick<CaseFile, 'party' | 'agency'>,
  { values, statuteFines, role, decidedOn }: PenaltiesGiven,
): void {
  const { sanction, tier } = result;
  if (!sanction) return;
  const due: PenaltiesDue = { required: [], optional: [], open: [], measures: [] };
  result.penalties = due;
  const unpunished = tier?.grade === 'no-penalty' || result.grounds.noPenalty === 'must';
  due.measures = measuresDue(result, values, unpunished, decidedOn);
  if (unpunished || role === 'outside') {
    tellDue(result, due);
    return;
  }
  const table = tier && `《${result.benchmark!.name}》“${result.item!.violation}”${tier.name}阶次`;
  const hanging: Hanging = new Map();
  const add = (
    list: PenaltyDue[],
    type: PenaltyType,
    basis: string,
    text: string = PENALTY_TYPES[type],
  ): void => {
    if (!list.some((one) => one.type === type)) list.push({ type, text, basis });
  };
  const fined = tier ? finesOfTier(tier).length > 0 : result.settled !== undefined;
  const asked = role === 'asked';
  const chosen = role === 'responsible' ? new Set<PenaltyType>() : choicesDue(sanction, due, values, hanging);
  if (asked) due.open.push(...due.required.splice(0));
  for (const type of new Set([...sanction.mandatory, ...sanction.types])) {
    if (chosen.has(type) || !isTypeOfRole(type, role)) continue;
    const provision = citationText(placeOf(sanction, type));
    if (type === 'fine' && statuteFines === false) continue;
    // Nothing was gained: there is nothing to confiscate.
    if (type === 'confiscate-gains' && values.gains === 0) continue;
    const missing = new Set<string>();
    const truth = allows(sanction, type, values, missing);
    if (truth === false) continue;
    const must = sanction.mandatory.includes(type) || demands(sanction, type, values, missing);
    if (type === 'confiscate-gains' && values.gains === undefined) missing.add('gains');
    const open = asked || truth === undefined || must === undefined || missing.has('gains');
    if (type === 'detention' && detentionDue(due, file, { must, open, basis: provision })) continue;
    if (open) {
      add(due.open, type, provision);
      hang(hanging, missing, PENALTY_TYPES[type], must !== false);
    } else if (must) add(due.required, type, provision);
    else if (type === 'fine' && fined)
      add(
        due.optional,
        type,
        `${provision}；${table ?? tableOf(result)}`,
        '罚款（条文为“可以”，按基准处罚款）',
      );
    else if (type !== 'fine' || !tier) add(due.optional, type, provision);
  }
  if (role !== 'responsible') {
    confiscateGains(result, due, values);
    for (const words of tier?.extra ?? []) addExtra(result, due, words, table!, sanction);
    for (const words of tier?.mayAdd ?? []) addOptional(result, due, words, table!, sanction);
  }
  askHanging(result, hanging);
  tellDue(result, due);
}

function tellDue({ sanction, tier, benchmark, item, steps }: TierResult, due: PenaltiesDue): void {
  const told = [
    ...(due.required.length > 0 ? [`应当：${names(due.required)}`] : []),
    ...(due.optional.length > 0 ? [`可以：${names(due.optional)}`] : []),
    ...(due.open.length > 0 ? [`视情形：${names(due.open)}`] : []),
  ];
  if (told.length > 0) {
    const table =
      tier && tier.extra.length + (tier.mayAdd?.length ?? 0) > 0
        ? tableOf({ benchmark, item }) + tier.name
        : undefined;
    const places = [...due.required, ...due.optional, ...due.open].flatMap(({ type, oneOf, basis }) => {
      const own = type ?? oneOf?.[0];
      const place = own && citationText(placeOf(sanction!, own));
      return place && basis.startsWith(place) ? place : [];
    });
    const bases = [...new Set([citationText(sanction!.provision), ...places])];
    if (table) bases.push(`${table}阶次`);
    if (due.required.some(({ basis }) => basis.endsWith(GAINS))) bases.push(GAINS);
    steps.push({ step: '处罚种类', value: told.join('；'), basis: bases.join('；') });
  }
  for (const { text, basis } of due.measures) steps.push({ step: '同时', value: text, basis });
}

/** The penalties as a list; a choice stands last, in the words of the provision. */
function names(list: PenaltyDue[]): string {
  const plain = list.filter(({ oneOf }) => !oneOf).map(({ text }) => text);
  const choices = list.filter(({ oneOf }) => oneOf).map(({ text }) => `“${text}”`);
  return [...plain, ...choices].join('、');
}

function tableOf({ benchmark, item }: Pick<TierResult, 'benchmark' | 'item'>): string {
  return `《${benchmark?.name ?? ''}》“${item?.violation ?? ''}”`;
}

function allows(
  { conditional = [] }: Sanction,
  type: PenaltyType,
  values: Readonly<Record<string, FactorValue>>,
  missing: Set<string>,
): Truth {
  const own = conditional.filter((entry) => entry.type === type);
  return own.length === 0 ? true : anyHolds(own.map(conditionOf), values, missing);
}

/** Whether the provision demands the type for these facts, and not only allows it. */
function demands(
  { conditional = [] }: Sanction,
  type: PenaltyType,
  values: Readonly<Record<string, FactorValue>>,
  missing: Set<string>,
): Truth {
  const own = conditional.filter((entry) => entry.type === type && entry.must);
  return anyHolds(own.map(conditionOf), values, missing);
}

function anyHolds(
  conditions: Condition[],
  values: Readonly<Record<string, FactorValue>>,
  missing: Set<string>,
): Truth {
  const truths = conditions.map((condition) => evaluate(condition, values, missing));
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

/** What a tier adds is due where the provision knows the type; a type that it does not know is reported (BENCHMARKS 6, 7). */
function addExtra(
  result: TierResult,
  due: PenaltiesDue,
  words: string,
  table: string,
  sanction: Sanction,
): void {
  const type = typeNamed(words);
  if (!type) {
    due.required.push({ text: words, basis: table });
    return;
  }
  if (isUnknown(result, due, type, table, sanction)) return;
  const has = (one: PenaltyDue): boolean => one.type === type || one.oneOf?.includes(type) === true;
  if (due.required.some((one) => one.type === type) || due.open.some(has)) return;
  // The table chooses where the provision leaves a choice.
  if (due.required.some(has)) {
    due.required = [
      ...due.required.filter((one) => !has(one)),
      { type, text: PENALTY_TYPES[type], basis: table },
    ];
    return;
  }
  // A condition of the provision that does not hold stands above the table.
  if (!due.optional.some((one) => one.type === type)) {
    result.conflicts.push({
      kind: 'type-not-allowed',
      text: `${table}要求${PENALTY_TYPES[type]}，本案事实不符合${citationText(sanction.provision)}给予该种处罚的情形，请核对。`,
      blocks: false,
    });
    return;
  }
  due.optional = due.optional.filter((one) => one.type !== type);
  due.required.push({ type, text: PENALTY_TYPES[type], basis: table });
}

/** What a tier lets people add: possible where the provision allows it for these facts. */
function addOptional(
  result: TierResult,
  due: PenaltiesDue,
  words: string,
  table: string,
  sanction: Sanction,
): void {
  const type = typeNamed(words);
  if (!type) {
    due.optional.push({ text: words, basis: table });
    return;
  }
  if (isUnknown(result, due, type, table, sanction)) return;
  due.optional = due.optional.map((one) =>
    one.type === type ? { ...one, basis: `${one.basis}；${table}` } : one,
  );
}

function typeNamed(words: string): PenaltyType | undefined {
  return PENALTY_TYPE_NAMES.find((name) => name === words || PENALTY_TYPES[name] === words);
}

/** A type that the provision does not know is told; one of a provision that was not read to its end stays open. */
function isUnknown(
  { conflicts }: TierResult,
  { open }: PenaltiesDue,
  type: PenaltyType,
  table: string,
  sanction: Sanction,
): boolean {
  if (sanction.types.includes(type) || sanction.mandatory.includes(type)) return false;
  const unread = sanction.reading?.open.includes('types');
  const lacks = unread
    ? '的处罚种类没有全部读出，能否给予请核对条文'
    : '没有规定这一种类，不得适用，请通知基准制定机关';
  conflicts.push({
    kind: 'type-not-allowed',
    text: `${table}要求${PENALTY_TYPES[type]}，${citationText(sanction.provision)}${lacks}。`,
    blocks: false,
  });
  if (unread && !open.some((one) => one.type === type))
    open.push({ type, text: PENALTY_TYPES[type], basis: table });
  return true;
}
