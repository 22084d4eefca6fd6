import type { Finding } from '../review/screening/screen-case.ts';
import type { Grade } from './grade.ts';
import type { ScreenCase } from './suite.ts';

const WORDS = { met: '符合', 'not-met': '不符合', unclear: '待查明', 'not-applicable': '不适用' };

/** Exact: every expected answer must be given, and nothing outside `onlyNotMet` may answer not-met. */
export function gradeScreen(entry: ScreenCase, findings: Finding[]): Grade {
  const answers = new Map(findings.map((finding) => [finding.rule, finding]));
  const faults: string[] = [];
  let right = 0;
  for (const [rule, expected] of Object.entries(entry.expect)) {
    const finding = answers.get(rule);
    if (finding?.answer === expected) right += 1;
    else if (!finding) faults.push(`没有规则 ${rule}`);
    else faults.push(`${rule} 应为“${WORDS[expected]}”，实为“${WORDS[finding.answer]}”：${finding.reason}`);
  }
  const allowed = entry.onlyNotMet && new Set(entry.onlyNotMet);
  const alarms = allowed
    ? findings.filter((finding) => finding.answer === 'not-met' && !allowed.has(finding.rule))
    : [];
  for (const finding of alarms) faults.push(`误报 ${finding.rule}：${finding.reason}`);
  const expected = Object.keys(entry.expect).length;
  return {
    id: entry.id,
    passed: faults.length === 0,
    faults,
    figures: {
      ...(expected > 0 ? { 'answers-right': right / expected } : {}),
      ...(allowed ? { 'false-not-met': alarms.length } : {}),
    },
  };
}
