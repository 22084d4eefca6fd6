import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

type Review = NonNullable<CaseFile['review']>;

const CONCLUSIONS: Record<NonNullable<Review['conclusion']>, string> = {
  agree: '同意',
  'agree-with-advice': '同意并建议完善',
  problems: '存在问题',
  correct: '建议纠正',
  disagree: '不同意',
  transfer: '建议移送有权机关',
  'refer-to-police': '建议移送公安机关',
  return: '退回补正',
};

/** Only two conclusions pass. */
export function reviewConclusion({ conclusion }: Review): Answer {
  if (!conclusion) return unclear('案卷未载明法制审核的结论。', ['法制审核结论'], ['review']);
  return conclusion === 'agree' || conclusion === 'agree-with-advice'
    ? met(`法制审核结论为“${CONCLUSIONS[conclusion]}”。`, ['review.conclusion'])
    : notMet(`法制审核应当通过，结论为“${CONCLUSIONS[conclusion]}”。`, ['review.conclusion']);
}

export function reviewSigned({ signed }: Review): Answer {
  if (signed === undefined)
    return unclear('法制审核意见是否签署没有载明。', ['法制审核意见的签署'], ['review']);
  return signed
    ? met('审核意见已签署。', ['review.signed'])
    : notMet('法制审核意见没有签署。', ['review.signed']);
}

/** The opinion on or before the head's approval; without an approval, before the decision. */
export function reviewOrder({ signedOn }: Review, { approval, decision }: CaseFile): Answer[] {
  if (approval && !approval.approvedOn) {
    return [unclear('核对审核先后需要负责人批准日期，案卷未载明。', ['负责人批准日期'], ['review'])];
  }
  const until = approval?.approvedOn ?? decision?.date;
  if (!until) {
    return decision || approval
      ? [unclear('核对审核先后需要批准日期或者决定日期，案卷未载明。', ['负责人批准日期'], ['review'])]
      : [];
  }
  const path = approval?.approvedOn ? 'approval.approvedOn' : 'decision.date';
  const name = approval?.approvedOn ? '负责人批准' : '决定';
  if (!signedOn) return [unclear('案卷未载明法制审核意见的日期。', ['法制审核意见日期'], [path])];
  const found = `法制审核于${chineseDay(signedOn)}完成，${name}于${chineseDay(until)}`;
  return [
    signedOn <= until
      ? met(`${found}，先后相符。`, ['review.signedOn', path])
      : notMet(`${found}，审核应在${name}之前。`, ['review.signedOn', path]),
  ];
}

/** The text that was approved is the text that was reviewed. */
export function reviewText({ textDigest }: Review, { approval, decision }: CaseFile): Answer[] {
  if (!approval && !decision) return [];
  if (!textDigest || !approval?.textDigest) {
    return [
      unclear('审核文本与批准文本是否一致没有摘要可以比对。', ['审核文本与批准文本的一致性'], ['review']),
    ];
  }
  const paths = ['review.textDigest', 'approval.textDigest'];
  return [
    textDigest === approval.textDigest
      ? met('批准的文本与审核的文本一致。', paths)
      : notMet('批准的文本与审核的文本不一致，改动后应重新审核。', paths),
  ];
}
