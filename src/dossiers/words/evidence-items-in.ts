import type { Span } from '../paper.ts';
import { evidenceKindOf } from './evidence-kind-of.ts';
import { isName } from './names-in.ts';

/** 一份证据 as a list names it, and what it is said to prove. */
export interface EvidenceItem extends Span {
  name: string;
  proves?: { words: string } & Span;
}

/** Words after which a paper lists its evidence, up to where the list begins. */
const HEAD =
  /(?<=^|[。；\n\t 　])(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十][)）])?[ 　]{0,8}(?:主要|所附|相关|案件)?证据(?:材料|清单|情况|及其证明内容|和证明内容)*[ 　]*(?:[:：][ 　]{0,40}|[\t　 ]{1,40}|\n|。[ 　]{0,8}(?=(?:1|一)[.、．是]|[（(][一1][)）]|①))(?=[^\n])|证据(?:材料)?(?:有|为|如下|为证|证明|予以证明|加以证明|佐证|证实|主要有|包括|及证明内容)*[^。：:，,\n；;]{0,10}[:：][ 　]*\n?/gm;
/** 以上事实有甲、乙、丙证明 / 等证据为证. */
const SENTENCE =
  /(?:(?:以上|上述)(?:违法)?事实[，,]?|(?<=^|[。；;\n])[ 　]*)(?:有|由)([^。\n：:]{4,200}?)(?:等(?:证据)?)?(?:证据)?(?:为证|证明|佐证|证实|为凭|在案)/g;
const NUMBERED =
  /(?:^|(?<=[\n；;。\s　]))[ 　]*(?:\d{1,2}[.．、)）]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|证据[一二三四五六七八九十\d]{1,3}[:：、.]|[一二三四五六七八九十]{1,2}是)[ 　]*/g;
const COUNT = /[ 　]*(?:各|共|计)?[\d一二三四五六七八九十两]{1,3}(?:份|张|页|册|段|组|幅|本|宗|套份)$/;

/** The pieces of evidence that the first list of a paper names, in its order. */
export function evidenceItemsIn(text: string): EvidenceItem[] {
  for (const match of text.matchAll(HEAD)) {
    const start = match.index + match[0].length;
    const items = sureOf(
      itemsIn(text, regionFrom(text, start, styleBefore(text, match.index + match[0].length - 1))),
    );
    if (items.length > 0) return items;
  }
  for (const match of text.matchAll(SENTENCE)) {
    const start = match.index + match[0].indexOf(match[1]!);
    const items = sureOf(namesIn(text, { start, end: start + match[1]!.length }));
    if (items.length > 1) return items;
  }
  return [];
}

/** 2024年8月21日对王示的询问笔录: the day belongs to the name of a record. */
const DATED = /^\d{4}年\d{1,2}月\d{1,2}日(?=[^，。；]{0,20}(?:笔录|记录)$)/;

/** A list of evidence consists of things whose names tell their kind; a sentence about what happened does not. */
function sureOf(items: EvidenceItem[]): EvidenceItem[] {
  const sure = items.filter(({ name }) => evidenceKindOf(name) !== undefined);
  const isPerson = ({ name }: EvidenceItem) => isName(name) && evidenceKindOf(name) === undefined;
  if (items.some(({ name }) => /\d{4}年|发现|事实|……/.test(name.replace(DATED, '')))) return [];
  return sure.length * 2 > items.length
    ? items.filter((item) => sure.includes(item) || (item.name.length <= 12 && !isPerson(item)))
    : [];
}

