import type { CaseFile } from '../../../cases/case-file.ts';
import { addDays, chineseDay, type Day, daysBetween } from '../../../law/dates.ts';
import { type Fen, fen, yuan } from '../../../law/money.ts';
import { endOfPeriod } from '../../../law/period.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { servedDay } from '../../steps/served-day.ts';
import { totalFine } from '../../steps/total-fine.ts';
import { miscountedLateFine } from '../../words/miscounted-late-fine.ts';

type LateFine = NonNullable<NonNullable<CaseFile['performance']>['lateFine']>;

/** Before 行政强制法 nothing limited the sum. */
const CAPPED_ON = '2012-01-01';
/** Per cent of the fine and day (行政处罚法 72(1)(1)). */
const DAILY = 3;
/** Days to pay after service (行政处罚法 67(3)); calendar days. */
const TO_PAY = 15;
const AT = 'performance.lateFine';

/** C3-33 加处罚款. */
export const lateFine = rule({
  id: 'C3-33',
  criterion: 3,
  question: '加处罚款是否不超过每日百分之三、总额不超过罚款本数，并扣除了复议、诉讼期间？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(72, '逾期每日按罚款数额的百分之三加处，不超出罚款数额', {
      paragraph: 1,
      item: 1,
      states: ['百分之三'],
    }),
    penaltyLaw(73, '复议、诉讼期间不计加处罚款', { paragraph: 3 }),
    penaltyLaw(67, '收到决定书十五日内缴款', { paragraph: 3, states: ['十五日内'] }),
    compulsionLaw(45, '加处罚款不得超出金钱给付义务的数额', {
      paragraph: 2,
      states: ['不得超出金钱给付义务的数额'],
    }),
    formerPenaltyLaw(51, '逾期每日按罚款数额的百分之三加处', { from: CAPPED_ON, states: ['百分之三'] }),
    formerPenaltyLaw(46, '收到决定书十五日内缴款', { from: CAPPED_ON, paragraph: 3, states: ['十五日内'] }),
  ],
  reading:
    '2012年至2021年修订前的，上限依行政强制法，录入的复议、诉讼期间同样扣除（旧法没有写明，按对当事人有利的理解）；自缴款期满次日起算，计至之日算入；缴款期为收到决定书后十五个自然日，末日遇休息日顺延；批准延期、分期的，自其期满次日起算；本数只算罚款，不算没收；部分缴纳的仍按全部罚款计算上限，按余额计算对当事人更有利，由人判断。没有载明复议、诉讼期间或者计至之日的，按缴款期最短、计至缴款日、不扣除计算，仍超过的不符合。',
  lawOf: ({ file }) => file.performance?.lateFine?.until,
  about: ({ file }) => {
    const wrong = miscountedLateFine(file);
    if (wrong) {
      return notMet(`加处罚款的计算应当正确，材料写“${wrong.quote}”，应为${yuan(fen(wrong.due))}。`, [
        wrong.path,
      ]);
    }
    return file.performance?.lateFine ?? withoutLateFine(file);
  },
  decide: (late, { file }) => {
    const principal = totalFine(file.decision?.penalties);
    const { amount, until, suspended } = late;
    const end = paymentEnd(late, file);
    // Whatever the days, the sum never passes the fine: nothing that is missing could save it.
    const open = isAnswer(end) || until === undefined || !suspended;
    if (open && principal !== undefined && amount !== undefined && fen(amount) > principal) {
      return notMet(`加处罚款${yuan(fen(amount))}超出罚款数额${yuan(principal)}。`, [
        'decision.penalties',
        `${AT}.amount`,
      ]);
    }
    const above = open ? aboveCeiling(late, file, principal) : undefined;
    if (above) return above;
    if (isAnswer(end)) return end;
    const missing = [
      ...(principal === undefined ? ['罚款金额'] : []),
      ...(amount === undefined ? ['加处罚款的金额'] : []),
      ...(until === undefined ? ['加处罚款计至之日'] : []),
      ...(suspended === undefined ? ['有无复议、诉讼期间'] : []),
    ];
    if (principal === undefined || amount === undefined || until === undefined || !suspended) {
      return unclear(`核对加处罚款需要${missing.join('、')}，案卷未载明。`, missing, [AT]);
    }
    const span = Math.max(0, daysBetween(end.day, until));
    const excluded = suspendedDays(suspended, end.day, until);
    const days = span - excluded;
    const formula = Math.floor((principal * DAILY * days) / 100);
    const limit = Math.min(formula, principal);
    const paths = ['decision.penalties', `${AT}.amount`, `${AT}.until`, `${AT}.suspended`, ...end.paths];
    const steps = [
      `缴款期至${chineseDay(end.day)}，次日起算`,
      `至${chineseDay(until)}共${span}日，扣除复议、诉讼期间${excluded}日，计${days}日`,
      `${yuan(principal)}×${DAILY}%×${days}日＝${yuan(formula)}${formula > principal ? `，以罚款数额${yuan(principal)}为限` : ''}`,
    ];
    const found = `缴款期至${chineseDay(end.day)}，应计${days}日，加处罚款最多${yuan(limit)}，实际${yuan(fen(amount))}`;
    return fen(amount) > limit
      ? notMet(`${found}，超过限额。`, paths, { steps })
      : met(`${found}，没有超过。`, paths, { steps });
  },
});

