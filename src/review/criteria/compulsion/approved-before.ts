import { addDays, chineseDay, dayOf } from '../../../law/dates.ts';
import { hoursBetween } from '../../../law/hours.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, MEASURES, startOf } from '../../rules/compulsion-rule.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

const HOURS = 24;

/** QZ-03 事前报告负责人批准. */
export const approvedBefore = compulsionRule({
  id: 'QZ-03',
  criterion: 3,
  question: '实施强制措施前是否报机关负责人批准，紧急的是否在二十四小时内报告并补办？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(18, '实施前向负责人报告并经批准', { item: 1 }),
    compulsionLaw(19, '情况紧急当场实施的，二十四小时内报告并补办批准；负责人不同意的立即解除', {
      states: ['二十四小时内'],
    }),
    compulsionLaw(20, '紧急限制人身自由的，返回机关后立即报告并补办批准', { paragraph: 1, item: 2 }),
  ],
  reading:
    '紧急时报告和补办批准都在二十四小时内完成，恰满二十四小时的在内；批准与实施同日而没有载明时刻的，先后由人核实。',
  kinds: MEASURES,
  none: '案卷没有行政强制措施。',
  judge: (entry, path) => {
    const who = wrongApprover(entry, path);
    if (who) return who;
    const before = approvedFirst(entry, path);
    if (before === true) {
      return roleKnown(entry, path, met('强制措施在实施前经批准。', approvalPaths(entry, path)));
    }
    const refused = disagreed(entry, path);
    if (refused) return refused;
    if (before !== false && entry.urgent !== true) return before;
    return entry.urgent ? urgent(entry, path) : late(entry, path);
  },
});

function approvalPaths(entry: Compulsion, path: string): string[] {
  const start = startOf(entry, path);
  return [
    ...(start ? [start.path] : []),
    ...(entry.startedAt ? [`${path}.startedAt`] : []),
    ...(entry.approvedOn ? [`${path}.approvedOn`] : []),
    ...(entry.approvedAt ? [`${path}.approvedAt`] : []),
    `${path}.approverRole`,
  ];
}

function wrongApprover({ approverRole, approver }: Compulsion, path: string): Answer | undefined {
  if (approverRole !== 'unit-head' && approverRole !== 'other') return undefined;
  return notMet(`强制措施应由机关负责人批准，${approver ?? '批准人'}不是机关负责人。`, [
    `${path}.approverRole`,
  ]);
}

function roleKnown({ approverRole }: Compulsion, path: string, answer: Answer): Answer {
  return approverRole && approverRole !== 'delegate'
    ? answer
    : unclear('批准人是否为机关负责人没有载明。', ['批准人是否为机关负责人'], [...answer.paths, path]);
}

/** Whether the approval came first; an answer where the file does not tell. */
function approvedFirst(entry: Compulsion, path: string): boolean | Answer {
  const paths = approvalPaths(entry, path);
  const startedOn = startOf(entry, path)?.day;
  const { startedAt, approvedAt } = entry;
  const approvedOn = entry.approvedOn ?? (approvedAt && dayOf(approvedAt));
  if (startedAt && approvedAt) return hoursBetween(approvedAt, startedAt) >= 0;
  if (!startedOn) return unclear('强制措施的实施时间没有载明。', ['实施时间'], [path]);
  if (!approvedOn) return unclear('强制措施的批准没有载明。', ['机关负责人的批准和时间'], [path]);
  if (approvedOn !== startedOn) return approvedOn < startedOn;
  return unclear(
    `批准和实施都在${chineseDay(startedOn)}，时刻没有载明，先后不明。`,
    ['批准和实施的时刻'],
    paths,
  );
}

function late(entry: Compulsion, path: string): Answer {
  const paths = [...approvalPaths(entry, path), `${path}.urgent`];
  return entry.urgent === undefined
    ? unclear('强制措施实施后才批准，是否情况紧急没有载明。', ['是否情况紧急'], paths)
    : notMet('强制措施应在实施前批准，实施后才批准，又不属于情况紧急。', paths);
}

