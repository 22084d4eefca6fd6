import type { CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { Day } from '../../law/dates.ts';
import { type Fen, fen, yuan } from '../../law/money.ts';
import { PENALTY_TYPES, type PenaltyType } from '../../law/penalties.ts';
import type { Penalty } from '../../law/sanction.ts';
import { REVISED_ON } from '../rules/penalty-law.ts';
import { profileCovers } from '../steps/agency-names.ts';
import { endsWithoutPenalty } from '../steps/ends-without-penalty.ts';
import { ownHearingStandard } from './own-hearing-standard.ts';
import { saidToReachHearing } from './said-to-reach-hearing.ts';

export interface HearingDue {
  /** `undefined`: no trigger is shown, but a fact or figure that could be one is not known. */
  due: boolean | undefined;
  why: string[];
  unknown: string[];
  paths: string[];
}

/** 行政处罚法 63(1)(3) and (4) by kind; the 1996 text (42) named only two of them before its open end. */
const ALWAYS: PenaltyType[] = ['downgrade', 'revoke', 'suspend', 'close', 'bar-occupation'];
const ALWAYS_1996: PenaltyType[] = ['suspend', 'revoke'];
const NEVER: PenaltyType[] = ['warning', 'public-criticism', 'fine', 'confiscate-gains', 'confiscate-goods'];
const CONFISCATIONS: PenaltyType[] = ['confiscate-gains', 'confiscate-goods'];

/**
 * Whether the right to a hearing must be told (行政处罚法 63; before 15 July 2021 Art 42), on the law of day `on`.
 * Every penalty that was notified, decided or, before either, proposed is looked at; amounts are compared with the
 * profile's thresholds for the field and kind of party. What a paper of the agency says of its own standard holds
 * against it, whatever the profile knows.
 */
export function hearingDue(file: CaseFile, profile: Profile, on: Day): HearingDue {
  const lists = penaltyLists(file);
  const found: HearingDue = { due: undefined, why: [], unknown: [], paths: lists.map(({ path }) => path) };
  if (lists.length === 0) {
    if (endsWithoutPenalty(file)) return { ...found, due: false, paths: ['decision.result'] };
    return { ...found, unknown: ['拟处罚的种类和金额'] };
  }
  const always = on < REVISED_ON ? ALWAYS_1996 : ALWAYS;
  for (const { penalties } of lists) {
    for (const { type } of penalties) {
      if (always.includes(type)) found.why.push(`拟处${PENALTY_TYPES[type]}`);
      else if (!NEVER.includes(type))
        found.unknown.push(`“${PENALTY_TYPES[type]}”是否属于其他较重的行政处罚`);
    }
    judgeAmount(found, file, profile, on, ['fine'], penalties);
    const before = found.why.length;
    for (const type of CONFISCATIONS) judgeAmount(found, file, profile, on, [type], penalties);
    if (found.why.length === before) judgeTogether(found, file, profile, on, penalties);
  }
  const said = saidToReachHearing(file) ?? ownHearingStandard(file);
  if (said) {
    found.why.push(said.why);
    found.paths.push(said.path);
  }
  const unique = (list: string[]) => [...new Set(list)];
  const due = found.why.length > 0 ? true : found.unknown.length > 0 ? undefined : false;
  return {
    due,
    why: unique(found.why),
    unknown: unique(found.unknown),
    paths: [...found.paths, 'party.kind'],
  };
}

function judgeAmount(
  found: HearingDue,
  file: CaseFile,
  profile: Profile,
  on: Day,
  types: PenaltyType[],
  penalties: Penalty[],
): void {
  const counted = penalties.filter(({ type }) => types.includes(type));
  if (counted.length === 0) return;
  const name = PENALTY_TYPES[types[0]!];
  const row = thresholdRow(file, profile, on);
  if (!row) {
    const beyond = types[0] === 'fine' ? beyondAll(file, profile, on, counted) : undefined;
    if (beyond) found.why.push(beyond);
    else found.unknown.push('本领域听证标准');
    return;
  }
  if (types[0] !== 'fine' && !row.confiscation) {
    if (on >= REVISED_ON) found.unknown.push('没收的听证标准');
    return;
  }
  const threshold = row[partyAs(file, row)];
  const limit = fen(threshold.yuan);
  const amounts = counted.map((penalty) => amountOf(penalty, file));
  const sum = amounts.reduce<Fen>((total, amount) => total + (amount ?? 0), 0);
  if (threshold.inclusive ? sum >= limit : sum > limit) {
    found.why.push(
      `拟${name}${yuan(sum)}，达到听证标准${yuan(limit)}（${threshold.inclusive ? '含' : '不含'}本数）`,
    );
  } else if (amounts.includes(undefined)) {
    found.unknown.push(`${name}的金额`);
  }
}

/** So many fields have to have a standard before the highest of them says anything of another. */
const KNOWN_FIELDS = 3;
/** Supervisors of banks and markets have standards of another size. */
const FINANCE = /银行|金融|证券|保险|外汇|期货/;

/**
 * A fine in a field without a standard of its own that is large by every measure (行政处罚法 63(1)(1)): at least twice the
 * highest standard of any field in force on that day.
 */
function beyondAll(file: CaseFile, profile: Profile, on: Day, fines: Penalty[]): string | undefined {
  if (!file.field || FINANCE.test(file.agency.name) || profileCovers(profile, file) !== true)
    return undefined;
  const valid = profile.hearingThresholds.filter(
    (row) => (!row.from || row.from <= on) && (!row.to || on <= row.to),
  );
  if (new Set(valid.map(({ field }) => field)).size < KNOWN_FIELDS) return undefined;
  const as = file.party.kind === 'person' ? 'person' : 'unit';
  const highest = Math.max(...valid.map((row) => fen(row[as].yuan)));
  const sum = fines.reduce<Fen>((total, penalty) => total + (amountOf(penalty, file) ?? 0), 0);
  return sum >= 2 * highest
    ? `拟罚款${yuan(sum)}，达到各领域听证标准最高数额${yuan(highest)}的两倍，属于较大数额罚款`
    : undefined;
}

/** Gains and goods that reach the threshold only together: some rules of a field add them up, the law does not say. */
function judgeTogether(
  found: HearingDue,
  file: CaseFile,
  profile: Profile,
  on: Day,
  penalties: Penalty[],
): void {
  const row = thresholdRow(file, profile, on);
  if (!row?.confiscation) return;
  const { yuan: limit, inclusive } = row[partyAs(file, row)];
  const sum = penalties
    .filter(({ type }) => CONFISCATIONS.includes(type))
    .reduce<Fen>((total, penalty) => total + (amountOf(penalty, file) ?? 0), 0);
  if (inclusive ? sum >= fen(limit) : sum > fen(limit)) {
    found.unknown.push('没收违法所得和非法财物是否合并计算听证标准');
  }
}

/** Confiscated goods without a sum of their own are worth what the file values the goods at. */
function amountOf(penalty: Penalty, file: CaseFile): Fen | undefined {
  const { amounts } = file.violation;
  const valued = penalty.type === 'confiscate-goods' ? amounts?.goods : undefined;
  const sum = penalty.amount ?? valued?.yuan;
  return sum === undefined ? undefined : fen(sum);
}

function thresholdRow(file: CaseFile, profile: Profile, on: Day) {
  // Another place's figures say nothing about this agency.
  if (profileCovers(profile, file) !== true) return undefined;
  const { hearingThresholds } = profile;
  const valid = hearingThresholds.filter((row) => (!row.from || row.from <= on) && (!row.to || on <= row.to));
  return valid.find((row) => row.field === file.field) ?? valid.find((row) => row.field === '*');
}

function partyAs({ party }: CaseFile, row: Profile['hearingThresholds'][number]): 'person' | 'unit' {
  if (party.kind === 'individual-business') return row.individualBusinessAs;
  return party.kind === 'person' ? 'person' : 'unit';
}

function penaltyLists(file: CaseFile): { penalties: Penalty[]; path: string }[] {
  const told = (file.priorNotices ?? []).flatMap((notice, index) =>
    notice.penalties ? [{ penalties: notice.penalties, path: `priorNotices.${index}.penalties` }] : [],
  );
  const decided = file.decision?.penalties
    ? [{ penalties: file.decision.penalties, path: 'decision.penalties' }]
    : [];
  if (told.length + decided.length > 0) return [...told, ...decided];
  // What was notified or decided is not known: the proposal before it proves nothing.
  if (file.priorNotices?.length || file.decision) return [];
  return file.proposal ? [{ penalties: file.proposal.penalties, path: 'proposal.penalties' }] : [];
}
