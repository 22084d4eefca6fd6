import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';
import { isName, namesIn } from './names-in.ts';
import { officersIn } from './officers-in.ts';
import { signatureLines } from './signature-lines.ts';

/** Whose signature is not the party's: the officers', a witness's, an interpreter's. */
export const OTHERS_SIGN =
  /^(?!被|受检|到场|在场|当事|陪同|随同)[^:]{0,8}(?:执法|检查|勘验|勘查|勘察|询问|调查|问话|谈话|约谈|记录|制作|承办|办案|经办|队员|采样|抽样|取样|监督|稽查|协助|协管|陪审|邀请|技术|审核|审批|批准|负责人意见)|见证|翻译|通译|证明人|(?:局|队|所|科)长/;
const SIGNED = /(?:签名|签字|签章|签名栏|捺印|签收|签名或盖章|签名或者盖章|确认)(?:\([^()]*\))?$/;
/** Whose signature is the party's, or of somebody who was there or was heard for it. */
export const PARTY_SIGNS =
  /^(?:当事人|当事人代表|行政相对人|相对人|被检查(?:人|单位|对象|方)|受检(?:人|单位)|被处罚(?:人|单位)|(?:被检查单位)?(?:现场|企业|单位|店铺|场所|被检查单位)?负责人|现场人员|在场人员?|到场人员?|被询问人|被调查(?:询问)?人|被问话人|被谈话人|被约谈人|被勘验人|陪同(?:检查)?人员?|随同(?:检查)?人员|被抽样(?:人|单位)|被采样(?:人|单位)|经营者|店主|店长|业主|船长|船主|驾驶员|司机|站长|厂长|经理|法定代表人|受委托人|受托人|委托代理人|代理人|谈话对象)/;
/** What is written before the signature of somebody who has read a record. */
const READ =
  /属实|无误|一致|一样|相符|相同|看过|阅过|阅读|读过|听过|念给|宣读|核对|核实|确认|(?:无|没有)(?:异议|意见|出入|补充)|正确|清楚|明白|真实|认可/;
const DAY =
  /(?:\d{4}|[〇○零一二三四五六七八九]{4})[ 　]*[年.\-/][ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*[月.\-/][ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*日?(?:[ 　]*\d{1,2}[:：时点][ 　]*\d{0,2}分?)?/g;

/**
 * Where the party, or whoever was there or was heard for it, signed a record: a name after a label of theirs, or on
 * a line of its own, alone or after words that they have read it. `officers`: names that are the agency's.
 */
export function partySignatureIn(paper: Paper, officers: ReadonlySet<string>): Span | undefined {
  const { text } = paper;
  const ours = new Set([...officers, ...officersIn(paper).map(({ name }) => name)]);
  const tail = Math.max(text.trimEnd().length - 380, Math.floor(text.length / 2), lastAnswer(text));
  for (const { label, start, end } of fieldsOf(paper).toReversed()) {
    if (start < tail) break;
    if (OTHERS_SIGN.test(label) || !(SIGNED.test(label) || PARTY_SIGNS.test(label))) continue;
    const name = namesIn(text, { start, end }, { rare: true }).find((one) => !ours.has(one.name));
    if (name) return name;
  }
  return signedLine(text, Math.max(tail, firstLine(text)), ours);
}

/** A name behind words that its bearer has read what stands above: `以上情况属实。张示（捺印） 2024年5月15日`. */
export function signedAfterReading(text: string, from: number): Span | undefined {
  return signedLine(text, from, new Set(), false);
}

/** A line such as `以上情况属实。张示（捺印） 2024年5月15日` or, where it may be `bare`, `张示　2024.5.15`. */
function signedLine(text: string, from: number, ours: ReadonlySet<string>, bare = true): Span | undefined {
  for (const { line: words, index } of signatureLines(text.slice(from)).toReversed()) {
    const at = from + index;
    for (const name of namesIn(text, { start: at, end: at + words.length }, { rare: true }).toReversed()) {
      const before = text.slice(at, name.start);
      const after = text.slice(name.end, at + words.length);
      if (isBare(before) && SAID_AND_DATED.test(after) && !ours.has(name.name)) return name;
      if (ours.has(name.name) || !isBare(after) || !(isName(name.name) || text.indexOf(name.name) < at))
        continue;
      if (
        (bare && isBare(before)) ||
        (READ.test(before) && /[。.，,；;：:！ 　]$/.test(before) && !LABEL.test(before))
      )
        return name;
    }
  }
  return undefined;
}

/** 赵示：核对无误。2025年3月4日. */
const SAID_AND_DATED = new RegExp(
  `^[:：][ 　]*(?:以上|上述)?(?:内容|情况|笔录)?[^，,。；;\\n？?]{0,8}(?:属实|无误|一致|无异议|相符)[。.，, 　]*(?:${DAY.source})[ 　]*$`,
);

/** 核对人：, 记录人：. */
const LABEL = /(?:人|员|单位|负责人|经办)[ 　]*[:：][ 　]*$/;

/** Nothing but a day, what was pressed or stamped, and signs. */
const isBare = (words: string) =>
  words
    .replace(DAY, '')
    .replace(/[（(](?:签名|签字|捺印|指印|手印|盖章|按印|章|签名[、及和]?(?:捺印|指印|手印))[)）]/g, '')
    .replace(/签名|签字|捺印|指印|手印|（捺）/g, '')
    .replace(/[\s　>＞、，,。.：:（()）_＿]/g, '') === '';

const firstLine = (text: string) => {
  const first = /\S[^\n]*\n/.exec(text);
  return first ? first.index + first[0].length : text.length;
};

const lastAnswer = (text: string) =>
  [...text.matchAll(/\n[^\n]{0,6}[答A]\d*[ 　\]】]*[:：　 ][^\n]*/g)].at(-1)?.index ?? 0;
