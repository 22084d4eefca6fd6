import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import type { Penalty } from '../../../law/sanction.ts';
import { PENALTY_LAW, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { isMajor } from '../../screening/is-major.ts';
import { saidToBeMajor } from '../../screening/said-to-be-major.ts';
import { beforeDecision, beforeProposal } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { reviewConclusion, reviewOrder, reviewSigned, reviewText } from './review-parts.ts';

/** 58(1)(2): review is due because the case went through a hearing. */
const HEARD_CASE = citationText({ law: PENALTY_LAW, article: '58', paragraph: 1, item: 2 });

/** C3-18 应当法制审核的已审核并通过. */
export const reviewPassed = rule({
  id: 'C3-18',
  criterion: 3,
  question: '应当法制审核的，是否在负责人批准前对同一文本审核并通过？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [penaltyLaw(58, '四类案件决定前须法制审核，未审核或未通过的不得决定', { paragraph: 1 })],
  otherBasis: [{ document: '国办发〔2018〕118号', gist: '重大执法决定作出前应当法制审核' }],
  reading:
    '“重大权益”与“经过听证”须同时具备；只有“同意”和“同意并建议完善”算通过；审核后改动文本的，须重新审核；因经过听证而应当审核的，听证之后须有审核，只有听证前审核的，不作结论。是否应当审核不明而已经送审的，审核没有通过或者晚于批准、决定的，同样指出。已经成卷并作出处罚决定（必备文书过半在卷）而没有审核材料的，视为没有审核；案卷自己写明应当审核或者审核后补的、经过听证的，同样处理；只有公开信息或者摘录的，不作结论。',
  about: ({ file, profile }) => {
    const major = isMajor(file, profile);
    if (major.isMajor === false)
      return notApplicable('不属于应当法制审核的情形。', ['major', 'hearing.held', 'proposal']);
    if (major.isMajor === undefined && beforeProposal(file)) {
      return notApplicable('尚未提出拟处罚意见，是否应当法制审核届时再判断。');
    }
    if (major.isMajor === undefined) {
      const fault = (file.review && faultOfReview(file.review, file)) ?? leftOut(file, profile);
      return (
        fault ?? unclear(`是否应当法制审核，缺少${major.unknown.join('、')}。`, major.unknown, ['major'])
      );
    }
    const why = major.triggers.map((trigger) => trigger.why).join('；');
    if (file.review) {
      const heard = major.triggers.some(({ basis }) => basis === HEARD_CASE);
      return { why, review: file.review, heard };
    }
    if (beforeDecision(file) && !file.approval) {
      return notApplicable(`${why}，应当法制审核，尚未送审，也未作出决定。`);
    }
    return dossierLacks(file, profile, ['review-opinion', 'review-submission'], /法制审核|审核意见/)
      ? notMet(`${why}，应当法制审核，案卷已经成卷并作出决定，没有法制审核意见，也没有送审材料。`, [
          'decision.date',
          'decision.draft',
          'papers',
        ])
      : unclear(`${why}，应当法制审核，案卷没有法制审核意见。`, ['法制审核意见']);
  },
  decide: ({ why, review, heard }, { file }) => {
    if (!review.conclusion && review.signed !== false && beforeDecision(file) && !file.approval) {
      return notApplicable(`${why}，已送法制审核，尚未作出决定。`, ['review']);
    }
    return combine(
      [
        reviewConclusion(review),
        reviewSigned(review),
        ...reviewOrder(review, file),
        ...(heard ? afterHearing(review.signedOn, file.hearing?.heldOn) : []),
        ...reviewText(review, file),
      ],
      met(`${why}，已经法制审核。`, ['review']),
    );
  },
});

/** A row of a form, or words, by which the review was given elsewhere than in an opinion of its own. */
const GIVEN =
  /法制[^。；;\n]{0,24}(?:同意|通过|无异议|合法|适当)|审核(?:意见|机构|人|科|股)[^。；;\n]{0,12}(?:同意|通过)|(?<!未|没有|应当|应|须|需)经(?!济)[^。；;，,\n]{0,6}法制(?:机构|部门)?审核/;
const NEVER = /(?!)/;

/** A finished dossier without any review, of a case that its own papers call major, or that went through a hearing. */
function leftOut(file: CaseFile, profile: Profile): Answer | undefined {
  if (file.review?.conclusion || file.review?.signedOn) return undefined;
  if (file.papers?.some(({ text = '' }) => GIVEN.test(text))) return undefined;
  if (!dossierLacks(file, profile, ['review-opinion'], NEVER)) return undefined;
  const said = saidToBeMajor(file, 'review');
  const heard = file.hearing?.held === true;
  if (!said && !heard) return undefined;
  return notMet(
    `${said ? said.why : '本案经过听证程序'}，应当法制审核，案卷已经成卷并作出决定，没有法制审核意见。`,
    [...(said ? [said.path] : ['hearing.held']), 'decision.date', 'decision.draft', 'papers'],
  );
}

/**
 * Whoever sent the case to legal review treated it as one that needs it: an opinion that did not pass, or came too late,
 * is a fault whatever the catalogue says.
 */
function faultOfReview(review: NonNullable<CaseFile['review']>, file: CaseFile): Answer | undefined {
  const passed = heeded(review, file) ? [] : [reviewConclusion(review)];
  const fault = [...passed, ...reviewOrder(review, file)].find(({ answer }) => answer === 'not-met');
  return fault && { ...fault, reason: `本案已送法制审核：${fault.reason}` };
}

/** Advice to correct is heeded where the decision differs from what had been told to the party, or imposes nothing. */
function heeded({ conclusion }: NonNullable<CaseFile['review']>, file: CaseFile): boolean {
  if (conclusion !== 'correct' && conclusion !== 'problems') return false;
  if (endsWithoutPenalty(file)) return true;
  const imposed = (penalties: Penalty[] | undefined) =>
    JSON.stringify((penalties ?? []).map(({ type, amount }) => [type, amount]).sort());
  const told = file.priorNotices?.at(-1)?.penalties;
  return !told || imposed(told) !== imposed(file.decision?.penalties);
}

/** An opinion from before the hearing cannot be the review of a case that went through it. */
function afterHearing(signedOn: Day | undefined, heldOn: Day | undefined): Answer[] {
  if (!signedOn) return [];
  if (!heldOn) {
    return [unclear('听证日期没有载明，法制审核是否在听证之后不明。', ['听证举行日期'], ['review.signedOn'])];
  }
  if (signedOn >= heldOn) return [];
  return [
    unclear(
      `法制审核于${chineseDay(signedOn)}完成，听证于${chineseDay(heldOn)}举行，听证后有没有再次审核没有载明。`,
      ['听证后的法制审核意见'],
      ['review.signedOn', 'hearing.heldOn'],
    ),
  ];
}
