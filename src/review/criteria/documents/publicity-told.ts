import type { CaseFile } from '../../../cases/case-file.ts';
import type { Day } from '../../../law/dates.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';

const PUBLICITY = '市场监督管理行政处罚信息公示规定';
const FROM: Day = '2021-09-01';

export const publicityTold = rule({
  id: 'C7-21',
  criterion: 7,
  question: '市场监管部门送达决定书时，是否书面告知当事人处罚信息将向社会公示？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    {
      law: PUBLICITY,
      article: '2',
      gist: '普通程序的处罚信息要公示；只受警告的不公示。',
      from: FROM,
      states: ['适用普通程序', '仅受到警告行政处罚的不予公示'],
    },
    {
      law: PUBLICITY,
      article: '8',
      gist: '送达决定书时书面告知当事人将公示。',
      from: FROM,
      states: ['在送达行政处罚决定书时', '书面告知'],
    },
  ],
  lawOf: ({ file }) => servedOn(file),
  about: ({ file }) => {
    if (file.field !== 'market') return notApplicable('只适用于市场监管领域。', ['field']);
    if (file.procedure === 'summary') return notApplicable('当场处罚的信息不公示。', ['procedure']);
    const decision = penaltyDecision(file);
    if (isAnswer(decision)) return decision;
    const { penalties } = decision;
    if (!penalties?.length) {
      return unclear('需要知道处罚的种类，案卷没有载明。', ['决定的处罚种类'], ['decision.penalties']);
    }
    return penalties.every(({ type }) => type === 'warning')
      ? notApplicable('只给予警告的，不予公示。', ['decision.penalties'])
      : decision;
  },
  decide: (_decision, { file }) => {
    const told = file.publication?.noticeGiven;
    const paths = ['publication.noticeGiven'];
    if (told) return met('送达时已书面告知将公示处罚信息。', paths);
    if (!file.services?.some(({ of }) => of === 'decision')) {
      return notApplicable('案卷没有送达决定书的记载，送达时应书面告知将公示。', ['services']);
    }
    return told === false
      ? notMet('送达决定书时应书面告知将公示处罚信息，没有告知。', paths)
      : unclear('送达时有没有书面告知将公示没有载明。', ['将公示处罚信息的书面告知'], paths);
  },
});

function servedOn({ services }: CaseFile): Day | undefined {
  return services
    ?.filter(({ of }) => of === 'decision')
    .flatMap((service) => service.servedOn ?? service.publishedOn ?? [])
    .sort()
    .at(0);
}
