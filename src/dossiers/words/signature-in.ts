import type { Day } from '../../law/dates.ts';
import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import type { PlainView } from './plain-view.ts';

/** 落款: the organ and the day at the end of a paper, and the seal where words tell of one. Offsets of the original. */
export interface Signature {
  day?: { day: Day } & Span;
  organ?: { name: string } & Span;
  seal?: { name: string } & Span;
}

const ORGAN =
  /^[:,、。_]*(?<name>(?!\()[\p{sc=Han}A-Z×*()·、]{2,40}?(?:局|厅|政府|委员会|办公室|支队|总队|大队|中队|管理所|监督所|派出所|分局|委|部|中心|队|站|院|署|海关|(?:海事|航道|公路|港航|运输|渔政|监察|管理|执法|稽查|检查)处|税务所|城管|街道办事处|[局委厅会](?:[\p{sc=Han}]{2,12}(?:科|股|室|处|所))))(?<seal>\(?(?:印章|公章|盖章|章|印|加盖公章|加盖印章|此处盖章|盖印)\)?)?[。:_]*$/u;
const SEAL_ALONE = /^[([【]?(?:印章|公章|盖章|章|加盖公章|加盖印章|此处盖章|行政机关印章|机关印章)[)\]】]?$/;
/** （印章：某某执法大队）, （盖某某局食品科公章）: the seal with its name. */
const SEAL_NAMED =
  /[([【](?:(?:加盖|盖有|盖)[:]?|(?:印章|公章|盖章|印|章)[:])?(?<name>[\p{sc=Han}]{4,40}?(?:局|厅|政府|委员会|支队|总队|大队|中队|分局|委|中心|站|院|署|科|股|室|处|所))的?(?:印章|公章|行政处罚专用章|执法专用章|专用章|印|章)?[)\]】]$/u;
const AROUND = /^[(\s[]*(?:印章|公章|盖章|章|日期|落款日期|决定日期|作出日期|时间)?[:)\s\]]*$/;

/**
 * The signature block of a paper: the last line that holds a day and nothing else but the organ or its seal. A day after
 * a label that belongs to somebody else (签收人, 审核人) is none. Without an organ there, the one in the head of the paper. `view` is the paper in plain view.
 */
export function signatureIn(view: PlainView): Readonly<Signature> {
  const known = kept.get(view);
  if (known) return known;
  const found = findSignature(view);
  kept.set(view, found);
  return found;
}

const kept = new WeakMap<PlainView, Signature>();

function findSignature(view: PlainView): Signature {
  const lines = linesOf(view.text);
  const days = daysIn(view.text).filter(({ relative }) => !relative);
  // With an hour it is the end of a record or a paper made on the spot: the latter has the organ above it.
  const candidates = lines
    .flatMap((line, index) => dayAlone(line, days, lines, index))
    .filter(({ day, organ }) => !day.time || organ);
  const best = candidates.findLast(({ organ }) => organ) ?? candidates.at(-1);
  const [head] = lines;
  const atHead = head && organOf(head.words, head.start);
  if (!best) return {};
  const { day, organ = atHead, seal } = best;
  return {
    day: { day: day.day, ...view.span(day.start, day.end) },
    ...(organ ? { organ: { name: organ.name, ...view.span(organ.start, organ.end) } } : {}),
    ...(best.organ && organ && seal
      ? { seal: { name: seal.name ?? organ.name, ...view.span(seal.start, seal.end) } }
      : {}),
  };
}

interface Line extends Span {
  words: string;
}
interface Candidate {
  day: DayIn;
  organ?: { name: string } & Span;
  seal?: Seal;
}
type Seal = Span & { name?: string };

function dayAlone(line: Line, days: readonly DayIn[], lines: readonly Line[], index: number): Candidate[] {
  const own = days.filter(({ start, end }) => start >= line.start && end <= line.end);
  const [day] = own;
  if (!day || own.length > 1) return [];
  const before = line.words.slice(0, day.start - line.start);
  const after = line.words.slice(day.end - line.start);
  if (!AROUND.test(after)) return [];
  const sealBehind = /章/.test(after) ? { start: day.end, end: line.end } : undefined;
  const named = [lines[index - 1], lines[index + 1]].flatMap((one) => (one ? (namedSeal(one) ?? []) : []))[0];
  const beside = organOf(before.replace(/(?:日期|时间):?$/, ''), line.start);
  if (beside) return [{ day, organ: beside, ...sealOf(named ?? beside.seal ?? sealBehind) }];
  if (!AROUND.test(before)) return [];
  const above = lines.slice(Math.max(0, index - 3), index).toReversed();
  let seal: Seal | undefined = sealBehind;
  let alone: Seal | undefined;
  for (const one of above) {
    const organ = organOf(one.words, one.start);
    if (organ) return [{ day, organ, ...sealOf(named ?? organ.named ?? organ.seal ?? seal) }];
    const own = namedSeal(one);
    if (!own && !SEAL_ALONE.test(one.words)) break;
    seal = own ?? { start: one.start, end: one.end };
    alone ??= own;
  }
  // Only the seal, with its name: whose it is.
  return [alone?.name ? { day, organ: { ...alone, name: alone.name }, seal: alone } : { day }];
}

const sealOf = (seal: Seal | undefined) => (seal ? { seal } : {});

/** The seal that a line tells the name of, alone or behind the organ. */
function namedSeal({ words, start }: Line): (Span & { name: string }) | undefined {
  const match = SEAL_NAMED.exec(words);
  const name = match?.groups?.name;
  if (!match || !name || (match.index > 0 && !/[章印盖]/.test(match[0]))) return undefined;
  return { name, start: start + match.index, end: start + words.length };
}

function organOf(
  words: string,
  at: number,
): ({ name: string; seal?: Span; named?: Seal } & Span) | undefined {
  const own = namedSeal({ words, start: at, end: at + words.length });
  if (own && own.start > at) {
    const organ = organOf(words.slice(0, own.start - at), at);
    return organ && { ...organ, named: own };
  }
  const match = ORGAN.exec(words);
  const name = match?.groups?.name;
  if (!match || !name || /签|收到|送达|^(?:抄送|抄报|附)/.test(words.replace(match.groups?.seal ?? '', '')))
    return undefined;
  const start = at + words.indexOf(name);
  const seal = match.groups?.seal;
  const end = start + name.length;
  return { name, start, end, ...(seal ? { seal: { start, end: end + seal.length } } : {}) };
}

/** Lines without the gaps at their ends, blank ones left out. */
function linesOf(text: string): Line[] {
  const found: Line[] = [];
  let at = 0;
  for (const line of text.split(/[\n\t]/)) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    if (words) found.push({ words, start, end: start + words.length });
    at += line.length + 1;
  }
  return found;
}
