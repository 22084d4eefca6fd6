import type { AnyCaseFile, CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { validOn } from '../../corpus/valid-on.ts';
import { citationText } from '../../law/citation.ts';
import type { Truth } from '../../law/condition.ts';
import type { Day } from '../../law/dates.ts';
import { type Fen, fen, yuan } from '../../law/money.ts';
import { PENALTY_TYPES, type PenaltyType } from '../../law/penalties.ts';
import { standingDeviation } from '../benchmark/standing-deviation.ts';
import { profileCovers } from '../steps/agency-names.ts';
import { endsWithoutPenalty } from '../steps/ends-without-penalty.ts';
import { GUIDANCE, isMajorAct } from './is-major-act.ts';

/** Whether a decision needs legal review first, with each reason that makes it so and the facts nobody has settled. */
export interface MajorResult {
  /** `undefined` when no trigger is shown and at least one fact that could be one is not known. */
  isMajor: boolean | undefined;
  triggers: { why: string; basis: string }[];
  unknown: string[];
}

type Trigger = Profile['majorDecisions'][number];
type Penalties = NonNullable<CaseFile['proposal']>['penalties'];

const STATUTE = '中华人民共和国行政处罚法';
/** The day from which legal review hangs on four kinds of case (the 2021 text, Art 58). */
const FOUR_CASES_FROM = '2021-07-15';

/**
 * 重大执法决定: the four cases of 行政处罚法 58(1) and the entries of the jurisdiction profile.
 * Penalties are those of the decision; before there is one, of the proposal. Within one profile entry any of the named
 * thresholds, types or flags is enough: a reading that misses no decision its drafters meant to catch.
 */
export function isMajor(file: AnyCaseFile, profile: Profile): MajorResult {
  if (file.action !== 'penalty') return isMajorAct(file);
  const triggers: MajorResult['triggers'] = [];
  const unknown = new Set<string>();
  const on = file.decision?.date ?? file.approval?.approvedOn ?? file.review?.submittedOn;
  if (!on || on >= FOUR_CASES_FROM) {
    for (const { item, why, holds } of statutoryCases(file, unknown)) {
      if (holds)
        triggers.push({ why, basis: citationText({ law: STATUTE, article: '58', paragraph: 1, item }) });
    }
  }
  // Another place's catalogue says nothing about this agency's decisions.
  const ours = profileCovers(profile, file) !== false;
  const catalogued = file.major?.catalogued;
  if (catalogued) triggers.push({ why: '列入重大执法决定法制审核目录', basis: GUIDANCE });
  if (catalogued === undefined && (!ours || !catalogueEntered(profile, on))) {
    unknown.add('当地的重大执法决定目录');
  }
  for (const trigger of ours ? profile.majorDecisions : []) {
    if (!covers(trigger, file, profile, on)) continue;
    const why = reasonOf(trigger, file, unknown);
    if (why) triggers.push({ why, basis: trigger.source });
  }
  const { extendReview } = profile;
  if (
    ours &&
    extendReview?.manner === 'require' &&
    file.procedure === 'ordinary' &&
    validOn(extendReview, on)
  ) {
    triggers.push({ why: '普通程序的决定都要法制审核', basis: extendReview.source });
  }
  const settled = triggers.length > 0;
  return { isMajor: settled ? true : unknown.size > 0 ? undefined : false, triggers, unknown: [...unknown] };
}

/** Whether the profile holds the agency's catalogue: a plan may ask for one without saying what stands in it. */
function catalogueEntered({ majorCatalogue, majorDecisions }: Profile, on: Day | undefined): boolean {
  if (majorCatalogue) return majorCatalogue.entered || !validOn(majorCatalogue, on);
  return majorDecisions.length > 0;
}

function statutoryCases(file: CaseFile, unknown: Set<string>) {
  return [
    { item: 1, why: '涉及重大公共利益', holds: flagOf('publicInterest', file, unknown) },
    {
      item: 2,
      why: '直接关系当事人或者第三人重大权益，且经过听证程序',
      holds: flagOf('majorRightsAndHearing', file, unknown),
    },
    { item: 3, why: '案件情况疑难复杂、涉及多个法律关系', holds: flagOf('complex', file, unknown) },
  ];
}

/** Field, kind of party and dates of the entry. */
function covers(trigger: Trigger, file: CaseFile, profile: Profile, on: Day | undefined): boolean {
  if (trigger.field !== '*' && trigger.field !== file.field) return false;
  if (trigger.party !== 'any' && trigger.party !== partyAs(file, profile)) return false;
  return validOn(trigger, on);
}

function partyAs(file: CaseFile, profile: Profile): 'person' | 'unit' {
  if (file.party.kind === 'person') return 'person';
  if (file.party.kind === 'organisation') return 'unit';
  const rows = profile.hearingThresholds;
  const row = rows.find((entry) => entry.field === file.field) ?? rows.find((entry) => entry.field === '*');
  return row?.individualBusinessAs ?? 'person';
}

function reasonOf(trigger: Trigger, file: CaseFile, unknown: Set<string>): string | undefined {
  if (trigger.flag && flagOf(trigger.flag, file, unknown)) return trigger.name;
  if (!trigger.fine && !trigger.confiscation && !trigger.types) return undefined;
  const penalties = file.decision ? file.decision.penalties : file.proposal?.penalties;
  if (!penalties) {
    const result = file.decision ? file.decision.result : file.proposal?.result;
    if (!result || result === 'penalty') unknown.add('拟处罚的种类和金额');
    return undefined;
  }
  const imposed = penalties.find((penalty) => trigger.types?.includes(penalty.type));
  if (imposed) return `${trigger.name}：${PENALTY_TYPES[imposed.type]}`;
  const fine = reached(trigger.fine, penalties, ['fine'], unknown);
  if (fine !== undefined) return `${trigger.name}：罚款${yuan(fine)}`;
  const taken = reached(trigger.confiscation, penalties, ['confiscate-gains', 'confiscate-goods'], unknown);
  return taken === undefined ? undefined : `${trigger.name}：没收${yuan(taken)}`;
}

/** The sum when it reaches the threshold. A penalty without its amount leaves the question open. */
function reached(
  threshold: Trigger['fine'],
  penalties: Penalties,
  types: PenaltyType[],
  unknown: Set<string>,
): Fen | undefined {
  const counted = penalties.filter((penalty) => types.includes(penalty.type));
  if (!threshold || counted.length === 0) return undefined;
  const sum = counted.reduce((total, penalty) => total + fen(penalty.amount ?? 0), 0);
  const limit = fen(threshold.yuan);
  if (threshold.inclusive ? sum >= limit : sum > limit) return sum;
  for (const penalty of counted) {
    if (penalty.amount === undefined) unknown.add(`${PENALTY_TYPES[penalty.type]}的金额`);
  }
  return undefined;
}

function flagOf(flag: NonNullable<Trigger['flag']>, file: CaseFile, unknown: Set<string>): Truth {
  const known = (value: boolean | undefined, question: string): Truth => {
    if (value === undefined) unknown.add(question);
    return value;
  };
  const { major } = file;
  switch (flag) {
    case 'publicInterest':
      return known(major?.publicInterest, '是否涉及重大公共利益');
    case 'socialRisk':
      return known(major?.socialRisk, '是否可能造成重大社会影响或者引发社会风险');
    case 'majorRights':
      return known(major?.majorRights, '是否直接关系当事人或者第三人重大权益');
    case 'complex':
      return known(major?.complex, '是否疑难复杂、涉及多个法律关系');
    case 'hearing':
      return known(hearingHeld(file), '是否经过听证程序');
    case 'majorRightsAndHearing': {
      const held = hearingHeld(file);
      if (major?.majorRights === false || held === false) return false;
      const rights = known(major?.majorRights, '是否直接关系当事人或者第三人重大权益');
      const heard = known(held, '是否经过听证程序');
      return rights && heard;
    }
    case 'mitigated': {
      if (endsWithoutPenalty(file)) return false;
      const grade = file.decision ? file.decision.grade : file.proposal?.grade;
      return known(grade && grade === 'mitigated', '裁量等次（是否减轻处罚）');
    }
    case 'deviation':
      return standingDeviation(file) !== undefined;
  }
}

/** `undefined` when the file does not say; a right that was waived or not used is a hearing that was not held. */
function hearingHeld(file: CaseFile): Truth {
  const hearing = file.hearing;
  if (hearing?.held !== undefined) return hearing.held;
  if (hearing?.heldOn) return true;
  return hearing?.requested === false || hearing?.waivedOn ? false : undefined;
}
