import { chineseDay, type Day } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { otherFilingTold } from '../../words/other-filing-told.ts';

export const firstFiling = rule({
  id: 'C6-03',
  criterion: 6,
  question: '几个机关都有管辖权的，是否由最先立案或者被指定的机关管辖？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(25, '几个机关都有管辖权的，谁先立案谁管辖。', { paragraph: 1, states: ['最先立案'] }),
    penaltyLaw(25, '有争议的先协商，协商不成由共同的上一级指定，也可以直接指定。', { paragraph: 2 }),
  ],
  reading:
    '案卷没有摘出或者录入为没有，而材料写明其他机关对同一行为立案及日期的，据以比较。只比较立案日期；同日立案的先后由人查明。有指定管辖或者协商结果的，以其为准。',
  lawOf: ({ file }) => file.filing?.approvedOn,
  about: ({ file }) => {
    const { otherFilings } = file;
    const told = otherFilings?.length ? undefined : otherFilingTold(file);
    if (told) return [told];
    if (!otherFilings) {
      return unclear(
        '需要知道有没有其他机关对同一行为立案，案卷没有载明。',
        ['其他机关的立案情况'],
        ['otherFilings'],
      );
    }
    return otherFilings.length > 0
      ? otherFilings
      : notApplicable('没有其他机关对同一行为立案。', ['otherFilings']);
  },
  decide: (others: Filed[], { file }) => {
    const settled = (file.jurisdictionDocuments ?? []).findIndex(
      ({ kind }) => kind === 'designation' || kind === 'agreement',
    );
    if (settled >= 0) {
      const { kind, document } = file.jurisdictionDocuments![settled]!;
      return met(`管辖已经${kind === 'agreement' ? '协商' : '指定'}确定，见${document}。`, [
        `jurisdictionDocuments.${settled}.kind`,
      ]);
    }
    const ours = file.filing?.approvedOn;
    if (!ours) {
      return unclear('比较立案先后需要本机关的立案日期，案卷没有载明。', ['立案日期'], ['filing.approvedOn']);
    }
    const answers = others.map((other, index) =>
      compare(ours, other, other.path ?? `otherFilings.${index}.filedOn`),
    );
    return combine(answers, answers[0]!);
  },
});

/** `path`: where a paper tells it. */
interface Filed {
  agency: string;
  filedOn?: Day | undefined;
  path?: string;
}

function compare(ours: Day, other: { agency: string; filedOn?: Day | undefined }, path: string): Answer {
  const paths = ['filing.approvedOn', path];
  if (!other.filedOn) {
    return unclear(`${other.agency}的立案日期没有载明。`, [`${other.agency}的立案日期`], paths);
  }
  const found = `本机关于${chineseDay(ours)}立案，${other.agency}于${chineseDay(other.filedOn)}立案`;
  if (ours < other.filedOn) return met(`${found}，本机关最先立案。`, paths);
  return ours === other.filedOn
    ? unclear(`${found}，同日立案，先后需要人查明。`, ['两机关立案的先后'], paths)
    : notMet(`${found}，应由最先立案的机关管辖，没有指定管辖或者协商的文书。`, paths);
}
