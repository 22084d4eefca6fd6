import type { CaseCitation } from '../../../cases/case-file.ts';
import { citationText } from '../../../law/citation.ts';
import type { Day } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { type FineSpan, spanOf } from '../../benchmark/fine-span.ts';
import { formerPenaltyLaw, PENALTY_LAW, penaltyLaw } from '../../rules/penalty-law.ts';
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
} from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

type Cap = Context['profile']['ruleFineCaps'][number];

const PUNISHING = 'provisions.punishing';
const HIGHER: Record<Cap['level'], NormLevel[]> = {
  'department-rule': ['law', 'administrative-regulation'],
  'government-rule': ['law', 'administrative-regulation', 'local-regulation'],
};

export const ruleFineCap = rule({
  id: 'C5-26',
  criterion: 5,
  question: '规章设定的罚款是否没有超过限额？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('13', '没有上位法的部门规章，罚款不超过国务院规定的限额。', {
      paragraph: 2,
      states: ['限额由国务院规定'],
    }),
    penaltyLaw('14', '没有上位法的地方政府规章，罚款不超过省级人大常委会规定的限额。', {
      paragraph: 2,
      states: ['人民代表大会常务委员会规定'],
    }),
    formerPenaltyLaw('12', '没有上位法的部门规章，罚款不超过国务院规定的限额。', { paragraph: 2 }),
    formerPenaltyLaw('13', '没有上位法的地方政府规章，罚款不超过省级人大常委会规定的限额。', {
      paragraph: 2,
    }),
  ],
  reading:
    '处罚依据中同时有上位法的，规章只是具体规定，不适用；处罚法本身不算。核对本案适用的幅度的最高额。超过限额而违反的条款属于上位法的，可能是对上位法的具体规定，由人判断。',
  about: ({ file, book }) => {
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    if (!judged.penalties.some(({ type }) => type === 'fine')) {
      return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
    }
    const punishing = file.provisions?.punishing?.filter(({ law }) => law !== PENALTY_LAW);
    if (!punishing?.length) return unclear('处罚依据没有载明。', ['处罚依据的条款'], [PUNISHING]);
    const cited = punishing.map((citation) => ({ citation, level: levelOf(citation, book) }));
    const unknown = cited
      .filter(({ level }) => !level)
      .map(({ citation }) => `《${citation.law}》的规范层级`);
    if (unknown.length > 0) return unclear(`不能确定${unknown.join('、')}。`, unknown, [PUNISHING]);
    const rules = cited.flatMap(({ citation, level }) => (isRuleLevel(level) ? [{ citation, level }] : []));
    if (rules.length === 0) return notApplicable('处罚依据不是规章。', [PUNISHING]);
    const alone = rules.filter(
      ({ level }) => !cited.some((other) => other.level && HIGHER[level].includes(other.level)),
    );
    if (alone.length === 0) return notApplicable('处罚依据中有上位法，规章只是具体规定。', [PUNISHING]);
    const act = actDay(file);
    return act
      ? { rules: alone, day: act.day, paths: [PUNISHING, act.path] }
      : unclear('违法行为的日期没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  },
  decide: ({ rules, day, paths }, context) =>
    combine(
      rules.map(({ citation, level }): Answer => {
        const sanction = context.book.readingOf(citation, day);
        const text = citationText(citation);
        if (sanction === 'none') return notApplicable(`${text}没有设定处罚。`, paths);
        if (!sanction) return unclear(`需要核对${text}的罚则，法规库中没有。`, [`${text}的罚则`], paths);
        const span = spanOf(sanction, context.file, paths);
        return isAnswer(span) ? span : judge({ span, text, level, day }, context);
      }),
      notApplicable('处罚依据不是规章。', [PUNISHING]),
    ),
});

function judge(
  { span, text, level, day }: { span: FineSpan; text: string; level: Cap['level']; day: Day },
  context: Context,
): Answer {
  const { max } = span.range;
  if (max === undefined) {
    return unclear(`${text}没有规定罚款的最高额，不能与限额比较。`, ['罚款的最高额'], span.paths);
  }
  const caps = capsFor(context, level, day);
  if (caps.length === 0) {
    return unclear(
      `地区方案没有载入${NORM_LEVELS[level]}设定罚款的限额。`,
      [`${NORM_LEVELS[level]}设定罚款的限额`],
      span.paths,
    );
  }
  const found = `${NORM_LEVELS[level]}${text}的罚款最高${yuan(max)}`;
  const exceeded = caps.filter((cap) => exceeds(span, cap));
  if (exceeded.length === 0) return met(`${found}，没有超过限额${capText(caps[0]!)}。`, span.paths);
  const within = caps.filter((cap) => !exceeded.includes(cap));
  if (within.length > 0) {
    return unclear(
      `${found}，超过限额${capText(exceeded[0]!)}，没有超过限额${within.map(capText).join('、')}，适用哪一限额需要人判断。`,
      ['适用哪一限额'],
      span.paths,
    );
  }
  const over = `${found}，超过限额${capText(exceeded[0]!)}`;
  const where = [...span.paths, 'provisions.breached'];
  return mayHaveHigher(level, context)
    ? unclear(`${over}，是否在上位法规定的幅度内作具体规定需要人判断。`, ['上位法对该行为的处罚规定'], where)
    : notMet(`${over}。`, where);
}

function capsFor({ profile, file }: Context, level: Cap['level'], day: Day): Cap[] {
  const side = file.party.kind === 'organisation' ? 'unit' : 'person';
  return profile.ruleFineCaps.filter(
    (cap) =>
      cap.level === level &&
      (cap.party === 'any' || cap.party === side) &&
      (!cap.from || cap.from <= day) &&
      (!cap.to || day <= cap.to),
  );
}

function exceeds({ range }: FineSpan, { upTo }: Cap): boolean {
  const most = fen(upTo.yuan);
  const max = range.max ?? Number.POSITIVE_INFINITY;
  // Up to but not including: a maximum of just that sum is too much only where a fine may reach it.
  return upTo.inclusive || !range.maxInclusive ? max > most : max >= most;
}

function capText({ upTo, when }: Cap): string {
  return `${yuan(fen(upTo.yuan))}${upTo.inclusive ? '' : '（不含本数）'}${when ? `（${when}的）` : ''}`;
}

/** Whether the breached provisions leave room for a higher norm that the rule only spells out. */
function mayHaveHigher(level: Cap['level'], { file, book }: Context): boolean {
  const breached = file.provisions?.breached ?? [];
  if (breached.length === 0) return true;
  return breached.some((citation) => {
    const own = levelOf(citation, book);
    return !own || HIGHER[level].includes(own);
  });
}

function levelOf(citation: CaseCitation, book: Context['book']): NormLevel | undefined {
  return book.levelOf(citation.law) ?? citation.level;
}

function isRuleLevel(level: NormLevel | undefined): level is Cap['level'] {
  return level === 'department-rule' || level === 'government-rule';
}
