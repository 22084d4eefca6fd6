import type { CaseFile } from '../../../cases/case-file.ts';
import { addYears, chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';

export const limitation = rule({
  id: 'C4-13',
  criterion: 4,
  question: '违法行为是否在追责时效内被发现？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw(
      '36',
      '两年内没有被发现的不再处罚；涉及生命健康、金融安全且有危害后果的为五年；法律另有规定的从其规定。',
      {
        paragraph: 1,
        states: ['二年内', '五年'],
      },
    ),
    penaltyLaw('36', '从行为发生日起算，连续或者继续的从终了日起算。', { paragraph: 2 }),
    formerPenaltyLaw('29', '两年内没有被发现的不再处罚；法律另有规定的从其规定。', {
      paragraph: 1,
      states: ['二年内'],
    }),
    formerPenaltyLaw('29', '从行为发生日起算，连续或者继续的从终了日起算。', { paragraph: 2 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '发现日取最早的书面线索；有的地方以立案日为准。' }],
  reading:
    '届满当日仍在时效内。五年须两个条件都具备，且 2021 年 7 月 15 日前终了的行为原为两年：能否延长答不清楚。',
  lawOf: ({ file }) => actDay(file)?.day,
  about: ({ file }) => {
    // Taxes and public security have periods of their own, which this rule does not count.
    if (file.field === 'public-security' || file.field === 'tax') {
      return unclear('治安、税收案件的追责时效另有法律规定，本规则不计算，请人工核对。', ['适用的追责时效']);
    }
    const end = actDay(file);
    if (!end) return unclear('需要知道违法行为终了的日期，案卷没有载明。', ['违法行为终了日'], ['violation']);
    return end;
  },
  decide: (end, { file }) => judge(end, file),
});

function judge(end: { day: Day; path: string }, file: CaseFile): Answer {
  const clues = [
    { day: file.violation.discoveredOn, path: 'violation.discoveredOn' },
    { day: file.filing?.clueOn, path: 'filing.clueOn' },
  ].filter((clue) => clue.day !== undefined);
  const latest = { day: file.filing?.approvedOn, path: 'filing.approvedOn' };
  const known = [...clues, ...(latest.day ? [latest] : [])] as { day: Day; path: string }[];
  const found = known.reduce<(typeof known)[number] | undefined>(
    (first, next) => (first && first.day <= next.day ? first : next),
    undefined,
  );
  if (!found)
    return unclear('需要知道发现违法行为的日期，案卷没有载明。', ['发现违法行为的日期'], [end.path]);
  const paths = [end.path, ...known.map((entry) => entry.path)];
  const two = addYears(end.day, 2);
  const five = addYears(end.day, 5);
  const steps = [
    `行为终了${chineseDay(end.day)}`,
    `两年届满${chineseDay(two)}`,
    `发现${chineseDay(found.day)}`,
  ];
  const line = `行为${chineseDay(end.day)}终了，${chineseDay(found.day)}发现`;
  if (found.day <= two) return met(`${line}，在两年时效（至${chineseDay(two)}）内。`, paths, { steps });
  // Only the filing is dated: a clue lies before it, how long is not known.
  if (clues.length === 0)
    return unclear(`${line}（仅有立案日），最早的线索日没有载明。`, ['最早的书面线索日'], paths);
  if (found.day > five) return notMet(`${line}，已过五年（至${chineseDay(five)}）。`, paths, { steps });
  const harmPaths = [...paths, 'violation.harm.occurred', 'violation.harm.concerns'];
  const { harm } = file.violation;
  if (harm?.occurred === false || harm?.concerns === 'other') {
    return notMet(`${line}，已过两年（至${chineseDay(two)}），且不具备延长至五年的条件。`, harmPaths, {
      steps,
    });
  }
  const silent = harmNotFound(file);
  if (!harm?.concerns && harm?.occurred === undefined && silent) {
    return notMet(
      `${line}，已过两年（至${chineseDay(two)}），决定书没有认定危害后果，不具备延长至五年的条件。`,
      [...harmPaths, silent],
      {
        steps,
      },
    );
  }
  if (!harm?.concerns) {
    return unclear(
      `${line}，已过两年未过五年，是否涉及生命健康、金融安全且有危害后果没有写明。`,
      ['是否涉及生命健康、金融安全', '有无危害后果'],
      harmPaths,
    );
  }
  if (end.day < REVISED_ON) {
    return two < REVISED_ON
      ? notMet(`${line}，两年时效在 2021年7月15日 前已届满，不因新法延长。`, harmPaths, { steps })
      : unclear(
          `${line}，行为在 2021年7月15日 前，能否适用五年时效需要人判断。`,
          ['新旧法时效的适用'],
          harmPaths,
        );
  }
  return met(
    `${line}，涉及生命健康或者金融安全且有危害后果，在五年时效（至${chineseDay(five)}）内。`,
    harmPaths,
    { steps },
  );
}

const HARM =
  /死亡|受伤|伤亡|伤害|中毒|不良反应|病|(?:健康|人身|生命|财产)[^，。；]{0,6}(?:受|损)|后果|损失|损害|事故|金融|集资|存款/;

/** The path of a decision that can be read and has no word of harm done; the longer period is the agency's to establish. */
function harmNotFound({ papers = [] }: CaseFile): string | undefined {
  const index = papers.findIndex(({ kind }) => kind === 'decision');
  const text = papers[index]?.text;
  return text && text.length > 300 && !HARM.test(text) ? `papers.${index}.text` : undefined;
}
