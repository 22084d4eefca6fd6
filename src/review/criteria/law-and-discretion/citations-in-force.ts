import type { CitationState } from '../../../corpus/reference-book.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { type CitedProvision, citedProvisions } from './cited-provisions.ts';

export const citationsInForce = rule({
  id: 'C5-01',
  criterion: 5,
  question: '引用的条款是否存在，并在行为时（或者决定时）有效？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('37', '适用行为时的规定；决定时新规定较轻或者不认为违法的，适用新规定。'),
    penaltyLaw('38', '处罚没有依据的无效。', { paragraph: 1 }),
    penaltyLaw('5', '处罚规定必须公布，未公布的不能作依据。', { paragraph: 3 }),
    formerPenaltyLaw('3', '没有法定依据的处罚无效。', { paragraph: 2 }),
    formerPenaltyLaw('4', '处罚规定必须公布，未公布的不能作依据。', { paragraph: 3 }),
  ],
  reading: '行为时尚未施行、决定时已经施行的条款，是否应当适用由 C5-03 比较，本规则只看它是否有效。',
  about: citedProvisions,
  decide: ({ list, act, decided, paths }, { book }) => {
    const judged = list.map((entry) => ({
      entry,
      answer: judge(
        entry,
        book.cite(entry.citation, act.day),
        book.cite(entry.citation, decided),
        act.day,
        paths,
      ),
    }));
    const result = combine(
      judged.map(({ answer }) => answer),
      unclear('案卷没有引用的条款。', ['引用的条款'], paths),
    );
    const punishing = judged.filter(({ entry }) => entry.role === 'punishing');
    const none = punishing.length > 0 && punishing.every(({ answer }) => answer.answer === 'not-met');
    return none ? { ...result, consequence: 'void' } : result;
  },
});

function judge(
  { citation, path }: CitedProvision,
  atAct: CitationState,
  atDecision: CitationState,
  act: Day,
  paths: string[],
): Answer {
  const text = citationText(citation);
  const where = [path, ...paths];
  if (atAct.state === 'in-force') return met(`${text}在${chineseDay(act)}有效。`, where);
  if (atDecision.state === 'in-force') {
    return met(
      `${text}在行为时（${chineseDay(act)}）尚无，作出决定时有效，新旧规定的比较见从旧兼从轻。`,
      where,
    );
  }
  if (atAct.state === 'unknown-law' || atDecision.state === 'unknown-law') {
    return unclear(
      `法规库中没有《${citation.law}》在${chineseDay(act)}的文本，不能核对${text}。`,
      [`《${citation.law}》的文本`],
      where,
    );
  }
  const why = {
    'no-such-article': '没有这一条款项',
    superseded: '该条款已经修改',
    repealed: '该规范已经废止',
    'not-yet-in-force': '该规范尚未施行',
  }[atAct.state];
  return notMet(`引用的条款应在行为时有效，${text}在${chineseDay(act)}：${why}。`, where);
}
