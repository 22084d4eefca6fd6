import type { CaseFile } from '../../cases/case-file.ts';

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const RATE = String.raw`(?:每[日天]|按[日天]|日)?(?:加处|利率|比例)?(?:3%|百分之三|0\.03)(?:/[日天])?`;
const RESULT = `(?:=|[,，]?(?:即|计|共计|合计|共|为))(?:人民币)?[¥￥]?(?<result>${NUMBER})元`;
/** 30000元×3%×10日＝9000元 and 30000元×10日×3%＝9000元. */
const COUNTED = [
  new RegExp(String.raw`(?<fine>${NUMBER})元?×${RATE}×(?<days>\d{1,4})(?:日|天|个?自然日)?${RESULT}`, 'g'),
  new RegExp(String.raw`(?<fine>${NUMBER})元?×(?<days>\d{1,4})(?:日|天)?×${RATE}${RESULT}`, 'g'),
];
/** Percent of the fine and day (行政处罚法 72(1)(1)). */
const DAILY = 3;

export interface MiscountedLateFine {
  quote: string;
  /** In yuan. */
  due: number;
  path: string;
}

/** The count of a late fine in a paper that comes to more than its own factors make. */
export function miscountedLateFine({ papers = [] }: CaseFile): MiscountedLateFine | undefined {
  for (const [index, { text = '' }] of papers.entries()) {
    if (!/加处罚款/.test(text)) continue;
    const plain = text
      .normalize('NFKC')
      .replaceAll(/[ \t]/g, '')
      .replaceAll(/[*xX✕]/g, '×');
    for (const match of COUNTED.flatMap((pattern) => [...plain.matchAll(pattern)])) {
      const { fine = '', days = '', result = '' } = match.groups ?? {};
      const [base, stated] = [fine, result].map((one) => Number(one.replaceAll(',', '')));
      const due = Number((((base ?? 0) * Number(days) * DAILY) / 100).toFixed(2));
      // Sums are rounded to whole yuan.
      if ((stated ?? 0) - due >= 1) return { quote: match[0], due, path: `papers.${index}.text` };
    }
  }
  return undefined;
}
