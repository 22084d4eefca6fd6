import { daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import type { NameIn } from './names-in.ts';

/** A bound of the time for which a body or an expert is qualified. `of`: an expert's name, or the body. */
export interface QualificationIn extends Span {
  of: string;
  bound: 'From' | 'To';
  day: string;
}

const DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
/** 有效期自…至…, 有效期截至…, 自…起至…止有效, 证书于…到期, 资质至…止. */
const VALID = new RegExp(
  [
    '(?:有效(?:期限?|期间|日期)?(?:均|分别|都)?[ 　]*(?:[:：]|为|是)?[ 　]*(?:自|从|截?至|到|截?止[于至到]?|届满(?:日期?|之日)?[:：为]?)?',
    `自(?=${DAY}起?[ 　]*(?:至|到|[-—－~～])[ 　]*${DAY}(?:止|期间|内)*有效)`,
    `(?<=(?:证书?|资质|资格|认定|许可|核准)(?:已|将)?)(?:于|至)?(?=${DAY}(?:到期|届满|期满|失效|过期))`,
    `(?<=资质|资格|认定|核准)(?:证书?)?(?:截?至|到)(?=${DAY})`,
    `(?<=资质|资格|认定|核准)(?:证书?)?(?=${DAY}[ 　]*起?[ 　]*(?:至|到|[-—－~～])[ 　]*${DAY}))[ 　]*(?=\\d{4}|[〇零○一二三四五六七八九]{4})`,
  ].join('|'),
  'g',
);
/** Whose certificate it is: the laboratory's, or that of the people who sign. */
const OF_BODY =
  /(?:资质认定|检验检测机构|检测机构|检验机构|鉴定机构|机构资质|计量认证|CMA|CNAS|实验室认可|认可证书|(?:检测|检验|鉴定|机构|监测|评估)资质|鉴定许可证|资质(?:证书?|等级|编号|许可)|(?:鉴定|检验|检测|监测|评估|认定|检定|出具)(?:机构|单位))/;
const OF_PERSON =
  /(?:检验|检测|鉴定|采样|监测|评估|抽样|操作)(?:人员|员|人|师)(?:资格)?(?:证|资格|执业)|执业证|上岗证|资格证|职业资格|从业资格/;
/** 某某鉴定中心（资质有效期…）, 检测机构：某某公司（核准证有效期…）: the body stands before the bracket. */
const BODY_BEFORE =
  /(?:(?:检验|检测|鉴定|监测|评估|认定|出具|承检)(?:机构|单位|部门)(?:名称)?[:：][^。；;\n]{2,40}|[\p{sc=Han}]{2,}(?:院|所|站|中心|实验室|(?:检验|检测|鉴定|监测|评估|认定)[\p{sc=Han}]{0,8}(?:公司|机构)))$/u;
const OTHERS_BODY =
  /(?:委托|送检|受检|被抽样|被检|生产|标称|供货|销售|施工|建设|运营|使用|抽样)(?:单位|企业|人|方|者|机构)?(?:名称)?[:：][^。；;\n]*$/;
/** 鉴定人：文竹、常青藤（执业资格有效期…）. */
const PEOPLE_BEFORE =
  /(?:鉴定|检验|检测|监测|采样|评估|主检|审核|批准)(?:人员|人|员|师)?(?:签名)?[:：][^。；;\n]{2,24}$|(?:人员|鉴定人|检验员)(?:资格|资质)?$/;
/** What may stand in the bracket before 有效期, and says no more of whose it is. */
const BARE =
  /^(?:[^,，]{0,30}[,，])?(?:执业|从业|鉴定|检验|检测)?(?:资质|资格|核准|许可|认可|认定|证)?(?:证书|证|号)?[^,，]{0,16}$/;
const NOT_QUALIFICATION = /产品|样品|保质|许可编号|仪器|设备|校准|检定|标准物质|报告有效|本报告|营业执照/;

/**
 * The validity of the certificates by which a test report shows that its body and its experts are qualified:
 * 资质认定证书……有效期2022年3月1日至2028年2月29日, （检验人员证有效期至2026年12月31日）. Validity of anything else is passed over.
 */
export function qualificationsIn(text: string, experts: readonly NameIn[]): QualificationIn[] {
  const days = daysIn(text);
  return [...text.matchAll(VALID)].flatMap((match) => {
    const end = match.index + match[0].length;
    const clause = clauseBefore(text, match.index);
    const words = text.slice(clause, match.index);
    // 示例产品检验中心 tests products; what stands behind the certificate is what the validity is of.
    const told = Math.max(lastOf(words, OF_BODY), lastOf(words, OF_PERSON), 0);
    if (NOT_QUALIFICATION.test(words.slice(told)) || /分别/.test(match[0])) return [];
    const line = text.lastIndexOf('\n', match.index) + 1;
    const beside = experts.filter((one) => one.start >= line && one.start < match.index);
    // 王示（证号9984-11，有效期至……）: whose it is stands before the bracket.
    const named =
      !OF_PERSON.test(words) && !OF_BODY.test(words) && /[（(]$/.test(text.slice(0, clause))
        ? beside.find((one) => text.slice(one.end, clause - 1).trim() === '')
        : undefined;
    const before = named ? undefined : holderBefore(text, clause, words);
    const person = named || before === 'people' ? words.length : lastOf(words, OF_PERSON);
    const body = before === 'body' ? words.length : lastOf(words, OF_BODY);
    if (person < 0 && body < 0) return [];
    const whose = named ? [named.name] : person > body ? peopleOf(text, match.index, beside) : ['body'];
    const [first, second] = days.filter(({ start }) => start >= end && start < end + 40);
    if (!first || first.start > end + 2) return [];
    const span =
      second && /^[ 　]*起?[ 　]*(?:至|到|[-—－~～])[ 　]*$/.test(text.slice(first.end, second.start));
    const bounds = span
      ? ([
          ['From', first],
          ['To', second],
        ] as const)
      : /自|从/.test(match[0]) || /^[ 　]*起/.test(text.slice(first.end))
        ? ([['From', first]] as const)
        : ([['To', first]] as const);
    return whose.flatMap((of) =>
      bounds.map(([bound, one]) => ({ of, bound, day: one.day, start: one.start, end: one.end })),
    );
  });
}

/** Whose name stands before the bracket that tells of a validity and not of whose. */
function holderBefore(text: string, clause: number, words: string): 'body' | 'people' | undefined {
  if (!/[（(]/.test(text[clause - 1] ?? '') || !BARE.test(words)) return undefined;
  if (OF_PERSON.test(words) || OF_BODY.test(words)) return undefined;
  const lead = text.slice(Math.max(0, clause - 60), clause - 1).replace(/[\s\S]*[。；;\n\t]/, '');
  if (OTHERS_BODY.test(lead)) return undefined;
  const body = BODY_BEFORE.test(lead) || new RegExp(`(?:${OF_BODY.source})$`).test(lead);
  if (PEOPLE_BEFORE.test(lead) && !/(?:院|所|站|中心|公司|实验室|机构)$/.test(lead)) return 'people';
  return body ? 'body' : undefined;
}

/** The clause, or what stands in the brackets; a number or a remark before 有效期 may stand between stops. */
function clauseBefore(text: string, at: number): number {
  let closed = 0;
  for (let index = at - 1; index >= Math.max(0, at - 70); index -= 1) {
    const sign = text[index]!;
    if (/[）)]/.test(sign)) closed += 1;
    else if (/[（(]/.test(sign) && closed > 0) closed -= 1;
    else if (/[。；;\n\t（(]/.test(sign)) return index + 1;
  }
  return Math.max(0, at - 70);
}

const lastOf = (words: string, pattern: RegExp) =>
  [...words.matchAll(new RegExp(pattern.source, 'g'))].at(-1)?.index ?? -1;

/** In brackets behind a name it is that person's, with 均 that of all before it. */
function peopleOf(text: string, at: number, beside: readonly NameIn[]): string[] {
  const all =
    /^有效[^\d]{0,6}(?:均|都)/.test(text.slice(at)) || /均[^。\n（(]{0,16}$/.test(text.slice(0, at));
  return all ? beside.map(({ name }) => name) : beside.slice(-1).map(({ name }) => name);
}
