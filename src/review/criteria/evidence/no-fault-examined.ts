import type { CaseFile } from '../../../cases/case-file.ts';
import { citationText } from '../../../law/citation.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, type Context, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { unconfirmed } from '../../rules/unconfirmed.ts';
import { noFaultOffered } from '../../steps/no-fault-offered.ts';

type Offer = NonNullable<NonNullable<CaseFile['defence']>['noFaultEvidence']>;
const PATH = 'defence.noFaultEvidence';

export const noFaultExamined = rule({
  id: 'C4-19',
  criterion: 4,
  question: '当事人举证没有主观过错的，是否已审查并说明理由？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw('33', '当事人有证据足以证明没有主观过错的，不予处罚，法律、行政法规另有规定的除外。', {
      paragraph: 2,
      states: ['没有主观过错', '法律、行政法规另有规定'],
    }),
  ],
  reading:
    '举证责任在当事人，没有举证的不适用；没有陈述申辩也没有听证的，或者记录的要点没有提到过错的，视为没有举证，在询问中举证的应另行记入。排除审查的另有规定只能是法律或者行政法规。',
  about: ({ file }) => noFaultOffered(file),
  decide: (offer, context) => {
    const answer = offer.exception ? excepted(offer.exception, context) : examined(offer);
    if (answer.answer !== 'met' || !unconfirmed(context.file, PATH)) return answer;
    return unclear(
      '对没有主观过错证据的审查由模型提出或者来历不明，尚无人确认。',
      ['对审查意见的确认'],
      answer.paths,
    );
  },
});

function examined({ examined: done, accepted, reasons }: Offer): Answer {
  const paths = [`${PATH}.examined`, `${PATH}.accepted`, `${PATH}.reasons`];
  if (done === false) return notMet('当事人举证没有主观过错，案卷没有审查。', paths);
  const missing = [
    ...(done ? [] : ['是否审查']),
    ...(accepted === undefined ? ['是否采信'] : []),
    ...(reasons ? [] : ['理由']),
  ];
  return missing.length > 0
    ? unclear(
        `当事人举证没有主观过错，${missing.join('、')}没有写明。`,
        missing.map((what) => `没有主观过错证据的审查：${what}`),
        paths,
      )
    : met(`当事人举证没有主观过错，已审查并说明理由，${accepted ? '予以' : '不予'}采信。`, paths);
}

/** A law or administrative regulation that does not ask for fault leaves nothing to examine; a lower norm does not. */
function excepted(exception: NonNullable<Offer['exception']>, { book, profile }: Context): Answer {
  const text = citationText(exception);
  const paths = [`${PATH}.exception`];
  const level: NormLevel | undefined = book.levelOf(exception.law) ?? exception.level;
  const listed = profile.noFaultExceptions.includes(exception.law);
  if (listed || level === 'law' || level === 'administrative-regulation') {
    return met(`${text}另有规定，不以主观过错为要件。`, paths);
  }
  return level
    ? notMet(`另有规定应为法律或者行政法规，${text}是${NORM_LEVELS[level]}。`, paths)
    : unclear(`${text}的层级没有写明，不能判断是否为法律、行政法规。`, [`《${exception.law}》的层级`], paths);
}
