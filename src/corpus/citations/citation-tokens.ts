import { LawNames } from './law-names.ts';
import { type PlaceToken, placeAt } from './place-tokens.ts';

/** What matters for citations in a text, in order; `other` stands for any words that break a chain. Offsets in UTF-16. */
export type Token =
  | PlaceToken
  | ({ from: number; to: number } & (
      | { kind: 'law'; name?: string; version?: string }
      /** `blank`: nothing but space. */
      | { kind: 'join'; range: boolean; blank: boolean }
      /** `ends`: whether a sentence ended within. */
      | { kind: 'other'; ends: boolean }
    ));

export interface TokenOptions {
  /** Recognises the names of norms written without brackets. */
  titleOf: (name: string) => string | undefined;
  /** The norm that the text belongs to. */
  own?: string;
}

/** Whatever can begin a title, a place or a short name. */
const ANCHOR = /[《第（(前上同该本0-9０-９〇零○一二三四五六七八九十廿卅百千]/g;
const NUMBER = /[0-9０-９〇零○一二三四五六七八九十廿卅百千]/;
/** A gist or quoted words between two places of one list: 第五条（公正）、第六条. */
const ASIDE = String.raw`(?:\s*(?:[（(][^（）()\n]{1,40}[）)]|[“"][^“”"\n]{1,80}[”"]))?`;
const LINK = '(?:以及|或者|并|、|，|,|；|;|和|及|与|或|至|到|[-—–－~～]+)';
const JOIN = new RegExp(
  String.raw`^${ASIDE}(?:[^\S\n]*|\s*${LINK}\s*|[的之]规定\s*(?:以及|或者|、|和|及|与|或)\s*)$`,
);
const RANGE = /^\s*(?:至|到|[-—–－~～]+)\s*$/;
/** 、五十八条 after an article: not 和三条卷烟. */
const LINKED = /^\s*(?:、|和|及|与|或|至|到|以及|或者|[-—–－~～]+)\s*$/;
const AFTER_LINKED = /[第、，,。；;：:的之规中和及与或至到所予处款（()）\s]/;
/** What a title can end with, before 57条 without 第. */
const TITLE_END = /[法典例定则释办》）)]/;
const HEADING = /(?:^|\n)[\s#*>]*$/;
const LONGEST_JOIN = 100;

/** Splits a text into tokens, in one pass. */
export function* citationTokens(text: string, options: TokenOptions): Generator<Token> {
  const names = new LawNames(text, options.titleOf, options.own);
  const anchors = new RegExp(ANCHOR);
  let previous: Token | undefined;
  let last = 0;
  let lastPlace = 0;
  for (let anchor = anchors.exec(text); anchor; anchor = anchors.exec(text)) {
    const at = anchor.index;
    const place = text[at] === '《' ? at + 1 : placeAt(text, at);
    const tokens =
      text[at] === '《' ? bracketed(at) : typeof place === 'object' ? placed(place) : unplaced(at);
    for (const token of tokens) {
      if (token.from > last) yield between(last, token.from);
      yield token;
      previous = token;
      last = token.to;
      if (token.kind !== 'law') lastPlace = last;
    }
    if (tokens.length > 0) anchors.lastIndex = last;
    else if (typeof place === 'number') anchors.lastIndex = place;
    else if (NUMBER.test(text[at]!)) anchors.lastIndex = endOfNumber(text, at);
  }

  function bracketed(at: number): Token[] {
    const law = names.bracketed(text, at);
    return law ? [{ kind: 'law', ...law }] : [];
  }

  /** Nothing but, perhaps, a short name given in parentheses. */
  function unplaced(at: number): Token[] {
    if (text[at] === '（' || text[at] === '(') names.note(text, at);
    return [];
  }

  function placed(place: PlaceToken): Token[] {
    const at = place.from;
    const chained = previous !== undefined && at - last <= LONGEST_JOIN && JOIN.test(text.slice(last, at));
    if (place.kind !== 'article')
      return chained || text[at] === '第' || !COUNTED.has(place.kind) ? [place] : [];
    const bare = text[at] !== '第';
    if (chained && (!bare || previous!.kind === 'law' || linked(place))) return [place];
    if (bare && !TITLE_END.test(text.slice(Math.max(0, at - 2), at))) return [];
    if (isHeading(place)) return [];
    const law = names.before(text, at, lastPlace, bare);
    if (law) return [{ kind: 'law', ...law }, place];
    return bare ? [] : [place];
  }

  /** 、五十八条 after an article. */
  function linked(place: PlaceToken): boolean {
    return (
      previous?.kind === 'article' &&
      LINKED.test(text.slice(last, place.from)) &&
      AFTER_LINKED.test(text[place.to] ?? '。')
    );
  }

  function between(from: number, to: number): Token {
    const words = text.slice(from, to);
    return to - from <= LONGEST_JOIN && previous && JOIN.test(words)
      ? { kind: 'join', range: RANGE.test(words), blank: words.trim() === '', from, to }
      : { kind: 'other', ends: /[。；;！!？?\n]/.test(words), from, to };
  }

  /** 第一条 at the head of a line, set off by a space, is the numbering of the text itself. */
  function isHeading({ from, to }: PlaceToken): boolean {
    return HEADING.test(text.slice(Math.max(0, from - 20), from)) && /[\s　【]/.test(text[to] ?? '');
  }
}

/** Parts that without 第 are counts of things: 三款, 两项. */
const COUNTED = new Set(['paragraph', 'item', 'sub-item']);

function endOfNumber(text: string, from: number): number {
  let to = from + 1;
  while (to < text.length && NUMBER.test(text[to]!)) to += 1;
  return to;
}
