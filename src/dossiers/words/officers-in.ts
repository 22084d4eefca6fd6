import { keptByText } from '../../law/kept-by-text.ts';
import type { Paper, Span } from '../paper.ts';
import { fieldsIn } from './fields-in.ts';
import { type NameIn, namesIn } from './names-in.ts';

/** 执法人员 as a paper names them: who acted, who handles the case, who wrote the record. */
export interface OfficerIn extends NameIn {
  role: 'acting' | 'handling' | 'recording';
  /** Named at the end of the paper, where people sign. */
  signed: boolean;
}

const ACTING =
  /^(?!被|协助|协管|辅助|其他|委托|受委托|陪同)(?:[\p{sc=Han}]{0,4}(?=执法))?(?:行政|现场|本案|本次|县级|市级|主|协)?(?:执法|检查|勘验|勘察|勘查|询问|调查|问话|谈话|约谈|抽样|取样|监督|监察|稽查|巡查|巡护|复查|复勘|回访|核查|取证|实施){1,3}(?:人员?|员|队员|干部)(?:姓名)?$|^(?:执法)?队员$/u;
const HANDLING =
  /^(?:案件)?(?:承办|经办|办案|主办|协办|案件调查|调查|执法)(?:人员?|员)?(?:姓名|意见|建议|拟办意见|处理意见)?$/;
const RECORDING = /^(?:记录|制作|笔录制作)(?:人员?|员)?$/;
const TAIL = 380;

/** The people whom labels of the paper call officers, handlers or recorders; one entry for each place. */
export function officersIn(paper: Paper): readonly OfficerIn[] {
  const known = kept.get(paper);
  if (known) return known;
  const found = findOfficers(paper.text, paper.kind === 'hearing-record');
  kept.set(paper, found);
  return found;
}

const kept = new WeakMap<Paper, readonly OfficerIn[]>();

/** With `spoken`, a label may also open what somebody said: 调查人员：界址已经公布. */
function findOfficers(given: string, spoken = false): OfficerIn[] {
  // 王示（执法证号：001）、李示（执法证号：002）: what stands in brackets ends no value.
  const text = given
    .replace(/[（(][^（）()\n]*[\d:：][^（）()\n]*[)）]/g, (part) => '、'.repeat(part.length))
    // 王示，执法证号 示交9944061: the characters before the digits are no name.
    .replace(/(?<=证件?编?号码?[ 　:：]{0,2})\p{sc=Han}{1,6}(?=[A-Z]{0,3}[-—－]?\d{3})/gu, (part) =>
      '、'.repeat(part.length),
    );
  const answered = lastAnswer(text);
  return fieldsIn(text).flatMap(({ label, start, end }) => {
    const plain = label
      .replaceAll(/\((?:签名|签字|盖章|签章|章|勘验|勘察|检查|员|签名或盖章|签名或者盖章|公章|姓名)\)/g, '')
      .replace(
        /(?:签名|签字|签章)?(?:及|和)?(?:时间|日期|证号|证件号|执法证号|执法证件号|签名|签字|编号)*$/,
        '',
      );
    const role = ACTING.test(plain)
      ? 'acting'
      : RECORDING.test(plain)
        ? 'recording'
        : HANDLING.test(plain)
          ? 'handling'
          : undefined;
    if (!role) return [];
    if (spoken && isSpeech(text.slice(start, end))) return [];
    const signed = start > Math.max(answered, text.trimEnd().length - TAIL) && start > text.length / 2;
    return [...namesAlone(text, { start, end }), ...namesBeside(text, end)].map(
      (name) => ({ ...name, role, signed }) as OfficerIn,
    );
  });
}

/**
 * The names in a value. One of a surname that nobody has heard of stands with names alone, at the beginning of the value
 * or behind a sentence: 出示询问笔录、照片 names nobody.
 */
function namesAlone(text: string, { start, end: last }: Span): NameIn[] {
  // 调查人员 | 王示　主持人：李示: within a cell another label begins.
  const further = /(?<=\S)[ 　]+[\p{sc=Han}]{2,8}[:：]/u.exec(text.slice(start, last));
  const end = further ? start + further.index : last;
  const usual = namesIn(text, { start, end });
  const all = namesIn(text, { start, end }, { rare: true });
  const isUsual = (one: NameIn) => usual.some((other) => other.start === one.start && other.end === one.end);
  const held: NameIn[] = [];
  for (const [index, one] of all.entries()) {
    const before = all[index - 1];
    const joined =
      before !== undefined &&
      held.at(-1) === before &&
      /^[\s　、，,和及与/／\dA-Za-z()（）-]*$/u.test(text.slice(before.end, one.start));
    const leads = /^$|[。；;：:\s　]$/u.test(text.slice(start, one.start));
    if (isUsual(one) || joined || leads) held.push(one);
  }
  return held;
}

