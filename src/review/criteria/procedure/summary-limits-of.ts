import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import type { Day } from '../../../law/dates.ts';
import { type Fen, fen, yuan } from '../../../law/money.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { profileCovers } from '../../steps/agency-names.ts';
import { type JudgedPenalties, judgedPenalties } from '../../steps/judged-penalties.ts';

/** Sums in yuan, both included. */
export interface SummaryLimits {
  person: number;
  unit: number;
}

/** Laws that set limits of their own for a decision on the spot (行政处罚法 51, last sentence). */
const OWN_LIMITS = [
  '中华人民共和国治安管理处罚法',
  '中华人民共和国海警法',
  '中华人民共和国渔业法',
  '中华人民共和国出境入境管理法',
];

/** The penalties of a summary-procedure case; an Answer for an ordinary one, or where there are none. */
export function summaryPenalties(file: CaseFile): JudgedPenalties | Answer {
  return file.procedure === 'summary'
    ? judgedPenalties(file)
    : notApplicable('本案适用普通程序。', ['procedure']);
}

/** 简易程序的种类和额度: warnings and fines alone, the fines together up to the limit of the kind of party. */
export function withinSummaryLimits(
  judged: JudgedPenalties,
  limits: SummaryLimits,
  file: CaseFile,
  profile: Profile,
  on: Day,
): Answer {
  const { penalties, name, path } = judged;
  const paths = ['procedure', 'party.kind', path];
  const other = penalties.find(({ type }) => type !== 'warning' && type !== 'fine');
  if (other) {
    return notMet(`当场处罚只能是警告或者罚款，${name}有${PENALTY_TYPES[other.type]}。`, paths);
  }
  const fines = penalties.filter(({ type }) => type === 'fine');
  if (fines.length === 0) return met(`${name}只有警告，可以当场处罚。`, paths);
  const sum = fines.reduce<Fen>((total, { amount }) => total + (amount === undefined ? 0 : fen(amount)), 0);
  const limit = limitOf(limits, file, profile, on, sum);
  if (isAnswer(limit)) return limit;
  const need = `对${limit.who}当场罚款不得超过${yuan(fen(limit.yuan))}（含本数）`;
  if (sum > fen(limit.yuan)) {
    const own = file.provisions?.punishing?.find(({ law }) => OWN_LIMITS.includes(law));
    return own
      ? unclear(
          `${need}，${name}罚款${yuan(sum)}；《${own.law}》另有规定，是否符合由人核对。`,
          [`《${own.law}》规定的当场处罚额度`],
          [...paths, 'provisions.punishing'],
        )
      : notMet(`${need}，${name}罚款${yuan(sum)}。`, paths);
  }
  return fines.some(({ amount }) => amount === undefined)
    ? unclear(`${need}，${name}的罚款金额没有载明。`, [`${name}的罚款金额`], paths)
    : met(`${need}，${name}罚款${yuan(sum)}。`, paths);
}

/** An individual business counts as the profile says; where it is silent, only if both readings agree. */
function limitOf(
  limits: SummaryLimits,
  file: CaseFile,
  profile: Profile,
  on: Day,
  sum: Fen,
): { who: string; yuan: number } | Answer {
  const person = { who: '公民', yuan: limits.person };
  const unit = { who: '法人或者其他组织', yuan: limits.unit };
  if (file.party.kind === 'person') return person;
  if (file.party.kind === 'organisation') return unit;
  const { summary } = profile;
  const valid = summary && (!summary.from || summary.from <= on) && (!summary.to || on <= summary.to);
  if (valid && profileCovers(profile, file) === true) {
    return summary.individualBusinessAs === 'person' ? person : unit;
  }
  if (sum <= fen(limits.person)) return person;
  if (sum > fen(limits.unit)) return unit;
  return unclear(
    `个体工商户按公民还是按单位适用当场处罚的额度，地区方案没有载明；罚款${yuan(sum)}，介于两者之间。`,
    ['个体工商户当场处罚额度的算法'],
    ['party.kind'],
  );
}
