import { citationText } from '../../../law/citation.ts';
import { chineseDay } from '../../../law/dates.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { spanOf } from '../../benchmark/fine-span.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { type CitedProvision, citedProvisions } from './cited-provisions.ts';
import { type Comparison, compareSanctions } from './compare-sanctions.ts';
import { conformsToVersion } from './conforms-to-version.ts';

export const oldAndNewLaw = rule({
  id: 'C5-03',
  criterion: 5,
  question: '罚则在行为后修改的，是否从旧兼从轻？',
  severity: 'block',
  consequence: 'annul',
  basis: [penaltyLaw('37', '适用行为时的规定；决定时新规定较轻或者不认为违法的，适用新规定。')],
  otherBasis: [
    { document: '实践做法，待各地确认', gist: '连续或者继续的行为跨越修改的，适用行为终了时的新规定。' },
  ],
  reading:
    '以处罚种类、最高额、最低额依次比较；方向不一的由人判断。案卷不写明适用哪一版本，规则看处罚是否在应适用的版本之内。连续或者继续的行为跨越修改、新规定较重而处罚高于旧规定的，从严由人判断。',
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
  const told = daysTold(days, context);
  const old = book.sanctionOf(citation, days.act);
  const now = book.sanctionOf(citation, days.decided);
  const later = book.cite(citation, days.decided);
  if (book.cite(citation, days.act).state === 'repealed') {
    return notApplicable(`${text}在行为时已经废止，不是新旧规定的比较，见 C5-02。`, where);
  }
  if (later.state === 'repealed') {
    const by = later.by ? `《${later.by}》` : '新的规定';
    return unclear(`${told}${text}在行为后废止，${by}是否较轻需要人比较。`, ['新旧规定的比较结论'], where);
  }
  if (!old || !now) {
    return unclear(`法规库中没有${text}在行为时和决定时的罚则，不能比较。`, [`${text}的新旧罚则`], where);
  }
  const before = versionAtStart(citation, old, days.act, context);
  if (before && context.file.violation.continuing === undefined) {
    return unclear(
      `${text}自${chineseDay(old.inForce[0])}修改，行为开始于修改之前，是否连续或者继续没有写明。`,
      ['违法行为是否连续或者继续'],
      [...where, 'violation.startedOn', 'violation.continuing'],
    );
  }
  if (old.inForce[0] !== now.inForce[0]) return compare({ old, now, text, told, where }, context);
  const crossed = before && context.file.violation.continuing;
  if (crossed) return continued({ old: before, now, text, told, where }, context);
  return notApplicable(
    `${told}${text}的罚则在行为后没有修改，行为时和决定时是同一版本（自${chineseDay(now.inForce[0])}起施行）。`,
    where,
  );
}

interface Versions {
  old: Sanction;
  now: Sanction;
  text: string;
  told: string;
  where: string[];
}

/** 行为终了于…，决定于…作出： with the end as the day of an act that lasted. */
function daysTold({ act, decided }: { act: string; decided: string }, { file }: Context): string {
  const { continuing } = file.violation;
  const done = continuing ? '连续或者继续的行为以终了日为准，终了于' : '行为日为';
  const made = file.decision ? `决定日为${chineseDay(decided)}` : `尚未决定，以${chineseDay(decided)}比较`;
  return `${done}${chineseDay(act)}，${made}：`;
}

/** The version in force when the act began, where it is another than at the act's end. */
function versionAtStart(
  citation: CitedProvision['citation'],
  atEnd: Sanction,
  end: string,
  { file, book }: Context,
): Sanction | undefined {
  const { startedOn, continuing } = file.violation;
  if (!startedOn || startedOn >= end || continuing === false) return undefined;
  const atStart = book.sanctionOf(citation, startedOn);
  return atStart && atStart.inForce[0] !== atEnd.inForce[0] ? atStart : undefined;
}

/** An act that went on past the change: the law at its end. Where that is heavier a person weighs what exceeds the old. */
function continued(versions: Versions, context: Context): Answer {
  const { old, now, text, told } = versions;
  const where = [...versions.where, 'violation.startedOn', 'violation.continuing'];
  const changed = `${told}行为跨越${chineseDay(now.inForce[0])}对${text}的修改，按实践做法适用终了时的新规定`;
  const spans = spansOf(old, now, where, context);
  if (isAnswer(spans)) return spans;
  const due = conformsToVersion(changed, now, spans.after, '新规定', where, context);
  if (due.answer !== 'met' || weigh(old, now, spans) === 'lighter') return due;
  const former = conformsToVersion(changed, old, spans.before, '旧规定', where, context);
  if (former.answer !== 'not-met') return due;
  return unclear(
    `${changed}；新规定较重，处罚超出旧规定，是否适当需要人判断。`,
    ['跨越修改的行为适用新规定的理由'],
    due.paths,
  );
}

function compare(versions: Versions, context: Context): Answer {
  const { old, now, text, told, where } = versions;
  const changed = `${told}${text}自${chineseDay(now.inForce[0])}修改`;
  const spans = spansOf(old, now, where, context);
  if (isAnswer(spans)) return spans;
  const result = weigh(old, now, spans);
  if (result === 'mixed') {
    return unclear(`${changed}，轻重方向不一，需要人判断。`, ['新旧规定的比较结论'], where);
  }
  if (result === 'same') {
    return met(`${changed}，处罚轻重没有变化，适用行为时的旧规定。`, where);
  }
  return result === 'lighter'
    ? conformsToVersion(
        `${changed}，新规定较轻，应适用较轻的新规定`,
        now,
        spans.after,
        '较轻的新规定',
        where,
        context,
      )
    : conformsToVersion(
        `${changed}，新规定不较轻，应适用行为时的旧规定`,
        old,
        spans.before,
        '行为时的旧规定',
        where,
        context,
      );
}

type Span = ReturnType<typeof spanOf>;

function spansOf(
  old: Sanction,
  now: Sanction,
  where: string[],
  { file }: Context,
): { before: Span; after: Span } | Answer {
  const before = spanOf(old, file, where);
  const after = spanOf(now, file, where);
  for (const span of [before, after]) if (isAnswer(span) && span.answer === 'unclear') return span;
  return { before, after };
}

function weigh(old: Sanction, now: Sanction, { before, after }: { before: Span; after: Span }): Comparison {
  const threat = (sanction: Sanction, span: Span) => ({
    types: sanction.types,
    ...(isAnswer(span) ? {} : { range: span.range }),
  });
  return compareSanctions(threat(old, before), threat(now, after));
}
