import type { Finding } from '../../../review/screening/screen-case.ts';

type Answer = Finding['answer'];

export const SIGNS: Record<Answer, string> = {
  'not-met': '✕',
  unclear: '?',
  met: '✓',
  'not-applicable': '–',
};
export const ANSWERS: Record<Answer, string> = {
  'not-met': '不符合',
  unclear: '待查明',
  met: '符合',
  'not-applicable': '不适用',
};
export const SEVERITIES: Record<Finding['severity'], string> = {
  block: '须先解决',
  major: '重要',
  minor: '一般',
  info: '提示',
};
export const CONSEQUENCES: Record<Finding['consequence'], string> = {
  void: '可能无效',
  annul: '可能被撤销',
  'unlawful-minor': '可能被确认违法',
  correctable: '可以补正',
};
export const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八'];

const ORDER: Answer[] = ['not-met', 'unclear', 'met', 'not-applicable'];
const WEIGHT: Finding['severity'][] = ['block', 'major', 'minor', 'info'];

/** Worst first: not met before unclear before met, and the severe before the slight. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer) ||
    WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity)
  );
}

/** How many of one answer. */
export function countOf(findings: Finding[], answer: Answer): number {
  return findings.filter((finding) => finding.answer === answer).length;
}
