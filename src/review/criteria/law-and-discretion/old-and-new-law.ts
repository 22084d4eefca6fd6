import { citationText } from '../../../law/citation.ts';
import { chineseDay } from '../../../law/dates.ts';
import { positionInRange, rangeText } from '../../../law/fine-range.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { fineSum, spanOf } from '../../fine-span.ts';
import { judgedPenalties } from '../../judged-penalties.ts';
import { penaltyLaw } from '../../penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rule.ts';
import { type CitedProvision, citedProvisions } from './cited-provisions.ts';
import { compareSanctions } from './compare-sanctions.ts';

export const oldAndNewLaw = rule({
  id: 'C5-03',
  criterion: 5,
  question: '罚则在行为后修改的，是否从旧兼从轻？',
  severity: 'block',
  consequence: 'annul',
  basis: [penaltyLaw('37', '适用行为时的规定；决定时新规定较轻或者不认为违法的，适用新规定。')],
  reading:
    '以处罚种类、最高额、最低额依次比较；方向不一的由人判断。案卷不写明适用哪一版本，规则看处罚是否在应适用的版本之内。',
  about: citedProvisions,
  decide: ({ list, act, decided, paths }, context) =>
    combine(
      list
        .filter(({ role }) => role === 'punishing')
        .map((entry) => judge(entry, { act: act.day, decided, paths }, context)),
      unclear(
        '需要核对处罚依据的新旧规定，案卷没有载明处罚依据。',
        ['处罚依据的条款'],
        ['provisions.punishing'],
      ),
    ),
});

function judge(
  { citation, path }: CitedProvision,
  days: { act: string; decided: string; paths: string[] },
  context: Context,
): Answer {
  const { book } = context;
  const text = citationText(citation);
  const where = [path, ...days.paths];
  const old = book.sanctionOf(citation, days.act);
  const now = book.sanctionOf(citation, days.decided);
  const later = book.cite(citation, days.decided);
  if (book.cite(citation, days.act).state === 'repealed') {
    return notApplicable(`${text}在行为时已经废止，不是新旧规定的比较，见 C5-02。`, where);
  }
  if (later.state === 'repealed') {
    const by = later.by ? `《${later.by}》` : '新的规定';
    return unclear(`${text}在行为后废止，${by}是否较轻需要人比较。`, ['新旧规定的比较结论'], where);
  }
  if (!old || !now) {
    return unclear(`法规库中没有${text}在行为时和决定时的罚则，不能比较。`, [`${text}的新旧罚则`], where);
  }
  if (old.inForce[0] === now.inForce[0]) return notApplicable(`${text}的罚则在行为后没有修改。`, where);
  return compare(old, now, text, where, context);
}

function compare(old: Sanction, now: Sanction, text: string, where: string[], { file }: Context): Answer {
  const changed = `${text}自${chineseDay(now.inForce[0])}修改`;
  const before = spanOf(old, file, where);
  const after = spanOf(now, file, where);
  for (const span of [before, after]) if (isAnswer(span) && span.answer === 'unclear') return span;
  const threat = (sanction: Sanction, span: typeof before) => ({
    types: sanction.types,
    ...(isAnswer(span) ? {} : { range: span.range }),
  });
  const result = compareSanctions(threat(old, before), threat(now, after));
  if (result === 'mixed')
    return unclear(`${changed}，轻重方向不一，需要人判断。`, ['新旧规定的比较结论'], where);
  if (result === 'same') return met(`${changed}，处罚轻重没有变化。`, where);
  const [due, span, name] =
    result === 'lighter'
      ? ([now, after, '较轻的新规定'] as const)
      : ([old, before, '行为时的旧规定'] as const);
  const judged = judgedPenalties(file);
  if (isAnswer(judged)) {
    return judged.answer === 'not-applicable' && file.decision
      ? judged
      : unclear(`${changed}，应适用${name}，尚无处罚可以核对。`, ['拟处罚的种类和金额'], where);
  }
  const paths = [...where, judged.path];
  const strange = judged.penalties.find((penalty) => !due.types.includes(penalty.type));
  if (strange) return notMet(`${changed}，应适用${name}，其中没有${judged.name}的这一处罚种类。`, paths);
  const fine = fineSum(judged);
  if (fine !== undefined && isAnswer(fine)) return fine;
  if (fine === undefined || isAnswer(span)) return met(`${changed}，${judged.name}符合${name}。`, paths);
  return positionInRange(fine, span.range) === 1
    ? notMet(`${changed}，应适用${name}（${rangeText(span.range)}），${judged.name}的罚款高于它。`, [
        ...paths,
        ...span.paths,
      ])
    : met(`${changed}，${judged.name}符合${name}（${rangeText(span.range)}）。`, [...paths, ...span.paths]);
}