/**
 * With the fewest days to pay and the last day that can count nothing that is missing makes the sum smaller: whether it is
 * above even so. Where payment was deferred nobody can tell.
 */
function aboveCeiling(
  { amount, until, paymentEnd: stated }: LateFine,
  file: CaseFile,
  principal: Fen | undefined,
): Answer | undefined {
  const { paidOn, deferral } = file.performance ?? {};
  const last = until ?? paidOn;
  const served = servedDay(file, 'decision');
  if (amount === undefined || principal === undefined || !last || !served.day || deferral) return undefined;
  const period = endOfPeriod({ from: served.day, length: TO_PAY, unit: 'calendar-day', ofParty: true });
  if (!period.known) return undefined;
  const end = stated && stated > period.last ? stated : period.last;
  const days = Math.max(0, daysBetween(end, last));
  const limit = Math.min(Math.floor((principal * DAILY * days) / 100), principal);
  if (fen(amount) <= limit || (!until && last <= end)) return undefined;
  return notMet(
    `缴款期最早至${chineseDay(end)}，计至${chineseDay(last)}最多${days}日，加处罚款最多${yuan(limit)}，实际${yuan(fen(amount))}，超过限额。`,
    [
      'decision.penalties',
      `${AT}.amount`,
      until ? `${AT}.until` : 'performance.paidOn',
      ...served.paths,
      ...(stated ? [`${AT}.paymentEnd`] : []),
    ],
    { steps: [`${yuan(principal)}×${DAILY}%×${days}日＝${yuan(limit)}`] },
  );
}

/** More paid than the decision asked for may hold a late fine that nobody entered. */
function withoutLateFine({ performance, decision }: CaseFile): Answer {
  const sums = decision?.penalties?.map(({ amount }) => amount ?? 0) ?? [];
  const due = sums.reduce((total, sum) => total + fen(sum), 0);
  const { paid } = performance ?? {};
  return paid !== undefined && totalFine(decision?.penalties) !== undefined && fen(paid) > due
    ? unclear(
        `决定的金额共${yuan(due)}，实缴${yuan(fen(paid))}，超出部分是不是加处罚款没有载明。`,
        ['超出部分是不是加处罚款'],
        ['performance.paid', 'decision.penalties'],
      )
    : notApplicable('案卷没有加处罚款的记载。');
}

/** The last day to pay: as stated, but never before the fifteenth day after service or the end of a deferral. */
function paymentEnd(late: LateFine, file: CaseFile): { day: Day; paths: string[] } | Answer {
  const served = servedDay(file, 'decision');
  const { deferral } = file.performance ?? {};
  const missing = [
    ...(late.paymentEnd ? [] : ['缴款期满日']),
    ...(served.day ? [] : ['决定书送达日']),
    ...(deferral && !deferral.approvedOn ? ['延期、分期的批准日'] : []),
    ...(deferral && !deferral.until ? ['延期、分期的期满日'] : []),
  ];
  if (!late.paymentEnd || !served.day || missing.length > 0) {
    return unclear(`确定缴款期需要${missing.join('、')}，案卷未载明。`, missing, [AT]);
  }
  const end = endOfPeriod({ from: served.day, length: TO_PAY, unit: 'calendar-day', ofParty: true });
  const paths = [
    `${AT}.paymentEnd`,
    ...served.paths,
    ...(deferral ? ['performance.deferral.approvedOn', 'performance.deferral.until'] : []),
  ];
  if (!end.known) {
    return unclear(
      `缴款期末日是否顺延需要${end.unknownYear}年的工作日安排，该年安排尚未载入。`,
      [`${end.unknownYear}年放假调休安排`],
      paths,
    );
  }
  const day = [late.paymentEnd, end.last, deferral?.until ?? end.last].sort().at(-1)!;
  return { day, paths };
}

/** Days after `end` up to `until` that lie in one of the periods; days in two of them count once. */
function suspendedDays(periods: { from: Day; to: Day }[], end: Day, until: Day): number {
  let counted = 0;
  let last = end;
  for (const period of [...periods].sort((a, b) => a.from.localeCompare(b.from))) {
    const from = period.from > last ? period.from : addDays(last, 1);
    const to = period.to < until ? period.to : until;
    if (from > to) continue;
    counted += daysBetween(from, to) + 1;
    last = to;
  }
  return counted;
}
