import type { CaseFile } from '../../../cases/case-file.ts';
import { BASE_NAMES, BASES, type Base } from '../../../law/fine-range.ts';
import { citedSanctions } from '../../benchmark/cited-sanctions.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { basesOf } from './bases-of.ts';

export const basesProved = rule({
  id: 'C4-15',
  criterion: 4,
  question: '计算罚款所用的货值金额等基数是否有证据？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('40', '违法事实要查清；证据不够的，不能处罚。'),
    formerPenaltyLaw('30', '违法事实要查清；事实不清的，不能处罚。'),
  ],
  reading: '违法所得由 C4-14 单独核对。证据要有取得日期，已排除的不算。',
  about: (context) => {
    const { file } = context;
    const stated = BASE_NAMES.filter((base) => file.violation.amounts?.[base]);
    const cited = citedSanctions(context);
    const used = isAnswer(cited) ? [] : cited.cited.flatMap(({ sanction }) => [...basesOf(sanction)]);
    const bases = [...new Set([...stated, ...used])].filter((base) => base !== 'gains');
    if (bases.length > 0) return bases;
    return isAnswer(cited)
      ? unclear('需要知道罚则用什么基数计算，尚不能判断。', cited.missing ?? [], cited.paths)
      : notApplicable('本案罚则为固定幅度，没有计算基数。', cited.paths);
  },
  decide: (bases, { file }) =>
    combine(
      bases.map((base) => proof(base, file)),
      notApplicable('没有计算基数。'),
    ),
});

function proof(base: Base, file: CaseFile): Answer {
  const name = BASES[base];
  const path = `violation.amounts.${base}`;
  const amount = file.violation.amounts?.[base];
  if (!amount) return unclear(`罚则按${name}计算或者分档，案卷没有认定。`, [name], [path]);
  const paths = [`${path}.yuan`, `${path}.evidence`];
  if (!amount.evidence) return unclear(`${name}由哪些证据证明没有写明。`, [`${name}的证据`], paths);
  const admitted = (file.evidence ?? []).flatMap((entry, index) =>
    amount.evidence?.includes(entry.id) && !entry.excluded
      ? [{ entry, path: `evidence.${index}.obtainedOn` }]
      : [],
  );
  if (admitted.length === 0) return notMet(`${name}没有可采用的证据。`, paths);
  const dated = admitted.filter(({ entry }) => entry.obtainedOn);
  const where = [...paths, ...admitted.map((one) => one.path)];
  return dated.length > 0
    ? met(`${name}有 ${dated.length} 件载明日期的证据。`, where)
    : unclear(`证明${name}的证据没有取得日期。`, [`${name}证据的取得日期`], where);
}
