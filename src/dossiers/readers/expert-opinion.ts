import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { evidenceKindOf } from '../words/evidence-kind-of.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { namesIn } from '../words/names-in.ts';
import { plainView } from '../words/plain-view.ts';
import { qualificationsIn } from '../words/qualifications-in.ts';
import { signatureIn } from '../words/signature-in.ts';
import { keyOf, listedEvidence } from './evidence-list.ts';

const TEXTS: [RegExp, string][] = [
  [/^(?:委托单位|委托人|委托方|委托机关|委托机构|送检单位)(?:名称)?$/, 'client'],
  [/^(?:委托(?:鉴定|检验|检测)?事项|鉴定事项|检验项目|检测项目|监测项目|鉴定要求)$/, 'matter'],
  [/^(?:送检材料|检材|鉴定材料|样品名称|送检样品|检材及样本)$/, 'material'],
  [/^(?:检验依据|鉴定依据|检测依据|判定依据|监测依据)$/, 'grounds'],
  [/^(?:检验方法|鉴定方法|检测方法|分析方法|监测方法)$/, 'technique'],
];
const BODY =
  /(?:检验院|检测院|研究院|检验所|检测所|鉴定所|鉴定中心|检测中心|检验中心|监测站|检测站|监测中心|评估(?:公司|事务所)|检测(?:技术|服务)?[\p{sc=Han}（）()]{0,10}公司|认定中心|价格认定[\p{sc=Han}]{0,4}|检验检测[\p{sc=Han}（）()]{0,14}|计量[\p{sc=Han}]{0,8}(?:院|所)|[\p{sc=Han}]{2,}(?:院|所|站|中心|实验室))$/u;
/** 示例省兽药监察所检验报告: the body in the title. */
const TITLED =
  /(?<=^|[\n 　])([\p{sc=Han}（）()]{2,30}?(?:院|所|站|中心|实验室|公司))(?=[\p{sc=Han}]{0,8}(?:检验|检测|监测|鉴定|认定|检定|评估)[\p{sc=Han}]{0,4}(?:报告|意见|结论|书|证书))/u;
const ISSUED = /^(?:签发|报告|出具|批准|发布|鉴定|鉴定意见|检验报告)(?:日期|时间)$/;
const EXPERT =
  /^(?:鉴定人|检验人|主检|检验员|检测人员|司法鉴定人|鉴定人员|主检人)(?:签名|\(签名\)|\(签字\))?$/;

/** 鉴定、检验、检测、监测意见 and its parts, under the name by which the case lists it. */
export const expertOpinion: Reader = (paper, dossier) => {
  if (paper.kind !== 'expert-opinion') return [];
  const title = titleOf(paper);
  if (!title) return [];
  const key = keyOf(nameOf(title.words, dossier));
  const at = (name: string) => `evidence[${key}].opinion.${name}`;
  return [
    stated(`evidence[${key}].name`, nameOf(title.words, dossier), title),
    stated(`evidence[${key}].kind`, 'expert', title),
    ...partsOf(paper, at),
    ...bodyOf(paper, at),
    ...issuedOn(paper, at),
    ...qualificationsIn(paper.text, namedExperts(paper)).map(({ of, bound, day, start, end }) =>
      stated(of === 'body' ? at(`bodyQualified${bound}`) : at(`experts[${of}].qualified${bound}`), day, {
        start,
        end,
      }),
    ),
  ];
};

function titleOf(paper: Paper): ({ words: string } & Span) | undefined {
  const match =
    /(?<=^|\n)[ 　]*([^\n\t：:]{0,30}?(?:报[ 　]*告|鉴[ 　]*定[ 　]*意[ 　]*见|意[ 　]*见|认[ 　]*定)[ 　]*书?)/.exec(
      paper.text,
    );
  if (!match) return undefined;
  const start = match.index + match[0].length - match[1]!.length;
  return { words: match[1]!.replaceAll(/[ 　]/g, ''), start, end: start + match[1]!.length };
}