function urgent(entry: Compulsion, path: string): Answer {
  const { startedAt, approvedAt, reportedAt } = entry;
  if (entry.kind === 'personal-freedom') return atOnce(entry, path);
  const paths = [`${path}.urgent`, `${path}.startedAt`, `${path}.reportedAt`, `${path}.approvedAt`];
  if (reportedAt && startedAt && hoursBetween(startedAt, reportedAt) > HOURS) {
    return notMet('情况紧急的应在二十四小时内报告，报告超过二十四小时。', paths);
  }
  const refused = entry.headAgreed === false;
  if (!approvedAt && daysLater(entry, path)) {
    return notMet('情况紧急的应在二十四小时内补办批准，补办超过二十四小时。', [
      ...approvalPaths(entry, path),
      `${path}.urgent`,
    ]);
  }
  const missing = [
    ...(startedAt ? [] : ['实施的时刻']),
    ...(reportedAt ? [] : ['向负责人报告的时刻']),
    ...(approvedAt || refused ? [] : ['补办批准的时刻']),
  ];
  if (refused && startedAt && reportedAt) {
    const seen = [...paths.slice(0, 3), `${path}.headAgreed`, `${path}.liftedAtOnce`];
    return met('按时报告，负责人不同意采取，已立即解除。', seen);
  }
  if (!startedAt || !reportedAt || !approvedAt) {
    return unclear(`情况紧急，${missing.join('、')}没有载明。`, missing, [path]);
  }
  if (hoursBetween(startedAt, approvedAt) > HOURS) {
    return notMet('情况紧急的应在二十四小时内补办批准，补办超过二十四小时。', paths);
  }
  return roleKnown(
    entry,
    path,
    met('情况紧急，二十四小时内报告并补办批准。', [...paths, `${path}.approverRole`]),
  );
}

/** Approved two days later or more: beyond 24 hours, whatever the moments were. */
function daysLater(entry: Compulsion, path: string): boolean {
  const startedOn = startOf(entry, path)?.day;
  return startedOn !== undefined && (entry.approvedOn ?? '') > addDays(startedOn, 1);
}

/** The head would not have it (行政强制法 19): lifted at once, or a fault, whenever the report was made. */
function disagreed(
  { headAgreed, liftedAtOnce, urgent: hurried }: Compulsion,
  path: string,
): Answer | undefined {
  if (headAgreed !== false) return undefined;
  const paths = [`${path}.urgent`, `${path}.headAgreed`, `${path}.liftedAtOnce`];
  if (hurried === false) return notMet('强制措施应在实施前经批准，负责人不同意采取，仍然实施。', paths);
  if (liftedAtOnce === undefined) {
    return unclear('负责人不同意采取，是否立即解除没有载明。', ['是否立即解除'], paths);
  }
  return liftedAtOnce ? undefined : notMet('负责人不同意采取强制措施，没有立即解除。', paths);
}

/** Personal freedom (行政强制法 20): no hours, but at once on return. */
function atOnce(entry: Compulsion, path: string): Answer {
  const paths = [`${path}.urgent`, `${path}.reportedAtOnce`, `${path}.approverRole`];
  if (entry.reportedAtOnce === undefined) {
    return unclear('返回机关后是否立即报告并补办批准没有载明。', ['返回机关后是否立即报告并补办批准'], paths);
  }
  const approved = entry.approvedOn ?? entry.approvedAt ?? entry.headAgreed;
  if (entry.reportedAtOnce && approved === undefined) {
    const open = [...paths, `${path}.headAgreed`];
    return unclear('已立即报告，负责人是否同意、何时批准没有载明。', ['负责人的批准'], open);
  }
  if (entry.reportedAtOnce && entry.headAgreed === false) {
    const seen = [...paths, `${path}.headAgreed`, `${path}.liftedAtOnce`];
    return met('返回机关后立即报告，负责人不同意采取，已立即解除。', seen);
  }
  return entry.reportedAtOnce
    ? roleKnown(entry, path, met('返回机关后立即报告并补办批准。', [...paths, ...approvalPaths(entry, path)]))
    : notMet('紧急限制人身自由，返回机关后没有立即报告并补办批准。', paths);
}
