import type { Condition } from './condition.ts';
import { fineBounds } from './fine-bounds.ts';
import { namedPenalties } from './named-penalties.ts';
import { PENALTY_TYPE_NAMES, type PenaltyType } from './penalties.ts';
import { PENAL, provisionText } from './provision-text.ts';
import { type ClauseReading, readClauses, type Threat } from './read-clauses.ts';
import type { Sanction, SanctionFine, SanctionReading } from './sanction.ts';
import type { ClauseCondition } from './sanction-conditions.ts';

export type SanctionInText = Omit<Sanction, 'id' | 'provision' | 'inForce'> & { reading: SanctionReading };

/** A penalty by another norm or another article: the words here are not all there is. */
const BY_OTHER =
  /(?:依照|按照|适用|依据)[^，。；]{0,40}(?:规定|办法|条例|法律)[^，。；]{0,16}(?:处罚|处理|给予|罚款|执行|追究)|另有规定/;
/** 责令停止经营，并处罚款…：（一）…处三千元以上一万元以下罚款: the head announces what its items measure. */
const BARE_FINE = /[，,]并?处以?罚款(?=[，,；;。：:]|$)/;
const CRIMINAL = /[^，。；]*(?:治安管理处罚|刑法|刑事责任|处分)[^，。；]*/g;
/** Another paragraph that punishes the same conduct. */
const REFERS =
  /前款|前[二两三四五]款|(?<!条)第[一二三四五六]款|本条(?!例|第[一二三四五六七八九十]+款第)|前项|前[一二三四五]项/;
const ALL_PARTS = ['types', 'mandatory', 'fines'] as const;

/**
 * What the official text of an article threatens at the cited paragraph or item, in yuan and multiples. `undefined` where the
 * place does not exist or threatens nothing. What is not understood is left out and marked open, never guessed.
 */
export function sanctionsInText(
  article: string,
  place: { paragraph?: number; item?: number } = {},
  how?: ClauseReading,
): SanctionInText | undefined {
  const found = provisionText(article, place);
  if (!found) return undefined;
  const item = found.item?.replace(/^[（(][一二三四五六七八九十]+[）)]/, '') ?? '';
  const head =
    /\d|[一二三四五六七八九十百千万]元|倍/.test(item) && /罚款/.test(item)
      ? found.head.replace(BARE_FINE, '')
      : found.head;
  const text = PENAL.test(item) ? `${head.replace(/[：:]$/, '；')}${item}` : found.head;
  const byOther = BY_OTHER.test(text.replaceAll(CRIMINAL, ''));
  if (!PENAL.test(text) && !byOther) return undefined;
  const { threats, unread } = readClauses(text, how);
  const open = new Set<SanctionReading['open'][number]>(unread);
  const punishes = (one: string) => PENAL.test(one) || BY_OTHER.test(one.replaceAll(CRIMINAL, ''));
  const crossed =
    (REFERS.test(text) && found.others.some(punishes)) ||
    found.others.some((one) => REFERS.test(one) && punishes(one));
  const partly = byOther || crossed || found.ambiguous || found.itemsPunish;
  if (partly || threats.length === 0) for (const part of ALL_PARTS) open.add(part);
  const own = threats.filter(({ subject }) => subject === 'offender');
  // Announced for all of them, the fine is due in each.
  const announced = head !== found.head && !/可以?[^，。；]{0,4}(?:并处|处以?)罚款/.test(found.head);
  const judged = mandatoryOf(announced ? own.filter(({ type }) => type !== 'fine') : own);
  const mandatory = announced ? [...judged.mandatory, 'fine' as const] : judged.mandatory;
  const { sure } = judged;
  if (!sure) open.add('mandatory');
  const whole = partly ? article : text;
  const elsewhere = BY_OTHER.test(whole.replaceAll(CRIMINAL, ''));
  const types = [...new Set(own.map(({ type }) => type))];
  const conditional = conditionalOf(own, types).filter(({ type }) => !mandatory.includes(type));
  return {
    types,
    mandatory: partly ? [] : mandatory,
    ...(conditional.length > 0 ? { conditional } : {}),
    fines: finesOf(threats),
    ...(/责令[^，。；]{0,12}改正/.test(text) ? { correctionOrder: true } : {}),
    reading: {
      open: ALL_PARTS.filter((part) => open.has(part)),
      named: BY_OTHER.test(article.replaceAll(CRIMINAL, '')) ? PENALTY_TYPE_NAMES : namedPenalties(article),
      ...(elsewhere ? {} : fineBounds(whole)),
    },
  };
}