function nameOf(title: string, dossier: readonly Paper[]): string {
  const experts = listedEvidence(dossier).filter((name) => evidenceKindOf(name) === 'expert');
  const same = experts.filter((name) => name.includes(title) || title.includes(name));
  return (
    same[0] ??
    (experts.length === 1 && dossier.filter(({ kind }) => kind === 'expert-opinion').length === 1
      ? experts[0]!
      : title)
  );
}

type At = (name: string) => string;

function partsOf(paper: Paper, at: At): StatedFact[] {
  const fields = fieldsOf(paper);
  const texts = TEXTS.flatMap(([label, name]) => {
    const field = fields.find((one) => label.test(one.label) && one.value.length >= 2);
    return field ? [stated(at(name), field.value, field)] : [];
  });
  const experts = namedExperts(paper);
  const seal =
    /[（(]?(?:检验检测专用章|检验专用章|检测专用章|监测专用章|鉴定专用章|司法鉴定专用章|印章|公章|盖章)[)）]?/.exec(
      paper.text,
    );
  return [
    ...texts,
    ...experts.map((one) => stated(at(`experts[${one.name}].name`), one.name, one)),
    ...(seal ? [stated(at('sealed'), true, { start: seal.index, end: seal.index + seal[0].length })] : []),
  ];
}

const namedExperts = (paper: Paper) =>
  fieldsOf(paper)
    .filter(({ label }) => EXPERT.test(label))
    .flatMap((field) => namesIn(paper.text, field));

/** 示例检验中心（章）　资质认定证书编号…: neither the seal nor the certificate is its name. */
const NAME_OF_BODY =
  /^(?:(?![（(](?:章|印|盖|公章|检验|检测|CMA|CNAS|资质|证|编号)|[ 　]+(?:检验检测机构)?(?:资质|CMA|CNAS|计量认证|实验室认可|许可|证|编号|地址|电话|联系))[^，,；;。])+/;

/** 鉴定机构: the heading, or the signature at the end. */
function bodyOf(paper: Paper, at: At): StatedFact[] {
  const field = fieldsOf(paper).find(({ label }) =>
    /^(?:鉴定机构|检验机构|检测机构|监测机构|检验单位|检测单位|监测单位|承检单位|出具单位)(?:名称)?$/.test(
      label,
    ),
  );
  if (field) {
    // 示例鉴定所，资质证号…，有效期…: the name ends where its certificate begins.
    const name = NAME_OF_BODY.exec(field.value)?.[0].trim() || field.value;
    return [stated(at('body'), name, { start: field.start, end: field.start + name.length })];
  }
  for (const match of paper.text.matchAll(/[^\n\t]+/g)) {
    const words = match[0].trim().replace(/[（(](?:[^（()）]{0,10}章|印)[)）]$/, '');
    const plain = words.replaceAll(/[ 　]/g, '');
    if (plain.length < 5 || plain.length > 40 || !BODY.test(plain) || /[：:，,。]/.test(plain)) continue;
    const start = match.index + match[0].indexOf(words);
    return [stated(at('body'), plain, { start, end: start + words.length })];
  }
  const titled = TITLED.exec(paper.text.slice(0, 160));
  const name = titled?.[1];
  return titled && name
    ? [stated(at('body'), name, { start: titled.index, end: titled.index + name.length })]
    : [];
}

function issuedOn(paper: Paper, at: At): StatedFact[] {
  const field = fieldsOf(paper).find(({ label }) => ISSUED.test(label));
  const own = field && daysIn(paper.text).find(({ start }) => start >= field.start && start < field.end);
  const close = daysIn(paper.text).find(({ start }) =>
    /(?:签发|报告|出具|批准|发布)(?:日期|时间)[:：\s　]*$/.test(
      paper.text.slice(Math.max(0, start - 12), start),
    ),
  );
  // A day of issue that cannot be read is not some other day of the report.
  if (field && !own && !close) return [];
  const day = own ?? close ?? signatureIn(plainView(paper.text)).day;
  return day ? [stated(at('issuedOn'), day.day, day)] : [];
}
