import { rule } from '../../rules/rule.ts';
import { judgePublicNotices, publicationDays, publicNotices } from './public-notice.ts';

/** C3-25 公告送达满三十日. */
export const publicNoticeThirtyDays = rule({
  id: 'C3-25',
  criterion: 3,
  question: '公告送达是否在其他方式无法送达时采用，并满三十日才视为送达？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    {
      law: '中华人民共和国民事诉讼法',
      article: '95',
      paragraph: 1,
      gist: '下落不明或其他方式无法送达的可公告，经过三十日视为送达',
      from: '2022-01-01',
      states: ['三十日'],
    },
    {
      law: '中华人民共和国民事诉讼法',
      article: '95',
      paragraph: 2,
      gist: '案卷中写明公告送达的原因和经过',
      from: '2022-01-01',
    },
  ],
  reading: '公告当日不计，第三十日即为视为送达日；没有记载其他方式无法送达经过的，先提示补充材料。',
  lawOf: (context) => publicationDays(context).at(-1),
  about: (context) => publicNotices(context, false),
  decide: (services, context) => judgePublicNotices(services, 30, context),
});
