import { chineseValue } from '../../law/numbers-in-text.ts';

/** What matters for citations in a text, in order; `other` stands for any words that break a chain. Offsets in UTF-16. */
export type Token = { from: number; to: number } & (
  | { kind: 'law'; name?: string; version?: string }
  | { kind: 'article'; articles: string[] }
  | { kind: 'paragraph'; numbers: number[] }
  | { kind: 'item'; numbers: number[] }
  | { kind: 'same-article' | 'join' | 'other' }
);

const NUMBER = '(?:[〇零一二三四五六七八九十百千]{1,12}|[0-9０-９]{1,8})';
const BRACKETED = String.raw`(?:[（(]\s*${NUMBER}\s*[）)]|${NUMBER})`;
const KINDS = '(?:法典|法|条例|规定|办法|解释|细则|规则)';
const PARENS = String.raw`(?:\s*[（(][^（）()\n]{1,40}[）)])`;
const ARTICLE = new RegExp(
  String.raw`第\s*(${NUMBER}(?:、${NUMBER})*)\s*条(?:\s*之\s*([一二三四五六七八九十]+|\d+))?`,
  'y',
);
const PARAGRAPH = new RegExp(String.raw`\s*第\s*(${NUMBER}(?:、${NUMBER})*)\s*款`, 'y');
const ITEM = new RegExp(String.raw`\s*第?\s*(${BRACKETED}(?:、第?${BRACKETED})*)\s*项`, 'y');
const NAME = new RegExp(
  String.raw`[\u4e00-\u9fa5]{1,40}?${KINDS}(?=${PARENS}?的?\s*第\s*${NUMBER}(?:、${NUMBER})*\s*条)`,
  'y',
);
const AFTER_NAME = new RegExp(String.raw`(${PARENS}{0,2})\s*[的中]?\s*(?=第)`, 'y');
const NOTES = new RegExp(`${PARENS}{0,2}`, 'y');
const JOIN = /\s*(?:以及|或者|、|，|,|；|和|及|与|或|至|到|\s)\s*/y;
const LEAD = /^.*(?:根据|依据|按照|依照|参照|违反了?|适用|触犯了?|构成了?|[依按据])/;
const PRONOUN = new RegExp(`[本同该](${KINDS})$`);

/** Splits a text into tokens. `titleOf` recognises the names of norms written without brackets. */
export function* citationTokens(
  text: string,
  titleOf: (name: string) => string | undefined,
): Generator<Token> {
  const named: string[] = [];
  const aliases = new Map<string, string>();
  let from = 0;
  let quiet = false;
  while (from < text.length) {
    const token = lawAt(from) ?? placeAt(text, from);
    if (token) {
      yield token;
      from = token.to;
      quiet = false;
    } else {
      // One token for a whole run of other words.
      if (!quiet) yield { kind: 'other', from, to: from + 1 };
      quiet = true;
      from += 1;
    }
  }

  function lawAt(at: number): Token | undefined {
    if (text[at] === '《') {
      const end = closing(text, at);
      if (end === undefined) return undefined;
      return finish(at, end, known(text.slice(at + 1, end - 1)));
    }
    const match = stick(NAME, text, at);
    if (!match) return undefined;
    const name = match[0];
    const end = at + name.length;
    const pronoun = PRONOUN.exec(name);
    if (pronoun) {
      const last = named.findLast(
        (one) => one.endsWith(pronoun[1]!) || aliases.get(one)?.endsWith(pronoun[1]!),
      );
      return finish(end - pronoun[0].length, end, last);
    }
    for (let cut = 0; cut < name.length - 1; cut++) {
      const suffix = name.slice(cut);
      if (titleOf(suffix) || aliases.has(suffix)) return finish(at + cut, end, known(suffix));
    }
    const plain = name.replace(LEAD, '').replace(/^[和及与或]/, '');
    return plain.length > 1 ? finish(end - plain.length, end, known(plain)) : undefined;
  }

  /** The notes in parentheses after a title: the year of its version, and the short name given to it. */
  function finish(start: number, end: number, name: string | undefined): Token {
    const notes = stick(AFTER_NAME, text, end) ?? stick(NOTES, text, end);
    const words = notes?.[0] ?? '';
    const version = /(\d{4})\s*年?[^）)]{0,6}(?:修订|修正|修改|版|文本)/.exec(words)?.[1];
    const alias = /(?:以下)?简称[：:]?[《“"]?([^》”"）)]+)/.exec(words)?.[1];
    if (name) {
      named.push(name);
      if (alias) aliases.set(alias, name);
    }
    return {
      kind: 'law',
      from: start,
      to: end + words.length,
      ...(name ? { name } : {}),
      ...(version ? { version } : {}),
    };
  }

  function known(name: string): string {
    const plain = name.replaceAll('〈', '《').replaceAll('〉', '》').replace(/\s/g, '');
    return aliases.get(plain) ?? plain;
  }
}

function placeAt(text: string, from: number): Token | undefined {
  const article = stick(ARTICLE, text, from);
  if (article) {
    const to = from + article[0].length;
    // 第一条 at the head of a line, followed by a space, is the numbering of the text itself.
    if (/(?:^|\n)\s*$/.test(text.slice(Math.max(0, from - 20), from)) && /[\s　]/.test(text[to] ?? ''))
      return undefined;
    const inserted = article[2] ? `-${numeralValue(article[2])}` : '';
    const numbers = article[1]!.split('、').map(numeralValue);
    return {
      kind: 'article',
      articles: numbers.map((number, index) => `${number}${index === numbers.length - 1 ? inserted : ''}`),
      from,
      to,
    };
  }
  if (/^[同该]条\s*第/.test(text.slice(from, from + 6))) return { kind: 'same-article', from, to: from + 2 };
  const paragraph = stick(PARAGRAPH, text, from);
  if (paragraph) {
    const numbers = paragraph[1]!.split('、').map(numeralValue);
    return { kind: 'paragraph', numbers, from, to: from + paragraph[0].length };
  }
  const item = stick(ITEM, text, from);
  if (item) {
    const numbers = item[1]!.split('、').map((part) => numeralValue(part.replace(/[第（()）\s]/g, '')));
    return { kind: 'item', numbers, from, to: from + item[0].length };
  }
  const join = stick(JOIN, text, from);
  return join ? { kind: 'join', from, to: from + join[0].length } : undefined;
}

/** The end of 《…》, with titles inside titles. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + 120); at++) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》' && --depth === 0) return at + 1;
  }
  return undefined;
}

function numeralValue(numeral: string): number {
  const plain = numeral.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? Number(plain) : chineseValue(plain);
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
