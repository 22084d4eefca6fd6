import { admittedEvidence } from '../../rules/admitted-evidence.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const KINDS = {
  documentary: '书证',
  physical: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  witness: '证人证言',
  'party-statement': '当事人的陈述',
  expert: '鉴定意见',
  record: '勘验笔录、现场笔录',
} as const;

export const evidenceKinds = rule({
  id: 'C4-03',
  criterion: 4,
  question: '每件证据是否属于法定的八类证据之一？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw('46', '列出八类证据，视听资料和电子数据各为一类。', {
      paragraph: 1,
      states: Object.values(KINDS),
    }),
  ],
  about: ({ file }) => admittedEvidence(file, '证据的种类'),
  decide: (admitted) =>
    combine(
      admitted.map(({ entry, path }): Answer => {
        const paths = [`${path}.kind`];
        if (!entry.kind) {
          return unclear(`证据“${entry.name}”没有写明种类。`, [`证据“${entry.name}”的种类`], paths);
        }
        return entry.kind === 'none-of-eight'
          ? notMet(`证据“${entry.name}”不属于法定的八类证据。`, paths)
          : met(`证据“${entry.name}”为${KINDS[entry.kind]}。`, paths);
      }),
      notApplicable('证据都已排除，没有采用的证据。', ['evidence']),
    ),
});
