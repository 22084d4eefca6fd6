import { rule } from '../../rules/rule.ts';
import { judgePublicNotices, publicationDays, publicNotices } from './public-notice.ts';

/** C3-25.2013 公告送达满六十日, for notices published before 1 January 2022. */
export const publicNoticeSixtyDays = rule({
  id: 'C3-25.2013',
  criterion: 3,
  question: '公告送达是否在其他方式无法送达时采用，并满六十日才视为送达（2021年修正前）？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'practice',
  basis: [
    {
      law: '中华人民共和国民事诉讼法',
      article: '92',
      gist: '下落不明或其他方式无法送达的可公告，经过六十日视为送达',
      from: '2013-01-01',
      to: '2021-12-31',
      states: ['六十日'],
    },
  ],
  reading: '以公告发布日的法律为准；旧条文不在库中，条号和天数以当地核对为准。',
  lawOf: (context) => publicationDays(context).at(0),
  about: (context) => publicNotices(context, true),
  decide: (services, context) => judgePublicNotices(services, 60, context),
});
