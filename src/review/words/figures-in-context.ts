import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { EVIDENCE_PAPERS } from '../steps/evidence-papers.ts';
import { countsPart, isRejected, isSlip, toldByOthers } from '../steps/is-part.ts';

export interface FigureInContext {
  /** Positions of the papers. */
  told: number;
  found: number;
  /** As they stand: 未对十一名. */
  saidThere: string;
  saidHere: string;
}

/** Papers that tell the facts in the words that the decision takes over. */
const COPIED: PaperKind[] = ['prior-notice', 'closing-report', 'review-submission', 'review-opinion'];
/** Also those of the things held. */
const EVIDENCE: PaperKind[] = [...EVIDENCE_PAPERS, 'preservation-notice', 'seizure-decision'];
const UNIT =
  '元|公斤|千克|吨|克|平方米|立方米|亩|公里|米|厘米|毫米|升|毫升|名|人|袋|盒|只|瓶|箱|包|桶|罐|件|台|辆|套|份|张|株|棵|头|条|块|支|把|个|户|间|次|起|艘|本|册|批|组';
/** Counted only in words that are copied: elsewhere they are too common to tell the same thing. */
const COPIED_UNIT = '人次|千瓦时|分贝|毫克|处|次|家|笔|座|度|小时|天';
const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万]*)`;
const FIGURE = new RegExp(
  String.raw`(?<![\d.第〔〇零一二两三四五六七八九十百千万-])(?<number>${NUMBER})(?<unit>${COPIED_UNIT}|${UNIT})(?!以[上下内外]|之[上下内]|[/\d]|月|工作|小时)`,
  'gu',
);
const BEFORE = 6;
/** 洗车，共取水: where the clause has less before its number, the one before it belongs to the words. */
const ACROSS = 10;
/** 生产日期2024年6月4日, 批号20250315, 车牌号示A12345: a day or a mark behind its label. */
const LABELLED =
  /(?<lead>生产日期|出厂日期|保质期至|有效期至|届满日期|批号|生产批号|批次|生产批次|编号|型号|车牌号|车牌号码|号牌号码|车号|牌照号|许可证编号|许可证号|证书编号|合同编号|车架号|发动机号)(?:码)?(?:为|是|均为|:)?(?<number>\d{4}年\d{1,2}月\d{1,2}日|(?=[^\s]{0,12}\d)[\p{sc=Han}]?[A-Z0-9][A-Z0-9·.-]{3,20})(?<unit>)/gu;
/** 卖了, 售出, 销售了 mean one. */
const SOLD = /(?:卖|销售|售)(?:出|了|掉|出了)|已售|售卖了?/g;
/** As many characters before a number as make it the same number, in copied words and in others. */
const SAME_WORDS = 4;
const SAME_THING = 2;
/** Records of what was left or done later. */
const AFTERWARDS = /复查|回访|整改|改正|复核/;
/** Words that are no name of a thing. */
const NO_NAME =
  /^(?:共计|合计|总计|其中|以及|上述|分别|超过|不足|剩余|尚有|还有|另有|每[\p{sc=Han}]|单价|各有|等共|照片|拍照|复印|一式|罚款|罚款人民币|款人民币|缴纳|人员|金额)$|[的了共有计为是约及和等每第]$/u;

interface Figure {
  lead: string;
  /** As far as the sentence goes back, over a comma. */
  wide: string;
  value: string;
  unit: string;
  /** In which it stands. */
  clause: string;
  sentence: string;
  /** Where that begins. */
  from: number;
}

/**
 * Figures that the decision states otherwise than another paper does in the same words: 未对九名 in the notice, 未对十一名
 * in the decision. Of papers with words of their own only those that name the same thing (饼干38袋, 饼干83袋) and know
 * nothing of the decision's number, as the decision knows nothing of theirs.
 */
export function figuresInContext(file: CaseFile): FigureInContext[] {
  const { papers = [], decision } = file;
  const found = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const own = papers[found];
  if (!own?.text || own.kind !== 'decision') return [];
  const ours = figuresIn(own.text);
  return papers.flatMap((paper, told): FigureInContext[] => {
    const { kind, title, text } = paper;
    const copied = COPIED.includes(kind);
    if (!text || !(copied || EVIDENCE.includes(kind))) return [];
    const theirs = figuresIn(text);
    const partly = !copied && (kind === 'documentary-evidence' || toldByOthers(file, paper));
    const seen = new Set<string>();
    return ours.flatMap((figure): FigureInContext[] => {
      const { unit, value } = figure;
      if (theirs.some((one) => one.unit === unit && one.value === value)) return [];
      const alike = theirs.filter((one) => one.unit === unit && sameThing(one, figure, copied));
      const [first] = alike;
      if (first && partly && !isSlip(first.value, value)) return [];
      if (first && !copied && (countsPart(first.clause) || AFTERWARDS.test(title))) return [];
      if (first && isRejected(first.sentence)) return [];
      if (first && !copied && isRenewed(first, figure, text)) return [];
      if (!first || alike.some((one) => one.value !== first.value) || seen.has(figure.lead + unit)) return [];
      seen.add(figure.lead + unit);
      const rivals = ours.filter((one) => one.unit === unit && sameThing(one, figure, copied));
      const known = copied ? rivals : ours.filter((one) => one.unit === unit);
      if (addsUp(ours, figure, first) || addsUp(theirs, first, figure)) return [];
      if (known.some((one) => one.value === first.value) || rivals.some((one) => one.value !== value))
        return [];
      if (!copied && (isCombined(first, figure, theirs, ours) || toldTogether(papers, first, figure)))
        return [];
      return [{ told, found, saidThere: wordsOf(first), saidHere: wordsOf(figure) }];
    });
  });
}

/**
 * Days and numbers behind one label (批号, 生产日期, 车牌号) that one paper alone writes a little otherwise than several
 * others do. A mark of its own is another thing.
 */
export function marksInContext({ papers = [] }: CaseFile): FigureInContext[] {
  const marks = papers.flatMap(({ text }, index) =>
    text ? figuresIn(text).flatMap((one) => (one.unit === '' ? [{ ...one, index }] : [])) : [],
  );
  return marks.flatMap((odd): FigureInContext[] => {
    const same = marks.filter(({ lead, value }) => lead === odd.lead && value === odd.value);
    const others = marks.filter(({ lead, value }) => lead === odd.lead && resembles(value, odd.value, lead));
    const values = new Set(others.map(({ value }) => value));
    const where = new Set(others.map(({ index }) => index));
    const alone = new Set(same.map(({ index }) => index)).size === 1;
    const [first] = others;
    if (!first || !alone || values.size !== 1 || where.has(odd.index) || where.size < 2) return [];
    return [{ told: first.index, found: odd.index, saidThere: wordsOf(first), saidHere: wordsOf(odd) }];
  });
}

/** Licences, contracts and certificates of all kinds end on some day. */
const ANYTHING = /^(?:有效期至|届满日期|编号|证书编号)$/;

/** Another day behind the same label, or at most two signs changed. */
function resembles(one: string, other: string, lead: string): boolean {
  if (one === other) return false;
  if (!ANYTHING.test(lead) && /年.*月.*日$/.test(one) && /年.*月.*日$/.test(other)) return true;
  const changed = [...one].filter((sign, at) => sign !== other[at]).length;
  return one.length === other.length && changed <= 2;
}

/** 检定日期：2025年9月22日, 换发日期. */
const ISSUED =
  /(?:检定|校准|检验|检测|检查|体检|年检|年审|审验|发证|签发|核发|颁发|制发|换发|补发|换证|批准|许可|延续|续期|登记|有效期自)(?:日期|时间|之日|于|起)?[ \t|:]*(\d{4}年\d{1,2}月\d{1,2}日)/g;

/** A certificate issued after the other had run out ends on a day of its own. */
function isRenewed(theirs: Figure, ours: Figure, text: string): boolean {
  if (!/^(?:有效期至|届满日期)$/.test(theirs.lead)) return false;
  const [end] = daysIn(ours.value);
  return (
    end !== undefined &&
    [...text.normalize('NFKC').matchAll(ISSUED)].some(([, day]) =>
      daysIn(day!).some((one) => one.day > end.day),
    )
  );
}

const wordsOf = ({ lead, value, unit }: Figure) => `${lead.slice(-SAME_WORDS)}${value}${unit}`;

/** Part of a sum or the rest of it is no other count of the thing. */
function isCombined(theirs: Figure, ours: Figure, all: readonly Figure[], known: readonly Figure[]): boolean {
  if (theirs.unit === '') return false;
  const numbers = (list: readonly Figure[]) =>
    list.filter(({ unit }) => unit === ours.unit).map(({ value }) => Number(value));
  const [there, here] = [numbers(all), numbers(known)];
  const pairs = (list: number[]) =>
    list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));
  return (
    pairs(here).some(([one, other]) => [one + other, Math.abs(one - other)].includes(Number(theirs.value))) ||
    pairs(there).some(([one, other]) => one + other === Number(ours.value)) ||
    there.some((one) => here.includes(one + Number(theirs.value)))
  );
}

/** 120盒、80盒、60盒, 共260盒: the parts of the other number, or a sentence that tells that number too. */
function addsUp(all: readonly Figure[], part: Figure, whole: Figure): boolean {
  if (part.unit === '') return false;
  const beside = all.filter(({ unit, from }) => unit === part.unit && from === part.from);
  let sum = Number(part.value);
  for (const { value } of beside.slice(beside.indexOf(part) + 1)) {
    if (Number(value) === Number(whole.value)) return true;
    sum = Math.round((sum + Number(value)) * 1e6) / 1e6;
    if (sum === Number(whole.value)) return true;
  }
  return beside.some(({ value }) => value === whole.value);
}

/** 进了60袋，卖了42袋，剩18袋: whoever tells both tells how they go together. */
function toldTogether(papers: NonNullable<CaseFile['papers']>, one: Figure, other: Figure): boolean {
  return papers.some(({ kind, text }) => {
    if (!text || !EVIDENCE.includes(kind)) return false;
    const figures = figuresIn(text).filter(({ unit }) => unit === other.unit);
    return [one.value, other.value].every((value) => figures.some((figure) => figure.value === value));
  });
}

function sameThing(one: Figure, other: Figure, copied: boolean): boolean {
  if (one.unit === '') return one.lead === other.lead;
  // What was to be fined may lawfully differ from what is.
  if (one.unit === '元' && /罚|币$/.test(one.lead)) return false;
  if (/补种|补植|恢复/.test(one.lead)) return false;
  if (!copied && new RegExp(`^(?:${COPIED_UNIT})$`).test(one.unit)) return false;
  if (copied && acrossComma(one, other)) return true;
  const length = copied ? SAME_WORDS : SAME_THING;
  const words = one.lead.slice(-length);
  if (words.length < length || words !== other.lead.slice(-length)) return false;
  // 月租金6000元 is no other sum of the rent than 收租金42000元.
  const rate = ({ lead }: Figure) => /[月年日季周每单]$/.test(lead.slice(0, -length));
  return copied || (!NO_NAME.test(words) && rate(one) === rate(other));
}

/** Both stand behind the same words, of which a comma is one. */
function acrossComma(one: Figure, other: Figure): boolean {
  const short = one.lead.length < SAME_WORDS && one.lead === other.lead && one.lead.length >= SAME_THING;
  return short && one.wide.length >= ACROSS - 2 && one.wide === other.wide;
}

function figuresIn(text: string): Figure[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s“”"「」]/g, '')
    .replaceAll(SOLD, '售出');
  return [
    ...[...plain.matchAll(FIGURE)].map(({ 0: quote, groups, index }) => ({
      lead: /[^\d,;。:()]*$/.exec(plain.slice(Math.max(0, index - BEFORE), index))?.[0] ?? '',
      wide: /[^。;\n]*$/.exec(plain.slice(Math.max(0, index - ACROSS), index))?.[0] ?? '',
      value: withHalf(plainNumber(groups!.number!), plain.slice(index + quote.length)),
      unit: groups!.unit!,
      clause: clauseAt(plain, index),
      sentence: sentenceAt(plain, index),
      from: Math.max(...['。', ';', '\n'].map((stop) => plain.lastIndexOf(stop, index))),
    })),
    ...[...plain.matchAll(LABELLED)].map(({ groups }) => ({
      lead: groups!.lead!,
      wide: '',
      value: groups!.number!,
      unit: '',
      clause: '',
      sentence: '',
      from: 0,
    })),
  ];
}

/** 1米半 is 1.5米. */
const withHalf = (value: string, after: string) =>
  /^半(?![径成数截年月天日个小夜])/.test(after) ? String(Number(value) + 0.5) : value;

const clauseAt = (text: string, at: number) =>
  `${/[^。;:,?]*$/.exec(text.slice(Math.max(0, at - CLAUSE), at))?.[0]}${/^[^。;:,?]{0,12}/.exec(text.slice(at))?.[0]}`;
const sentenceAt = (text: string, at: number) =>
  `${/[^。;]*$/.exec(text.slice(Math.max(0, at - SENTENCE), at))?.[0]}${/^[^。;]*/.exec(text.slice(at, at + SENTENCE))?.[0]}`;
const CLAUSE = 40;
const SENTENCE = 80;

const plainNumber = (number: string) =>
  String(/^\d/.test(number) ? Number(number.replaceAll(',', '')) : chineseValue(number));
