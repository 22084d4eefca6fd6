import { caseFileNames } from '../../cases/case-file-names.ts';
import { PAPER_KINDS } from '../../cases/paper-kinds.ts';
import { chineseDay, isDay } from '../../law/dates.ts';
import { BASES } from '../../law/fine-range.ts';
import { fen, yuan } from '../../law/money.ts';
import { GRADES, NORM_LEVELS, PENALTY_TYPES } from '../../law/penalties.ts';
import { CHOICE_NAMES } from './choice-names.ts';
import { FACT_NAMES } from './fact-names.ts';

/** The sections of the case file in the order of an ordinary procedure. */
export const SECTIONS: [key: string, name: string][] = [
  ['party', '当事人'],
  ['violation', '违法行为'],
  ['circumstances', '裁量情节'],
  ['provisions', '违反与处罚条款'],
  ['evidence', '证据'],
  ['agency', '行政机关'],
  ['entrustment', '委托执法'],
  ['officers', '执法人员'],
  ['acts', '执法行为'],
  ['filing', '立案'],
  ['timeLimit', '办案期限'],
  ['preservation', '先行登记保存'],
  ['correctionOrder', '责令改正'],
  ['closingReport', '调查终结'],
  ['proposal', '拟处理意见'],
  ['major', '重大执法决定的判断'],
  ['priorNotices', '事先告知'],
  ['defence', '陈述申辩'],
  ['hearing', '听证'],
  ['review', '法制审核（案卷所载）'],
  ['discussion', '集体讨论'],
  ['approval', '负责人审批'],
  ['decision', '处罚决定'],
  ['services', '送达'],
  ['performance', '履行与归档'],
  ['referral', '涉嫌犯罪移送'],
  ['publication', '公示'],
  ['recordings', '音像记录'],
  ['inspection', '行政检查'],
  ['licence', '行政许可'],
  ['levy', '行政征收'],
  ['compulsions', '行政强制'],
  ['jurisdictionDocuments', '管辖依据'],
  ['otherFilings', '其他机关立案'],
  ['criminalJudgment', '刑事判决'],
  ['emergency', '突发事件'],
  ['education', '教育'],
  ['recusalRequests', '回避申请'],
  ['earlierDecisions', '以往处罚'],
];

/** `hearing.noticeServedOn` → `听证 › 通知送达日`; numbers of lists are counted from 1. */
export function factName(path: string, withSection = true): string {
  const [section, ...rest] = path.split('.');
  const head =
    SECTIONS.find(([key]) => key === section)?.[1] ??
    FACT_NAMES[section ?? ''] ??
    caseFileNames().get(section ?? '') ??
    section;
  const tail = rest.map((key, index) => {
    if (/^\d+$/.test(key)) return `第 ${Number(key) + 1} 项`;
    const here = [section, ...rest.slice(0, index + 1)].filter((part) => !/^\d+$/.test(part ?? '')).join('.');
    const names = caseFileNames();
    return FACT_NAMES[key] ?? names.get(here) ?? names.get(key) ?? BASES[key as keyof typeof BASES] ?? key;
  });
  return [...(withSection || tail.length === 0 ? [head] : []), ...tail].join(' › ');
}

const MONEY_KEYS = new Set(['yuan', 'amount', 'fine', 'paid', 'owed']);

/** A value as it is written on a page: dates, sums and choices in Chinese. */
export function factValue(path: string, value: unknown): string {
  const key = path.split('.').pop() ?? '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return MONEY_KEYS.has(key) ? yuan(fen(value)) : String(value);
  if (Array.isArray(value)) return value.map((entry) => factValue(path, entry)).join('、');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(
        ([name, inner]) =>
          `${FACT_NAMES[name] ?? caseFileNames().get(name) ?? name} ${factValue(name, inner)}`,
      )
      .join('，');
  }
  const text = String(value);
  if (isDay(text)) return chineseDay(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${chineseDay(text.slice(0, 10))} ${text.slice(11)}`;
  return choiceName(path, text);
}

/** The Chinese name of a choice, or the text itself when it is none. */
export function choiceName(path: string, choice: string): string {
  const key = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .slice(-2);
  return (
    CHOICE_NAMES[key.join('.')]?.[choice] ??
    CHOICE_NAMES[key.at(-1) ?? '']?.[choice] ??
    (key.at(-1) === 'type' ? PENALTY_TYPES[choice as keyof typeof PENALTY_TYPES] : undefined) ??
    (key.at(-1) === 'grade' ? GRADES[choice as keyof typeof GRADES] : undefined) ??
    (key.at(-1) === 'level' ? NORM_LEVELS[choice as keyof typeof NORM_LEVELS] : undefined) ??
    choice
  );
}

/** The name of a paper's kind. */
export function paperKindName(kind: string): string {
  return PAPER_KINDS[kind as keyof typeof PAPER_KINDS] ?? kind;
}