/** 检查人 | 王示 SP-01 | 李示 SP-02: people in the further cells of a row, up to the first cell that no name leads. */
function namesBeside(text: string, from: number): NameIn[] {
  const row = /^[^\n]*/.exec(text.slice(from))?.[0] ?? '';
  const found: NameIn[] = [];
  let at = from;
  for (const [index, cell] of row.split('\t').entries()) {
    if (index > 0) {
      const [name] = namesIn(text, { start: at, end: at + cell.length });
      if (!name || text.slice(at, name.start).trim() !== '') break;
      found.push(name);
    } else if (cell.trim() !== '') break;
    at += cell.length + 1;
  }
  return found;
}

/** Whether words are more than names, their notes and days. */
const isSpeech = (words: string) =>
  words
    .replace(/[（(][^（()）]*[)）]/g, '')
    .split(/[、，,；;。：:\s　]/)
    .some((part) => /[\p{sc=Han}\d]{7,}/u.test(part) && !/^\d{4}年[\d年月日时分]+$/.test(part)) ||
  /[。？！]/.test(words.trim().slice(0, -1));

/** Where the last answer of an interview begins, on a line of its own or behind its question; 0 without one. */
const lastAnswer = (text: string) =>
  [...text.matchAll(/(?:\n[\s　]{0,40}|[？?][ 　]{0,8})答[ 　]{0,8}[:：　 ]/g)].at(-1)?.index ?? 0;

/** 我们是示例局的执法人员王示、李示: officers named in a sentence; 王示、李示到现场, where they are known from elsewhere. */
export function officersTold(text: string, known: ReadonlySet<string> = new Set()): NameIn[] {
  return [...text.matchAll(/(?:执法|检查|监督检查|工作|监察|稽查)人员(?=\p{sc=Han})/gu)].flatMap((match) => {
    const start = match.index + match[0].length;
    const words = /^[^，,。；;（(\n：:]{2,24}/.exec(text.slice(start))?.[0] ?? '';
    const names = namesIn(text, { start, end: start + words.length });
    if (names[0]?.start !== start) return [];
    const last = names.at(-1)!;
    const joint = /^[、和及与]/.exec(text.slice(last.end, start + words.length));
    const next = joint && [...known].find((name) => text.startsWith(name, last.end + 1));
    return next ? [...names, { name: next, start: last.end + 1, end: last.end + 1 + next.length }] : names;
  });
}

export interface CertificateIn extends Span {
  /** Whose it is, and where the name stands. */
  of: NameIn;
  number: string;
}

const KEYWORD =
  /(?<![许可身份操作格资从业营业执照经运输])(?:行政)?(?:执法(?:证件|证|人员证件?)(?:编?号码?|编号)?|证件?编?号码?|证件编号|(?<=证件?[，,]?[^。\n]{0,12})编号(?=分别|[是为：:])|(?<=[（(])证(?=[ 　:：]*[A-Za-z]{0,6}[-\d]))(?:[(（]编?号[)）])?(?:分别)?(?:[:：为是]|[ 　\t]|[（(](?![^）)]{0,4}有效))*/g;
const NUMBER =
  /^(?:第|No\.?|№)?([\p{sc=Han}（）()]{0,8}?(?:[A-Za-z]{1,6}[-—－]?|[-—－]){0,3}\d[\dA-Za-z]{0,17}(?:[-—－][\dA-Za-z]{1,8}){0,3})(?:号)?(?![\d年月])/u;
/** 王示（YJ-052）: a number in brackets after a name, without its label. */
const BRACKETED =
  /[（(](?!(?:行政)?执法证|证件?号|编号|工号)(?:[\p{sc=Han}]{2,8}[ 　]{1,2})?([\p{sc=Han}]{0,4}(?:[\p{sc=Han}]|[A-Z]{1,4})[-—－]?\d{2,12}|\d{6,12}|(?=[A-Z\d-]*[A-Z-])(?=[^）)]*\d{2})[A-Z\d]{2,12}(?:[-—－][A-Z\d]{1,8}){1,3}|[\p{sc=Han}]{1,6}\d{2,12}(?:[-—－]\d{1,8}){1,3})(?=[)），,；;])/gu;

/** The certificate numbers in a paper and whose each is: the names before them, in their order. */
export const certificatesIn: (text: string) => readonly Readonly<CertificateIn>[] =
  keptByText(readCertificates);

function readCertificates(text: string): CertificateIn[] {
  const found: CertificateIn[] = [];
  const labelled = [...new Set(findOfficers(text).map(({ name }) => name))];
  for (const match of text.matchAll(KEYWORD)) {
    const numbers = numbersFrom(text, match.index + match[0].length);
    if (numbers.length === 0) continue;
    // 这是我们的证件（证号001、002）: what was told of each before is only told again.
    if (numbers.every(({ number }) => found.some((one) => one.number === number))) continue;
    const names = namesBefore(text, match.index, numbers.length, labelled);
    if (names.length < numbers.length) continue;
    for (const [index, number] of numbers.entries())
      found.push({ ...number, of: names[names.length - numbers.length + index]! });
  }
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index + match[0].lastIndexOf(match[1]!);
    const [name] = namesBefore(text, match.index, 1, labelled).slice(-1);
    const beside = name && text.slice(name.end, match.index).trim() === '';
    // A few digits or a word of any kind are a certificate only beside somebody whom a label calls an officer.
    const sure =
      /^\d{8,}$|^[\p{sc=Han}]*[执法监政管证字A-Z]/u.test(match[1]!) && match[0].endsWith(match[1]!);
    if (!beside || (!sure && !labelled.includes(name.name))) continue;
    if (!found.some((one) => one.start === start))
      found.push({ of: name, number: match[1]!, start, end: start + match[1]!.length });
  }
  return found;
}

