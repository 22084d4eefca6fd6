import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { approvalsIn } from '../words/approvals-in.ts';
import { namesIn } from '../words/names-in.ts';
import { orderedPenalties } from '../words/penalties-in.ts';
import { penaltyFacts } from '../words/penalty-facts.ts';
import { plainView } from '../words/plain-view.ts';

/** 调查终结报告: when the handlers signed it and what they propose. */
export const closingReport: Reader = (paper) => {
  if (paper.kind !== 'closing-report') return [];
  const day = signedOn(paper);
  const { penalties } = orderedPenalties(plainView(paper.text), 'proposed');
  return [
    ...(day ? [stated('closingReport.date', day.day, day)] : []),
    ...(penalties[0] ? [stated('proposal.result', 'penalty', penalties[0])] : []),
    ...penaltyFacts('proposal', penalties),
  ];
};

/** The handlers' day, not that of whoever agrees below. */
function signedOn(paper: Paper): { day: string; start: number; end: number } | undefined {
  const { text } = paper;
  const approvals = approvalsIn(paper);
  const others = approvals.filter(({ by }) => by === 'unit' || by === 'head' || by === 'legal');
  const days = daysIn(text).filter(
    ({ start, relative }) => !relative && !others.some((one) => start >= one.start && start < one.end),
  );
  const signature = days.findLast((day) => isSignature(text, day));
  return signature ?? approvals.find(({ by, day }) => by === 'handler' && day)?.day;
}

/** A line that holds a day, names and a label and nothing else. */
function isSignature(text: string, day: DayIn): boolean {
  const from = Math.max(text.lastIndexOf('\n', day.start - 1), text.lastIndexOf('\t', day.start - 1)) + 1;
  const to = text.slice(day.end).search(/[\n\t]/);
  const before = text.slice(from, day.start);
  const after = text.slice(day.end, to < 0 ? text.length : day.end + to);
  if (after.replaceAll(/[\s　（()）印章]/g, '') !== '' || /意见|审核|批准|审批|负责人/.test(before))
    return false;
  let rest = before;
  for (const { name, start, end } of namesIn(before).toReversed())
    rest = name ? rest.slice(0, start) + rest.slice(end) : rest;
  rest = rest.replace(
    /^[\s　]*(?:案件)?(?:承办|调查|办案|执法|经办|报告|主办|协办|撰写|制作)?(?:人员?|时间|日期)?(?:[（(]?(?:签名|签字|盖章)[)）]?)?[:：]?/,
    '',
  );
  return (
    rest.replaceAll(
      /(?:报告|落款|撰写|终结)?(?:日期|时间)[:：]?|签名|签字|承办人|[\s　、，,:：（()）]/g,
      '',
    ) === ''
  );
}
