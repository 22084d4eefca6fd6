import { chineseDay } from '../../../law/dates.ts';
import {
  type ActView,
  type Answer,
  actRule,
  combine,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { levyDay } from '../../steps/levy-decision.ts';

/** ZS-06 列入重大目录的已法制审核. */
export const levyReviewed = actRule({
  id: 'ZS-06',
  actions: ['levy'],
  criterion: 3,
  question: '列入重大执法决定目录的征收，是否在决定前通过法制审核？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'seed',
  basis: [],
  otherBasis: [
    { document: '国办发〔2018〕118号（由示范文件转述）', gist: '重大执法决定作出前应当法制审核' },
    { document: '示范文件（三）3，第 18、19 项', gist: '列入目录的，未经审核或者审核未通过的不得作出决定' },
  ],
  reading: '只有“同意”和“同意并建议完善”算通过；审核与决定同日的，算在决定之前。',
  lawOf: ({ file }) => levyDay(file),
  about: ({ file }) => {
    const path = 'major.catalogued';
    const listed = file.major?.catalogued;
    if (listed === undefined)
      return unclear('是否列入重大执法决定目录没有载明。', ['是否列入重大目录'], [path]);
    if (!listed) return notApplicable('没有列入重大执法决定目录。', [path]);
    if (file.levy?.reviewed === false) {
      return notMet('列入重大目录，应当法制审核，没有审核。', [path, 'levy.reviewed']);
    }
    if (file.review) return file.review;
    return file.levy?.levyDecision && !file.levy.levyDecision.draft
      ? unclear('列入重大目录，应当法制审核，案卷没有法制审核意见。', ['法制审核意见'], [path, 'review'])
      : notApplicable('列入重大目录，尚未作出决定，也未送法制审核。', [path]);
  },
  decide: (review, { file }) =>
    combine([passed(review), inTime(review, file)], met('已通过法制审核。', ['review'])),
});

type Review = NonNullable<ActView['review']>;

function passed({ conclusion }: Review): Answer {
  const path = 'review.conclusion';
  if (!conclusion) return unclear('法制审核的结论没有载明。', ['法制审核结论'], [path]);
  return conclusion === 'agree' || conclusion === 'agree-with-advice'
    ? met('法制审核通过。', [path])
    : notMet('法制审核没有通过。', [path]);
}

function inTime({ signedOn }: Review, { levy }: ActView): Answer {
  const paths = ['review.signedOn', 'levy.levyDecision.date'];
  if (!signedOn) return unclear('法制审核意见的日期没有载明。', ['法制审核意见日期'], paths);
  const decided = levy?.levyDecision;
  if (!decided || (decided.draft && !decided.date))
    return met('法制审核已完成，尚未作出决定。', ['review.signedOn']);
  if (!decided.date) return unclear('征收决定的日期没有载明。', ['征收决定日期'], paths);
  const found = `法制审核于${chineseDay(signedOn)}完成，决定于${chineseDay(decided.date)}作出`;
  return signedOn <= decided.date ? met(`${found}。`, paths) : notMet(`${found}，应先审核。`, paths);
}
