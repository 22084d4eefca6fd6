import type { Day } from '../../law/dates.ts';
import { firstDate } from '../read-effective-day.ts';
import type { SplitText } from './split-articles.ts';

/** 发文字号 on a line of its own: 陵审〔2019〕23号. One inside a sentence is another document's. */
const NUMBER = /^\p{sc=Han}{1,12}\s*[〔[【（(]\s*\d{4}\s*[〕\]】）)]\s*\d+\s*号$/u;
const KIND =
  '(?:通知|方案|办法|规定|细则|意见|决定|规则|条例|制度|公告|通告|批复|目录|清单|基准|规程|守则|标准|指引|要点)';
const TITLE_END = new RegExp(`${KIND}(?:[（(](?:试行|暂行|修订|征求意见稿|\\d{4}年版)[）)])?》?(?:的通知)?$`);
const ORGAN = /(?:人民政府|办公[室厅]|委员会|总?局|[部厅院署队]|中心|分局|管委会)$/;
/** Lines that belong to the paper on which it was sent, not to the norm. */
const OF_PAPER =
  /^(?:签发人[：:]|[（(]此件.{0,8}公开.{0,6}[）)]$|抄送[：:]|局内分送|分送[：:]|主题词[：:]|公开方式[：:]|[A-Za-z\s.,:;'’-]{12,}$|附件\s*[\d一二三四五六]*\s*[：:]?$)/;
const SECTION = /^[一二三四五六七八九十]{1,3}、/;
/** 2019年8月20日, 二〇一九年八月二十日, 2019年12月9日印发, alone on its line. */
const DATED = /^[\d〇零○一二三四五六七八九十]{4}\s*年[^，。；]{2,12}日(?:印发|发布|公布)?$/;

/** A normative document without articles, with what its paper says of it. */
export interface SplitDocument extends SplitText {
  issuer?: string;
}

/**
 * Splits a normative document that has no articles (规范性文件: 方案, 细则, 通知) at its sections 一、二、; what stands before
 * the first is `s0` where it is text. Of a notice that passes on another paper (关于印发…的通知) the title is that of the
 * paper passed on. Number, issuer and date are taken from lines of their own only, never from a sentence.
 */
export function splitDocument(lines: readonly string[]): SplitDocument {
  const kept = lines.filter((line) => !OF_PAPER.test(line));
  const bodyAt = kept.findIndex((line) => isProse(line));
  const head = bodyAt < 0 ? kept : kept.slice(0, bodyAt);
  const number = head.find((line) => NUMBER.test(line))?.replace(/\s/g, '');
  const inner = innerTitle(kept, bodyAt);
  const title = inner?.title ?? titleOf(head)?.title ?? (head[0] ?? '').slice(0, 200);
  const issuer = issuerOf(kept, head);
  const versionDate = datedOn(kept);
  const start = inner ? inner.to : bodyAt < 0 ? kept.length : bodyAt;
  const text = kept.slice(start).filter((line, at, all) => !(at >= all.length - 4 && isSignature(line)));
  return {
    title: title.replace(/[\s　]/g, ''),
    versionDate,
    ...(number ? { number } : {}),
    ...(issuer ? { issuer } : {}),
    articles: sectionsOf(text),
  };
}

function isProse(line: string): boolean {
  return /[。；]/.test(line) || SECTION.test(line) || /^(?:各|局属|现将).*[：:]$/.test(line);
}

/** A run of short lines that ends in the name of a kind of paper. */
function titleOf(lines: readonly string[]): { title: string; from: number; to: number } | undefined {
  let end = lines.findIndex((line) => TITLE_END.test(line) && !NUMBER.test(line));
  if (end < 0) return undefined;
  // A title can be broken right behind a word that might have ended it: 重大执法决定 / 法制审核制度实施方案.
  while (TITLE_END.test(lines[end + 1] ?? '') && isPieceOfTitle(lines[end + 1]!)) end++;
  let from = end;
  while (from > 0 && isPieceOfTitle(lines[from - 1]!)) from--;
  return { title: lines.slice(from, end + 1).join(''), from, to: end + 1 };
}

function isPieceOfTitle(line: string): boolean {
  return (
    !NUMBER.test(line) &&
    !/文件$/.test(line) &&
    !DATED.test(line) &&
    !/[。；：:]/.test(line) &&
    !ORGAN.test(line)
  );
}

/** Below the letter that passes it on, the title of the paper itself. */
function innerTitle(lines: readonly string[], bodyAt: number): { title: string; to: number } | undefined {
  const letter = lines.findIndex(
    (line, at) => at >= bodyAt && bodyAt >= 0 && /印发给你们|现予(?:印发|公布|发布)/.test(line),
  );
  if (letter < 0) return undefined;
  const first = lines.findIndex((line, at) => at > letter && SECTION.test(line));
  const between = lines.slice(letter + 1, first < 0 ? Math.min(lines.length, letter + 12) : first);
  const prose = between.findIndex((line) => /[。；]/.test(line));
  const found = titleOf(
    (prose < 0 ? between : between.slice(0, prose)).filter((line) => !/^附件/.test(line)),
  );
  if (!found) return undefined;
  const last = lines.findIndex((line, at) => at > letter && TITLE_END.test(line) && !/^附件/.test(line));
  return { title: found.title, to: last + 1 };
}

function issuerOf(lines: readonly string[], head: readonly string[]): string | undefined {
  const headed = head.find((line) => /文件$/.test(line) && ORGAN.test(line.replace(/文件$/, '')));
  const alone = lines.find(
    (line) => line.length <= 30 && ORGAN.test(line) && !/[，。：:、]/.test(line) && !/文件$/.test(line),
  );
  return (headed?.replace(/文件$/, '') ?? alone)?.replace(/[\s　]/g, '');
}

function datedOn(lines: readonly string[]): Day | null {
  const line = lines.findLast((one) => DATED.test(one));
  return (line && firstDate(line)) ?? null;
}

function isSignature(line: string): boolean {
  return DATED.test(line) || (line.length <= 30 && ORGAN.test(line) && !/[，。：:]/.test(line));
}

export function sectionsOf(lines: readonly string[]): SplitText['articles'] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (SECTION.test(line) && parts.at(-1)!.length) parts.push([]);
    parts.at(-1)!.push(line);
  }
  const full = parts.filter((part) => part.length);
  const preamble = full.length > 1 && !SECTION.test(full[0]![0]!) ? 0 : 1;
  return full.map((part, index) => ({ article: `s${index + preamble}`, text: part.join('\n') }));
}
