import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionText, penaltyDecision } from '../../steps/penalty-decision.ts';
import { toldSuitPeriod } from '../../steps/suit-period.ts';

export const remediesStated = rule({
  id: 'C7-05',
  criterion: 7,
  question: '决定书是否载明复议、诉讼的途径和期限？',
  severity: 'major',
  consequence: 'unlawful-minor',
  basis: [
    penaltyLaw('59', '决定书载明复议、诉讼的途径和期限。', { paragraph: 1, item: 5 }),
    penaltyLaw('52', '当场决定书载明复议、诉讼的途径和期限。', { paragraph: 2 }),
    formerPenaltyLaw('39', '决定书载明复议、诉讼的途径和期限。', { paragraph: 1, item: 5 }),
  ],
  reading: '案卷没有摘出，而决定书全文又没有“复议”或者“诉讼”（起诉）字样的，认定没有载明。',
  about: ({ file, today }) =>
    file.procedure === 'summary' && (file.decision?.date ?? today) < REVISED_ON
      ? notApplicable('2021年修订前，当场决定书没有载明复议、诉讼途径的要求。', [
          'procedure',
          'decision.date',
        ])
      : penaltyDecision(file),
  decide: ({ remedies }, { file }) => {
    const facts = [
      { name: '复议机关', value: remedies?.reconsiderationBody, key: 'reconsiderationBody', words: /复议/ },
      { name: '复议期限', value: remedies?.reconsiderationDays, key: 'reconsiderationDays', words: /复议/ },
      { name: '诉讼法院', value: remedies?.court, key: 'court', words: /诉讼|起诉/ },
      {
        name: '诉讼期限',
        value: remedies?.litigationMonths ?? toldSuitPeriod(file)?.words,
        key: 'litigationMonths',
        words: /诉讼|起诉/,
      },
    ];
    const paths = facts.map(({ key }) => `decision.remedies.${key}`);
    const missing = facts.filter(({ value }) => value === undefined);
    if (missing.length === 0) return met('决定书载明了复议和诉讼的途径、期限。', paths);
    // 复议、诉讼期间不停止执行 opens no way to either.
    const text = decisionText(file)?.replaceAll(/(?:行政)?复议[、和及或者]{1,2}(?:行政)?诉讼期间/g, '');
    const absent = text ? missing.filter(({ words }) => !words.test(text)) : [];
    if (absent.length > 0) {
      const names = absent.map(({ name }) => name).join('、');
      return notMet(`决定书应载明${names}，全文没有相关内容。`, [...paths, 'decision.paper']);
    }
    const names = missing.map(({ name }) => `决定书的${name}`);
    return unclear(`需要核对${names.join('、')}，案卷没有载明。`, names, paths);
  },
});
