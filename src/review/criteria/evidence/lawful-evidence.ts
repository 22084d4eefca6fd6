import { evidenceRules, formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';

const FLAGS = {
  'serious-procedural-breach': '严重违反法定程序',
  'secret-recording': '偷拍偷录侵害他人权益',
  inducement: '利诱',
  fraud: '欺诈',
  coercion: '胁迫或者暴力',
  altered: '经技术处理难辨真伪',
} as const;

export const lawfulEvidence = rule({
  id: 'C4-04',
  criterion: 4,
  question: '有非法取得疑点的证据是否已经排除？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('46', '非法取得的证据不能用来认定事实。', { paragraph: 3 }),
    evidenceRules('57', '列出不能用来定案的几类材料。'),
    evidenceRules('58', '违反禁止规定或者侵害他人权益取得的，不能用来认定事实。'),
    formerPenaltyLaw('36', '全面、客观、公正地收集证据。'),
  ],
  reading: '规则只核对案卷上已有的疑点记载；是否构成非法取证由人判断。疑点证据仍被要件引用的，视为采用。',
  about: ({ file }) =>
    file.evidence?.length
      ? file.evidence
      : unclear('需要逐件核对取证是否合法，案卷没有证据清单。', ['证据清单'], ['evidence']),
  decide: (evidence, { file, answerOf }) => {
    const relied = new Set(file.violation.elements?.flatMap((element) => element.evidence));
    return combine(
      evidence.map((entry, index): Answer => {
        const path = `evidence.${index}`;
        if (!entry.flags) {
          return unclear(
            `证据“${entry.name}”没有取证合法性的审查记载。`,
            [`证据“${entry.name}”有无非法取证疑点`],
            [`${path}.flags`],
          );
        }
        const paths = [`${path}.flags`, `${path}.excluded`];
        if (entry.flags.length === 0) return met(`证据“${entry.name}”没有疑点。`, [`${path}.flags`]);
        const doubts = entry.flags.map((flag) => FLAGS[flag]).join('、');
        if (entry.excluded) {
          // Excluding it is only half of the answer: the facts must stand on the rest.
          return answerOf('C4-01') === 'met'
            ? met(`有疑点的证据“${entry.name}”（${doubts}）已排除，其余证据仍能证明各要件。`, paths)
            : unclear(
                `证据“${entry.name}”已排除，其余证据能否证明各要件尚不清楚。`,
                ['其余证据能否证明各要件'],
                paths,
              );
        }
        return entry.excluded === false || relied.has(entry.id)
          ? notMet(`证据“${entry.name}”有非法取证疑点（${doubts}），仍被采用。`, paths)
          : unclear(
              `证据“${entry.name}”有疑点（${doubts}），是否采用没有写明。`,
              [`证据“${entry.name}”是否排除`],
              paths,
            );
      }),
      unclear('案卷没有证据清单。', ['证据清单']),
    );
  },
});
