import { chineseDay, isDay } from '../../../law/dates.ts';
import type { Context } from '../../rules/rule.ts';
import { papersAgainstNotes } from '../../words/words-against-notes.ts';
import type { Stated } from './stated-particulars.ts';

/** What the words of a paper state otherwise than people noted it in the file. */
export function notedOtherwise({ file }: Context): Stated[] {
  return papersAgainstNotes(file).map(({ path, noted, paper, title, quote }): Stated => {
    const explained = file.papers?.find(({ id }) => id === paper)?.states?.differenceExplained;
    const index = file.papers?.findIndex(({ id }) => id === paper);
    return {
      what: nameOf(path),
      paper: title,
      said: quote,
      path: `papers.${index}.text`,
      due: { text: shown(noted), paths: [path] },
      agrees: false,
      same: () => true,
      ...(explained ? { explained } : {}),
    };
  });
}

/** What each particular is called, by the end of its path; the first that fits. */
const NAMES: [RegExp, string][] = [
  [/startedAt$/, '开始时间'],
  [/endedAt$/, '结束时间'],
  [/^violation\.(?:startedOn|endedOn)$/, '违法行为的日期'],
  [/gains\.yuan$/, '违法所得'],
  [/goods\.yuan$/, '货值金额'],
  [/penalties\.\d+\.amount$/, '处罚的金额'],
  [/penalties$/, '处罚的种类'],
  [/breached$/, '违反的条款'],
  [/punishing$/, '处罚依据的条款'],
  [/amountInWords$/, '大写金额'],
  [/certificate\.number$|certificateNumbers$/, '执法证件号码'],
  [/officers(?:Signed)?$/, '执法人员'],
  [/region$/, '发生地区'],
  [/hearing\.requested$/, '是否要求听证'],
  [/suspected$/, '是否涉嫌犯罪'],
  [/onTheSpot\.collected$/, '是否当场收缴'],
  [/feeCharged$/, '是否收取听证费用'],
  [/keptPrivately$/, '音像记录是否自行保管'],
  [/storedAt$/, '音像记录的入库时间'],
  [/creditCode$|dNumber$/, '号码'],
  [/legalRepresentative$|operator$/, '法定代表人或者负责人'],
  [/address$/, '住址'],
  [/umber$/, '文号'],
  [/organName$|sealName$/, '机关名称'],
  [/court$/, '诉讼法院'],
  [/litigationMonths$/, '诉讼期限'],
  [/reconsiderationBody$/, '复议机关'],
  [/reconsideration(?:Days|First)$/, '复议期限、方式'],
  [/performance\.days$/, '缴款期限'],
  [/servedOn$/, '送达日期'],
  [/defenceUntil$/, '陈述申辩期限'],
  [/services\.\d+\.method$/, '送达方式'],
  [/signerRelation$/, '签收人的身份'],
  [/^services\.\d+\.signed$/, '签收情况'],
  [/Role$/, '批准人的职务'],
  [/conclusion$/, '审核结论'],
  [/\.name$/, '姓名'],
  [/tier$|grade$/, '裁量阶次'],
  [/harm\.occurred$/, '危害后果'],
  [/(?:On|date|until|From|To|birthDate)$/, '日期'],
];

function nameOf(path: string): string {
  return NAMES.find(([end]) => end.test(path))?.[1] ?? '情况';
}

function shown(noted: unknown): string {
  if (typeof noted === 'boolean') return noted ? '是' : '否';
  if (typeof noted === 'number') return String(noted);
  if (typeof noted === 'string' && isDay(noted)) return chineseDay(noted);
  // A choice of the file has no words of its own.
  return typeof noted === 'string' && !/^[a-z-]+$/.test(noted) ? noted : '另一内容';
}
