import type { CaseFile } from '../cases/case-file.ts';
import { citationText } from '../law/citation.ts';
import { addYears, type Day } from '../law/dates.ts';
import { REVISED_ON } from '../law/revised-on.ts';
import { penaltyLawPlace } from './penalty-law-place.ts';
import type { DiscretionConflict, GroundsResult, MissingFact, Step } from './tier-result.ts';

/** The grounds of the case file with their provision in 行政处罚法 (2021): what each calls for. */
const GROUNDS = {
  'removed-harm': { name: '主动消除或者减轻违法行为危害后果', article: '32', item: 1 },
  coerced: { name: '受他人胁迫或者诱骗实施违法行为', article: '32', item: 2 },
  'confessed-unknown': { name: '主动供述行政机关尚未掌握的违法行为', article: '32', item: 3 },
  meritorious: { name: '配合行政机关查处违法行为有立功表现', article: '32', item: 4 },
  'other-law': { name: '法律、法规、规章规定的其他应当从轻或者减轻情形', article: '32', item: 5 },
  'minor-age': { name: '已满十四周岁不满十八周岁', article: '30', item: undefined },
  mental: { name: '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人', article: '31', item: undefined },
  heavier: { name: '从重情节', article: undefined, item: undefined },
} as const;

type Ground = NonNullable<NonNullable<CaseFile['circumstances']>['grounds']>[number];

export interface GroundsOfCase extends GroundsResult {
  steps: Step[];
  missing: MissingFact[];
  conflicts: DiscretionConflict[];
}

/**
 * What the file's grounds call for under 行政处罚法 30 to 33. Only accepted grounds count; a claimed ground is a
 * question still open. Nothing here moves an amount: 从轻 or 减轻, and how far, is chosen by people. `on` is the day of the act,
 * `decidedOn` that whose text is cited.
 */
export function groundsOfCase(
  file: CaseFile,
  on: Day | undefined,
  decidedOn?: Day | undefined,
): GroundsOfCase {
  const found: GroundsOfCase = { mayMitigate: false, heavier: false, steps: [], missing: [], conflicts: [] };
  const weights = new Set<Weight>();
  for (const ground of file.circumstances?.grounds ?? []) {
    const weight = takeGround(found, ground, file, { on, decidedOn });
    if (weight) weights.add(weight);
  }
  const place = (article: string) => penaltyLawPlace({ article }, decidedOn);
  const age = ageGroup(file, on);
  if (age === 'minor') {
    if (!file.circumstances?.grounds?.some(({ kind, state }) => kind === 'minor-age' && state === 'accepted'))
      found.steps.push({
        step: `情节：${GROUNDS['minor-age'].name}`,
        value: VALUES.must,
        basis: place('30'),
      });
    weights.add('must');
  }
  found.mayMitigate = weights.size > 0;
  found.heavier = (file.circumstances?.grounds ?? []).some(
    ({ kind, state }) => kind === 'heavier' && state === 'accepted',
  );
  if (found.mayMitigate && !weights.has('must')) found.byChoice = true;
  if (age === 'child') {
    found.noPenalty = 'must';
    found.steps.push({ step: '行为日不满十四周岁', value: '不予处罚，责令监护人管教', basis: place('30') });
    return found;
  }
  const noPenalty = noPenaltyOf(file, decidedOn);
  if (noPenalty) {
    found.noPenalty = noPenalty;
    found.steps.push({
      step: noPenalty === 'must' ? '轻微、及时改正、没有危害后果' : '初次违法、危害后果轻微、及时改正',
      value: noPenalty === 'must' ? '不予处罚' : '可以不予处罚',
      basis: penaltyLawPlace({ article: '33', paragraph: 1 }, decidedOn),
    });
  }
  return found;
}

/** Whether the norm obliges to go lower or allows it; `unsaid` where the file does not tell which the words of another norm are. */
type Weight = 'must' | 'may' | 'unsaid';

const VALUES: Record<Weight, string> = {
  must: '应当从轻或者减轻',
  may: '可以从轻或者减轻',
  unsaid: '从轻或者减轻（所依据的条文写的是“应当”还是“可以”，案卷没有写明）',
};

/** Adds one ground; answers its weight where it counts as a lighter one. */
function takeGround(
  { steps, missing, conflicts }: GroundsOfCase,
  ground: Ground,
  file: CaseFile,
  { on, decidedOn }: { on: Day | undefined; decidedOn: Day | undefined },
): Weight | undefined {
  const known = GROUNDS[ground.kind];
  if (ground.state === 'claimed')
    missing.push({
      factor: `circumstances.grounds.${ground.kind}`,
      question: `“${known.name}”已提出、尚未认定，请查明后采纳或者不采纳。`,
    });
  if (ground.state !== 'accepted') return undefined;
  const why = excluded(ground, file, on);
  if (why) {
    conflicts.push({ kind: 'no-ground', text: `“${known.name}”${why}，未予计入，请核对。`, blocks: false });
    return undefined;
  }
  const general = known.article
    ? penaltyLawPlace(
        { article: known.article, ...(known.item ? { paragraph: 1, item: known.item } : {}) },
        decidedOn,
      )
    : '案卷未写明依据';
  const basis = ground.basis ? citationText(ground.basis) : general;
  const weight = weightOf(ground);
  const name = weight === 'must' ? known.name : known.name.replace('其他应当', '其他');
  const value = ground.kind === 'heavier' ? '从重（不得超过法定上限）' : VALUES[weight];
  steps.push({ step: `情节：${name}`, value, basis });
  return ground.kind === 'heavier' ? undefined : weight;
}

/** 行政处罚法 31 allows, 30 and 32 oblige; of another norm its own words decide. */
function weightOf({ kind, obliges }: Ground): Weight {
  if (kind === 'mental') return 'may';
  if (kind !== 'other-law') return 'must';
  return obliges === undefined ? 'unsaid' : obliges ? 'must' : 'may';
}

/** Age and capacity are those of a natural person; behind a 个体工商户 stands one. */
function excluded({ kind }: Ground, file: CaseFile, on: Day | undefined): string | undefined {
  if (kind !== 'minor-age' && kind !== 'mental') return undefined;
  if (file.party.kind === 'organisation') return '只适用于自然人，本案当事人是单位';
  return kind === 'minor-age' && ageGroup(file, on) === 'adult'
    ? '与案卷中的出生日期不符，行为日已满十八周岁'
    : kind === 'minor-age' && ageGroup(file, on) === 'child'
      ? '与案卷中的出生日期不符，行为日不满十四周岁'
      : undefined;
}

/** The age of a natural person on the day of the act: one has reached it on the day after the birthday. */
function ageGroup({ party }: CaseFile, on: Day | undefined): 'child' | 'minor' | 'adult' | undefined {
  const birth = party.kind === 'person' ? party.birthDate : undefined;
  if (!birth || !on) return undefined;
  if (on <= addYears(birth, 14)) return 'child';
  return on <= addYears(birth, 18) ? 'minor' : 'adult';
}

/** 33(1): all three conditions must be known; the second sentence leaves a choice. Harm that occurred is judged by people. */
function noPenaltyOf(file: CaseFile, decidedOn: Day | undefined): 'must' | 'may' | undefined {
  const { minor, correctedInTime, harm, firstViolation } = file.violation;
  if (correctedInTime !== true || !harm) return undefined;
  if (minor === true && !harm.occurred) return 'must';
  // The former text knows the first sentence alone.
  if (decidedOn && decidedOn < REVISED_ON) return undefined;
  return firstViolation === true && !harm.occurred ? 'may' : undefined;
}
