import type { Paper, Span } from '../paper.ts';
import type { Field } from './fields-in.ts';

/** What officers do, as the labels of records put it: 现场检查时间, 勘验检查地点. A pattern. */
export const ACTING =
  '(?:检查|勘验|勘察|勘查|询问|调查|问话|谈话|约谈|执法|抽样|取样|采样|复查|复勘|回访|核查|笔录|制作|检测|监测|巡查|监督){0,3}';
const PLACE = new RegExp(
  `^(?:现场|本次|被)?${ACTING}(?:地点|场所|位置|地址\\(地点\\)|地点\\(位置\\))$|^(?:现场)?(?:检查|勘验|勘查|询问|抽样|采样)地址$`,
);
/** 来到示例市东区和平路3号, 对位于示例市东区和平路3号的示例店进行检查. */
const WENT =
  /(?:位于|来到|到达|前往|对|在|到)(?<place>[\p{sc=Han}]{2,9}?(?:市|县|区|镇|乡|街道)[\p{sc=Han}A-Za-z\d-]{2,30}?\d号(?:[\p{sc=Han}\d]{0,6}?(?:室|楼|层|铺|幢|栋))?)(?=[^。\n]{0,40}(?:检查|勘验|勘查|巡查|核查)|[^。\n]{0,60}出示[^。，,\n]{0,8}证)/u;

/** A label without what stands in brackets in it: 检查（勘验）时间. */
export const plainLabel = (label: string) =>
  label.replaceAll(/\((?:签名|签字|勘验|勘察|检查|场所|单位|调查|年月日|询问)\)/g, '');

/** Where an act took place: its field, else the address to which the officers went. 检查场所：焊接车间 says less than the address beside it. */
export function placeOfAct({ text }: Paper, kind: string, fields: readonly Field[]): [string, Span][] {
  const fits = ({ value }: Field) => value.length >= 3 && value.length <= 80 && !/[。？]/.test(value);
  const places = fields.filter((field) => PLACE.test(plainLabel(field.label)) && fits(field));
  const [place] = places;
  const address = fields.find((field) => field.label === '地址' && fits(field));
  const within = place && /场所$/.test(place.label) && !/[市县区镇乡路街号]/.test(place.value);
  const field = within && address ? address : place;
  if (field) return [placeIn(field)];
  const beside = besideTime(text);
  if (beside) return [beside];
  const told = kind === 'inspection' ? WENT.exec(text) : undefined;
  const words = told?.groups?.place;
  if (!told || !words) return [];
  const start = told.index + told[0].length - words.length;
  return [[words, { start, end: start + words.length }]];
}

/** 2024年3月5日9时至9时40分，示例局询问室。询问人…: the place behind the hours with which a record opens. */
function besideTime(text: string): [string, Span] | undefined {
  const match =
    /^(?:[^\n]{0,40}\n){0,3}?[ 　]*\d{4}[年\-/.][^\n，,]{4,40}?(?:分|时|:\d{2}|：\d{2})(?:[ 　]*止)?[，,、][ 　]*(?:在|于)?(?<place>[\p{sc=Han}A-Za-z\d（）()-]{3,40}?(?:室|厅|局|所|队|会议室|办公室|店|厂|公司|村|号|楼|层|内|大厅|窗口|现场))(?=[。；;，,\n])/u.exec(
      text.slice(0, 400),
    );
  const place = match?.groups?.place;
  if (!match || !place) return undefined;
  const start = match.index + match[0].length - place.length;
  return [place, { start, end: start + place.length }];
}

/** 示例公司（示例市通海大道8号）: the address; 西渠西侧林带（坐标见附图）: without the remark. */
function placeIn({ value, start, end }: Field): [string, Span] {
  const noted = /^(.*?)[ 　]*[（(]([^（()）]+)[)）]$/.exec(value);
  const [, before = '', note = ''] = noted ?? [];
  if (
    /(?:公司|店|厂|企业|中心|学校|医院|门诊部|合作社|部|馆|行)$/.test(before) &&
    /[市县区镇乡村].*[路街道巷号村组]/.test(note)
  ) {
    const from = start + value.lastIndexOf(note);
    return [note, { start: from, end: from + note.length }];
  }
  // 示例局询问室（示例市通海大道1号）: the room, which needs no address.
  if (/(?:室|厅|接待窗口)$/.test(before) && /[路街道巷号]/.test(note))
    return [before, { start, end: start + before.length }];
  return before && /^(?:坐标|见|详见|附图|附件|如图|示例|以下简称)|见附/.test(note)
    ? [before, { start, end: start + before.length }]
    : [value, { start, end }];
}
