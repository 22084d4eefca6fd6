import { citationText } from '../../../law/citation.ts';
import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { citedProvisions } from './cited-provisions.ts';

export const noRepealedNorm = rule({
  id: 'C5-02',
  criterion: 5,
  question: '引用的规范在行为时是否尚未废止？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('37', '适用行为时的规定；决定时新规定较轻或者不认为违法的，适用新规定。'),
    {
      law: '中华人民共和国生态环境法典',
      article: '1242',
      gist: '法典施行之日起十部环境法律废止。',
      from: '2026-08-15',
      states: ['2026年8月15日'],
    },
  ],
  reading: '行为时仍有效、此后废止的旧法可能仍应适用，不在此认定为不符合。',
  about: citedProvisions,
  decide: ({ list, act, decided, paths }, { book }) =>
    combine(
      list.map(({ citation, path }): Answer => {
        const text = citationText(citation);
        const where = [path, ...paths];
        const atAct = book.cite(citation, act.day);
        if (atAct.state === 'unknown-law') {
          return unclear(
            `法规库中没有《${citation.law}》，不能核对是否废止。`,
            [`《${citation.law}》的文本`],
            where,
          );
        }
        if (atAct.state === 'repealed') {
          const by = atAct.by ? `，由《${atAct.by}》取代` : '';
          return notMet(
            `行为在${chineseDay(act.day)}，${text}自${chineseDay(atAct.since)}起已废止${by}。`,
            where,
          );
        }
        return book.cite(citation, decided).state === 'repealed'
          ? met(`${text}在行为时（${chineseDay(act.day)}）有效，此后废止，是否适用新法见从旧兼从轻。`, where)
          : met(`${text}没有废止。`, where);
      }),
      unclear('案卷没有引用的条款。', ['引用的条款'], paths),
    ),
});
