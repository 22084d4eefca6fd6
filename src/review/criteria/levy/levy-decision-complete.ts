import { type Answer, actRule, combine, isAnswer, met, notMet, unclear } from '../../rules/rule.ts';
import { type LevyDecision, levyDay, levyDecision } from '../../steps/levy-decision.ts';

const AT = 'levy.levyDecision';
const STATED = [
  ['inWriting', '书面作出'],
  ['basisStated', '载明依据'],
  ['rateStated', '载明征收标准'],
  ['amountStated', '载明金额'],
  ['termStated', '载明缴纳期限'],
] as const;

/** ZS-03 书面决定载明依据、标准、金额、期限、救济. */
export const levyDecisionComplete = actRule({
  id: 'ZS-03',
  actions: ['levy'],
  criterion: 7,
  question: '征收决定是否以书面载明依据、标准、金额、期限和救济途径？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    {
      law: '中华人民共和国行政复议法',
      article: '20',
      paragraph: 1,
      gist: '自知道之日起六十日内申请复议，法律规定更长的除外。',
      from: '2024-01-01',
      states: ['六十日内'],
    },
    {
      law: '中华人民共和国行政诉讼法',
      article: '46',
      paragraph: 1,
      gist: '直接起诉的，自知道之日起六个月内提出，法律另有规定的除外。',
      from: '2024-01-01',
      states: ['六个月内'],
    },
  ],
  otherBasis: [{ document: '实务做法，需当地确认', gist: '征收决定的内容' }],
  reading: '救济途径指复议机关、复议期限、诉讼法院和诉讼期限；复议前置和特别期限由人说明依据。',
  lawOf: ({ file }) => levyDay(file),
  about: ({ file }) => {
    const decision = levyDecision(file);
    if (isAnswer(decision) || decision.date || decision.draft) return decision;
    return unclear('征收决定的日期没有载明，不能确定适用哪时的规定。', ['征收决定日期'], [`${AT}.date`]);
  },
  decide: (decision) =>
    combine(
      [...STATED.map(([key, name]) => stated(decision, key, name)), ...remedies(decision)],
      met('征收决定内容齐全。', [AT]),
    ),
});

function stated(decision: LevyDecision, key: (typeof STATED)[number][0], name: string): Answer {
  const path = `${AT}.${key}`;
  const value = decision[key];
  if (value === undefined) return unclear(`征收决定是否${name}没有核对。`, [`征收决定是否${name}`], [path]);
  return value ? met(`征收决定${name}。`, [path]) : notMet(`征收决定应当${name}，没有。`, [path]);
}

function remedies({ remedies = {} }: LevyDecision): Answer[] {
  const { reconsiderationBody, reconsiderationDays: days, court, litigationMonths: months } = remedies;
  const at = `${AT}.remedies`;
  const named = (value: string | undefined, key: string, name: string): Answer =>
    value
      ? met(`载明${name}。`, [`${at}.${key}`])
      : unclear(`征收决定的${name}没有载明。`, [`征收决定的${name}`], [`${at}.${key}`]);
  return [
    named(reconsiderationBody, 'reconsiderationBody', '复议机关'),
    period(days, { due: 60, unit: '日', name: '复议期限', path: `${at}.reconsiderationDays` }),
    named(court, 'court', '诉讼法院'),
    period(months, { due: 6, unit: '个月', name: '诉讼期限', path: `${at}.litigationMonths` }),
  ];
}

function period(
  value: number | undefined,
  { due, unit, name, path }: { due: number; unit: string; name: string; path: string },
): Answer {
  if (value === undefined) return unclear(`征收决定的${name}没有载明。`, [`征收决定的${name}`], [path]);
  if (value === due) return met(`${name}为 ${due} ${unit}。`, [path]);
  return value < due
    ? notMet(`${name}应为 ${due} ${unit}，决定书写 ${value} ${unit}。`, [path])
    : unclear(
        `${name}写 ${value} ${unit}，长于 ${due} ${unit}须有法律规定。`,
        [`更长${name}的法律依据`],
        [path],
      );
}