function numbersFrom(text: string, from: number): (Span & { number: string })[] {
  const found: (Span & { number: string })[] = [];
  let at = from;
  for (;;) {
    const match = NUMBER.exec(text.slice(at, at + 40));
    const number = match?.[1];
    if (!match || !number || /^\d{15}$|^\d{17}[\dX]$/.test(number) || !/\d{2}/.test(number)) return found;
    // 证号DL-014，有效期至2028-01-31: the day until which it is valid is no second number.
    if (/有效|期限|[自至到起止]/.test(number) || /^\d{4}([-—－./])\d{1,2}\1\d{1,2}$/.test(number))
      return found;
    const own = number.replace(/^(?:均?已?出示|均?为|是|编号|证件?编?号码?|号)+/, '');
    const start = at + match[0].indexOf(own);
    found.push({ number: own, start, end: start + own.length });
    at += match[0].length;
    // 证件号码为001（有效期至2027年5月31日）、002（有效期至……）.
    at += VALIDITY.exec(text.slice(at))?.[0].length ?? 0;
    const joint = /^[ 　]*[、，,和及/／][ 　]*|^[ 　]+/.exec(text.slice(at));
    if (!joint) return found;
    at += joint[0].length;
  }
}

const VALIDITY = /^[ 　]*[（(][^（）()\n]{0,30}(?:有效|期限|至)[^（）()\n]{0,40}[)）]/;

/** Names that a label of the paper gives, though no list of surnames holds them. */
const spelt = (words: string, labelled: readonly string[]): NameIn[] =>
  labelled.flatMap((name) =>
    [...words.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      name,
      start: index,
      end: index + name.length,
    })),
  );

/** The last different names in the two lines before a place, in their order. */
function namesBefore(text: string, at: number, count: number, labelled: readonly string[]): NameIn[] {
  const line = text.lastIndexOf('\n', at - 1);
  const from = Math.max(0, at - 110, count > 1 ? 0 : line, text.lastIndexOf('\n', line - 1));
  const parting = (part: string) => '、'.repeat(part.length);
  const words = text
    .slice(from, at)
    .replace(/(?:执法|检查|监督检查|工作|监察|稽查|承办|办案|调查|询问|记录|勘验)(?:人员|人|员)?/g, parting)
    .replace(/[（(][^（）()\n]*[)）]|[（(]/g, parting);
  const names = [...namesIn(words), ...spelt(words, labelled)]
    .filter((one, index, all) => all.findIndex(({ start }) => start === one.start) === index)
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...one, start: from + one.start, end: from + one.end }));
  // Where labels name enough people, nobody else before the numbers is meant.
  const told = names.filter(({ name }) => labelled.includes(name));
  const own = new Set(told.map(({ name }) => name)).size >= count ? told : names;
  if (own === names && count > 1 && labelled.length === count) return firstPlaces(text, at, labelled);
  const last = (name: string) => own.findLastIndex((one) => one.name === name);
  return own.filter(({ name }, index) => last(name) === index || count === 1).slice(-count);
}

/** The people of the paper where they are first named, before a place too far off to be looked at. */
const firstPlaces = (text: string, at: number, labelled: readonly string[]): NameIn[] =>
  labelled
    .map((name) => ({ name, start: text.indexOf(name) }))
    .filter(({ start }) => start < at)
    .sort((one, other) => one.start - other.start)
    .map(({ name, start }) => ({ name, start, end: start + name.length }));
