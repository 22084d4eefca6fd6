import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionText, penaltyDecision } from '../../steps/penalty-decision.ts';

const RECONSIDERATION = '中华人民共和国行政复议法';

export const reconsiderationFirst = rule({
  id: 'C7-09',
  criterion: 7,
  question: '当场处罚决定是否告知当事人应当先申请行政复议？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    {
      law: RECONSIDERATION,
      article: '23',
      paragraph: 1,
      item: 1,
      gist: '对当场作出的处罚决定不服的，先复议，再诉讼。',
      from: '2024-01-01',
      states: ['应当先', '当场作出的行政处罚决定'],
    },
    {
      law: RECONSIDERATION,
      article: '23',
      paragraph: 2,
      gist: '作出行为时告知先向复议机关申请复议。',
      from: '2024-01-01',
      states: ['应当告知', '先向行政复议机关申请行政复议'],
    },
  ],
  reading: '案卷没有摘出，而决定书全文没有“复议”字样的，认定没有告知。',
  about: ({ file }) =>
    file.procedure === 'summary'
      ? penaltyDecision(file)
      : notApplicable('普通程序的处罚决定不必先复议。', ['procedure']),
  decide: ({ remedies }, { file }) => {
    const paths = ['decision.remedies.reconsiderationFirst'];
    if (remedies?.reconsiderationFirst) return met('决定书告知应当先申请行政复议。', paths);
    if (remedies?.reconsiderationFirst === false) {
      return notMet('当场处罚应告知先申请行政复议，决定书告知可以直接起诉。', paths);
    }
    const text = decisionText(file);
    return text && !text.includes('复议')
      ? notMet('当场处罚应告知先申请行政复议，决定书全文没有相关内容。', [...paths, 'decision.paper'])
      : unclear('决定书有没有告知先申请行政复议没有载明。', ['决定书是否告知先行复议'], paths);
  },
});
