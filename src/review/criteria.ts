import { bodyRules } from './criteria/body-rules.ts';
import { competenceRules } from './criteria/competence-rules.ts';
import { compulsionRules } from './criteria/compulsion-rules.ts';
import { discretionRules } from './criteria/discretion-rules.ts';
import { documentRules } from './criteria/document-rules.ts';
import { evidenceRules } from './criteria/evidence-rules.ts';
import { inspectionRules } from './criteria/inspection-rules.ts';
import { levyRules } from './criteria/levy-rules.ts';
import { licenceRules } from './criteria/licence-rules.ts';
import { officerRules } from './criteria/officer-rules.ts';
import { procedureRules } from './criteria/procedure-rules.ts';
import { referralRules } from './criteria/referral-rules.ts';
import type { Rule } from './rules/rule.ts';

/** The rule book, in the order of the eight criteria; then the rules of the other kinds of act. */
export const RULES: Rule<never>[] = [
  // 1 主体合法
  ...bodyRules,
  // 2 执法资格
  ...officerRules,
  // 3 程序合法
  ...procedureRules,
  // 4 事实清楚、证据合法充分
  ...evidenceRules,
  // 5 适用法律准确、裁量适当
  ...discretionRules,
  // 6 未超越法定权限
  ...competenceRules,
  // 7 文书完备规范
  ...documentRules,
  // 8 涉嫌犯罪移送
  ...referralRules,
  // 行政强制
  ...compulsionRules,
  // 行政检查
  ...inspectionRules,
  // 行政征收
  ...levyRules,
  // 行政许可
  ...licenceRules,
];
