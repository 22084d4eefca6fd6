import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { evidenceRules } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { lateEvidencePapers } from '../../words/late-evidence-papers.ts';

export const evidenceBeforeDecision = rule({
  id: 'C4-17',
  criterion: 4,
  question: '采用的证据是否都在作出决定之前收集？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    evidenceRules('60', '机关作出行为之后自行收集的证据，不能证明该行为合法。', { item: 1, paragraph: 1 }),
  ],
  reading: '案卷只记到日；决定当日取得的证据视为在决定之前。',
  about: ({ file }) => {
    if (!file.decision) return notApplicable('尚未作出决定。');
    if (!file.decision.date) return unclear('需要知道决定日期，案卷没有载明。', ['决定日期'], ['decision']);
    if (!file.evidence?.length)
      return unclear('需要核对证据取得日期，案卷没有证据清单。', ['证据清单'], ['evidence']);
    return { decided: file.decision.date, evidence: file.evidence };
  },
  decide: ({ decided, evidence }, { file }) =>
    combine(
      [
        ...ofPapers(file, decided),
        ...evidence.flatMap((entry, index): Answer[] => {
          if (entry.excluded) return [];
          const paths = [`evidence.${index}.obtainedOn`, 'decision.date'];
          const { issuedOn } = entry.opinion ?? {};
          if (issuedOn && issuedOn > decided) {
            return [
              notMet(
                `证据“${entry.name}”${chineseDay(issuedOn)}才出具，决定${chineseDay(decided)}作出，晚于决定。`,
                [`evidence.${index}.opinion.issuedOn`, 'decision.date'],
              ),
            ];
          }
          if (!entry.obtainedOn) {
            return [unclear(`证据“${entry.name}”没有取得日期。`, [`证据“${entry.name}”的取得日期`], paths)];
          }
          const found = `证据“${entry.name}”${chineseDay(entry.obtainedOn)}取得，决定${chineseDay(decided)}作出`;
          return [
            entry.obtainedOn <= decided ? met(`${found}。`, paths) : notMet(`${found}，晚于决定。`, paths),
          ];
        }),
      ],
      unclear('证据都已排除，没有可采用的证据。', ['可采用的证据'], ['evidence']),
    ),
});

const ofPapers = (file: CaseFile, decided: Day): Answer[] =>
  lateEvidencePapers(file, decided).map(({ title, day, index }) =>
    notMet(`决定书所列证据《${title}》落款为${chineseDay(day)}，决定${chineseDay(decided)}作出，晚于决定。`, [
      `papers.${index}`,
      'decision.paper',
      'decision.date',
    ]),
  );