const STYLES = [
  /^[ 　]*[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^[ 　]*[一二三四五六七八九十]{1,3}[、.．]/,
  /^[ 　]*\d{1,2}[、.．]/,
  /^[ 　]*[（(]\d{1,2}[)）]/,
];

/** How the line is numbered on which a list is announced: （三）证据：1.… ends where （四） begins. */
function styleBefore(text: string, at: number): RegExp | undefined {
  const from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  return STYLES.find((style) => style.test(text.slice(from, at)));
}

/** A numbered list runs on over its lines; any other ends with its line. */
function regionFrom(text: string, start: number, head: RegExp | undefined): Span {
  let end = start;
  const numbered = new RegExp(
    `^[ 　]*(?:${NUMBERED.source.slice(NUMBERED.source.indexOf(')[ 　]*') + 1)})`,
    'u',
  );
  for (const line of text.slice(start).split(/(?<=\n)/)) {
    if (end > start && (!numbered.test(line) || head?.test(line))) break;
    end += line.length;
    if (!numbered.test(line) && end > start) break;
  }
  return { start, end };
}

function itemsIn(text: string, { start, end }: Span): EvidenceItem[] {
  const words = text.slice(start, end);
  const marks = [...words.matchAll(NUMBERED)];
  if (marks.length > 0 && marks[0]!.index < 3) {
    return marks.flatMap((mark, index) => {
      const from = start + mark.index + mark[0].length;
      const to = start + (marks[index + 1]?.index ?? sentenceEnd(words, mark.index));
      return oneItem(text, { start: from, end: to });
    });
  }
  const line = /^[^。\n]*/.exec(words)?.[0] ?? '';
  const region = { start, end: start + line.length };
  if (/[；;]/.test(line)) return parts(text, region, /[^；;]+/g).flatMap((part) => oneItem(text, part));
  return namesIn(text, region);
}

const sentenceEnd = (words: string, from: number) => {
  const end = words.slice(from).search(/[。\n]/);
  return end < 0 ? words.length : from + end;
};

/** 现场检查笔录1份、现场照片4张，证明库存: each name with what they prove together. */
function oneItem(text: string, { start, end }: Span): EvidenceItem[] {
  const words = text.slice(start, end);
  const tells =
    /[，,：:]?[ 　]*(?:用以|用于|以|可以|共同|能够)?(?:(?<!健康|身份|资格|产地|检疫|收入|关系|受灾|完税|合格|主体)证明(?!书|文件|材料|单|复印件|复制件|原件)|证实|佐证)(?:了)?[:：]?/.exec(
      words,
    );
  const named = tells ? tells.index : words.length;
  const proves = tells ? trimmed(text, start + tells.index + tells[0].length, end) : undefined;
  const whole = /[，,：:（(]/.exec(words.slice(0, named));
  const comma = whole && /[，,：:]/.test(whole[0]) ? whole.index : named;
  return namesIn(text, { start, end: start + comma }).map((item) => (proves ? { ...item, proves } : item));
}

/** Names parted by 、 or commas. */
function namesIn(text: string, region: Span): EvidenceItem[] {
  return parts(text, region, /[^、，,；;]+/g).flatMap((part) => {
    const words = text.slice(part.start, part.end);
    const bare = words
      .replace(/[。；;，,、\s　]+$/, '')
      .replace(/[（(](?:实物|原件|复印件|详见[^）)]*|见[^）)]*|\d+[^）)]*|附[^）)]*)[)）]$/, '')
      .replace(COUNT, '')
      .replace(
        /(?:等证据|等|为证|(?<!健康|身份|资格|产地|检疫|收入|关系|受灾|完税|合格|主体)证明|原件)$/,
        '',
      );
    const lead = /^[\s　]*(?:和|及|以及|有|《)?/.exec(bare)?.[0].length ?? 0;
    const name = bare.slice(lead).replace(/》$/, '').trimEnd();
    const start = part.start + lead;
    return name.length >= 2 &&
      name.length <= 40 &&
      !/[。？！\n\t:：]/.test(name) &&
      /\p{sc=Han}{2}/u.test(name)
      ? [{ name, start, end: start + name.length }]
      : [];
  });
}

/** Pieces of a region; stops in quotation marks and brackets part nothing. */
function parts(text: string, { start, end }: Span, pattern: RegExp): Span[] {
  const masked = text
    .slice(start, end)
    .replace(
      /“[^”]*”|对[\p{sc=Han}、]{2,16}的(?=[\p{sc=Han}]{0,6}笔录)|[（(][^（()）]*[)）]|《[^》]*》/gu,
      (part) => '一'.repeat(part.length),
    );
  return [...masked.matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function trimmed(text: string, from: number, to: number): ({ words: string } & Span) | undefined {
  const words = text.slice(from, to);
  const bare = words.replace(/[。；;，,\s　]+$/, '');
  const lead = /^[\s　:：]*/.exec(bare)?.[0].length ?? 0;
  return bare.length - lead >= 3
    ? { words: bare.slice(lead), start: from + lead, end: from + bare.length }
    : undefined;
}
