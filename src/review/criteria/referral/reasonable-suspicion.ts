import { criminalState } from '../../crime/criminal-state.ts';
import { TRANSFER_RULES } from '../../crime/referral-due.ts';
import { referralTrace, TRACES } from '../../crime/referral-trace.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const reasonableSuspicion = rule({
  id: 'C8-12',
  criterion: 8,
  question: '知识产权案件有犯罪的合理嫌疑、需要公安机关进一步取证的，是否已移送或者审查移送？',
  severity: 'info',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '3',
      paragraph: 2,
      gist: '知识产权案件存在犯罪的合理嫌疑，需要公安机关取证判断是否达到标准的，应当移送。',
      from: '2020-08-07',
      states: ['知识产权', '合理嫌疑'],
    },
  ],
  reading:
    '达到或者接近标准（默认八成）的视为可能有合理嫌疑，缺少数额的由人判断是否需要公安机关取证；远低于标准而数额都已查明的，不再要求。',
  about: (context) => {
    const state = criminalState(context);
    if (isAnswer(state)) return notApplicable('没有比对到知识产权的罪名（见 C8-01）。', state.paths);
    return state.intellectualProperty
      ? state
      : notApplicable('不是知识产权案件，或者没有知识产权的罪名需要比对。', state.paths);
  },
  decide: ({ state, hits, missing, paths }, { file: { referral } }) => {
    const where = [...paths, ...TRACES];
    const trace = referralTrace(referral);
    if (trace) return met(`${trace}。`, where);
    if (state === 'below') return met('数额都已查明，远没有达到知识产权犯罪的标准。', paths);
    if (state === 'open') {
      return unclear(
        `知识产权案件有合理嫌疑即应移送，缺少${missing.join('；')}，是否需要公安机关取证由人判断。`,
        ['是否存在犯罪的合理嫌疑', ...missing],
        where,
      );
    }
    return state === 'near'
      ? unclear(
          `${hits.join('；')}，知识产权案件有合理嫌疑即应移送，案卷没有审查的记载。`,
          ['是否存在犯罪的合理嫌疑'],
          where,
        )
      : notMet(`${hits.join('；')}，知识产权案件有合理嫌疑即应移送，案卷没有移送，也没有审查的理由。`, where);
  },
});