/** Types due in every reading: one that a graver tier may replace, or that only some amounts bring, is left out. */
function mandatoryOf(own: Threat[]): { mandatory: PenaltyType[]; sure: boolean } {
  const graver = Map.groupBy(
    own.filter(({ when }) => when !== undefined && !isAmount(when)),
    ({ when }) => JSON.stringify(when),
  );
  let sure = true;
  const mandatory = [...new Set(own.map(({ type }) => type))].filter((type) => {
    const threats = own.filter((one) => one.type === type && (one.when === undefined || isAmount(one.when)));
    const due =
      threats.length > 0 &&
      threats.every(({ optional }) => !optional) &&
      ((type === 'confiscate-gains' && !threats.every(({ when }) => isFromSum(when))) ||
        threats.some(({ when }) => !when) ||
        covers(threats));
    if (!due) {
      if (threats.some(({ optional }) => !optional)) sure = false;
      return false;
    }
    const kept = [...graver.values()].every(
      (tier) =>
        tier.some((one) => one.type === type && !one.optional) || !tier.some((one) => one.type === 'fine'),
    );
    if (!kept) sure = false;
    // Told apart by party, only one of the two is due.
    return kept && (threats.every(({ party }) => !party) || coversParties(threats));
  });
  return { mandatory, sure };
}

function coversParties(threats: Threat[]): boolean {
  return (['person', 'unit'] as const).every((side) => threats.some(({ party }) => !party || party === side));
}

/** Below a sum, and from it on: one of the two always holds. */
function covers(threats: Threat[]): boolean {
  const tests = threats.flatMap(({ when }) => (when && when !== 'serious' && 'factor' in when ? [when] : []));
  return tests.some(
    (one) =>
      (one.op === '<' &&
        tests.some(
          (other) => other.op === '>=' && other.factor === one.factor && other.value === one.value,
        )) ||
      (one.op === '<=' &&
        tests.some((other) => other.op === '>' && other.factor === one.factor && other.value === one.value)),
  );
}

/** Types that stand under a condition everywhere; due under it where no words leave a choice. */
function conditionalOf(own: Threat[], types: PenaltyType[]): NonNullable<Sanction['conditional']> {
  return types.flatMap((type) => {
    const threats = own.filter((one) => one.type === type);
    const conditions = threats.flatMap(({ when }) => when ?? []);
    // 有违法所得的，没收违法所得: the words say no more than the type itself.
    const idle = type === 'confiscate-gains' && conditions.some(isAmount) && !conditions.every(isFromSum);
    if (conditions.length < threats.length || covers(threats) || idle) return [];
    const [only, ...more] = [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()];
    const when = more.length > 0 ? { any: [only!, ...more].map(asCondition) } : only!;
    const must = threats.every(({ optional }) => !optional) && !mayGiveWay(type, own);
    return [{ type, when, ...(must ? { must: true as const } : {}) }];
  });
}

/** 责令停产停业，直至吊销许可证: the graver one may stand in its place. */
function mayGiveWay(type: PenaltyType, own: Threat[]): boolean {
  const lesser: PenaltyType[] = ['suspend', 'suspend-permit', 'restrict-business', 'downgrade'];
  const graver: PenaltyType[] = ['revoke', 'close'];
  return lesser.includes(type) && own.some((one) => one.optional && graver.includes(one.type));
}

/** The spans; one without a condition of its own holds where no other condition does. */
function finesOf(threats: Threat[]): SanctionFine[] {
  const read = threats.filter((one) => one.type === 'fine' && one.range && one.subject !== 'other');
  return read.map(({ when, subject, party, range }) => {
    const rivals = read.filter(
      (one) => one.when && one.subject === subject && (!one.party || !party || one.party === party),
    );
    const others = [
      ...new Map(rivals.map((one) => [JSON.stringify(one.when), asCondition(one.when!)])).values(),
    ];
    const own = when
      ? asCondition(when)
      : others.length > 0
        ? { all: others.map((one): Condition => ({ not: one })) }
        : undefined;
    return {
      ...(own ? { when: own } : {}),
      ...(subject === 'responsible-person' ? { subject } : {}),
      ...(party ? { party } : {}),
      range: range!,
    };
  });
}

function asCondition(when: ClauseCondition): Condition {
  return when === 'serious' ? { factor: 'serious', op: '=', value: true } : when;
}

/** 违法所得超过1万元的，没收违法所得: gains below the sum stay with the party. */
function isFromSum(when: ClauseCondition | undefined): boolean {
  return (
    when !== undefined &&
    when !== 'serious' &&
    'factor' in when &&
    when.factor === 'gains' &&
    (when.op === '>' || when.op === '>=') &&
    Number(when.value) > 0
  );
}

function isAmount(when: ClauseCondition): boolean {
  if (when === 'serious') return false;
  if ('all' in when) return when.all.every(isAmount);
  if ('any' in when) return when.any.some(isAmount);
  return 'factor' in when && (when.factor === 'goods' || when.factor === 'gains');
}
