import { citationTokens, type Token } from './citation-tokens.ts';
import { paragraphAt } from './paragraph-at.ts';
import { between } from './place-tokens.ts';

/** A citation as a text writes it. `start` and `end` count code points; `law` is as named, absent when not named. */
export interface FoundCitation {
  quote: string;
  start: number;
  end: number;
  law?: string;
  /** The version that the text means: a year (`2017?` where it may tell of something else), a day, or `former` (原《…》). */
  version?: string;
  article: string;
  paragraph?: number;
  item?: number;
  /** 目. */
  subItem?: number;
}

/** The article that a text belongs to, as far as known: what 本法, 前款 and a bare 第五条 then mean. */
export interface OwnPlace {
  law: string;
  article?: string;
}

type Place = Omit<FoundCitation, 'quote' | 'start' | 'end'> & { from: number; to: number };
type Part = Extract<Token, { kind: 'paragraph' | 'item' | 'sub-item' }>;
type Head = Pick<FoundCitation, 'law' | 'version'>;

/**
 * Every citation of an article in a text: 《…》第…条第…款第（…）项第…目 with Chinese, Arabic or full-width numerals, 之一, several
 * places after one title, whole ranges (the articles between the ends too, with the words of the range), 本法 and 同法 (the
 * norm named last), 以下简称, names without brackets, and 前款 where the paragraph it counts from is told. A place whose norm
 * is not named keeps `law` absent: nothing is guessed. `titleOf` tells which unbracketed words are a norm's name; `own`
 * is for the text of an article itself.
 */
export function findCitations(
  text: string,
  titleOf: (name: string) => string | undefined = () => undefined,
  own?: OwnPlace,
): FoundCitation[] {
  const tokens = citationTokens(inPlainSigns(text), { titleOf, ...(own ? { own: own.law } : {}) });
  return withQuotes(text, new Reading(text, own).read(tokens));
}

/** ⼆⼗ typed in radicals, as some PDF files hold it, in the signs they stand for; of the same length. */
function inPlainSigns(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (sign) => {
    const plain = sign.normalize('NFKC');
    return plain.length === 1 ? plain : sign;
  });
}

/** Beyond this many places a text gives only the ends of its ranges: no text that anybody wrote comes near. */
const MANY = 100_000;

/** One text on its way from tokens to places. */
class Reading {
  readonly #places: Place[] = [];
  readonly #text: string;
  readonly #own: OwnPlace | undefined;
  #law: (Head & { from: number }) | undefined;
  /** The place that a 款 or 项 directly after it belongs to; broken by any other words. */
  #current: Place | undefined;
  /** The last place of the sentence, that 前款 counts from. */
  #told: Place | undefined;
  #join: { range: boolean; blank: boolean } | undefined;

  constructor(text: string, own: OwnPlace | undefined) {
    this.#text = text;
    this.#own = own;
  }

  read(tokens: Iterable<Token>): Place[] {
    for (const token of tokens) {
      this.#take(token);
      if (token.kind !== 'join') this.#join = undefined;
    }
    return this.#places;
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'join':
        if (this.#current) this.#join = token;
        else this.#law = undefined;
        return;
      case 'law':
        this.#law = { from: token.from, ...head({ ...token, law: token.name }) };
        this.#current = undefined;
        return;
      case 'article':
        this.#takeArticles(token);
        return;
      case 'same-article':
        this.#takeSame(token);
        return;
      case 'paragraph-before':
        this.#takeBefore(token);
        return;
      case 'article-before':
        this.#takeArticleBefore(token);
        return;
      case 'other':
        this.#current = undefined;
        this.#law = undefined;
        if (token.ends) this.#told = undefined;
        return;
      default:
        this.#takePart(token);
    }
  }

  #takeArticles({ articles: all, from, to }: Extract<Token, { kind: 'article' }>): void {
    const articles = this.#places.length < MANY ? all : [...new Set([all[0]!, all.at(-1)!])];
    const before = this.#join ? this.#current : undefined;
    const named = before ? head(before) : this.#law ? head(this.#law) : head(this.#own);
    if (before && this.#join!.range && this.#places.length < MANY) {
      for (const number of between(Number(before.article), Number(articles[0]))) {
        this.#places.push({ ...named, article: String(number), from: before.from, to });
      }
    }
    for (const [index, article] of articles.entries()) {
      const start = !before && index === 0 && this.#law ? this.#law.from : from;
      this.#set({ ...named, article, from: start, to });
      this.#places.push(this.#current!);
    }
    this.#law = undefined;
  }

  #takeSame({ own, from, to }: Extract<Token, { kind: 'same-article' }>): void {
    const last = this.#places.at(-1);
    const source = own && this.#own?.article ? this.#own : own && !this.#told ? undefined : last;
    this.#law = undefined;
    this.#current = source?.article ? { ...head(source), article: source.article, from, to } : undefined;
  }

  /** 前款: in the text of an article by its own line, else after a paragraph told in the same sentence. */
  #takeBefore({ count, from, to }: Extract<Token, { kind: 'paragraph-before' }>): void {
    const own = this.#own?.article ? { ...this.#own, article: this.#own.article } : undefined;
    const base = own ?? this.#told;
    const paragraph = own ? paragraphAt(this.#text, from) : this.#told?.paragraph;
    this.#law = undefined;
    this.#current = undefined;
    if (!base || paragraph === undefined || paragraph <= count) return;
    for (let number = paragraph - count; number < paragraph; number++) {
      const place = { ...head(base), article: base.article, paragraph: number, from, to };
      this.#places.push(place);
      this.#current = place;
    }
  }

  #takeArticleBefore({ from, to }: Extract<Token, { kind: 'article-before' }>): void {
    this.#law = undefined;
    this.#current = undefined;
    const number = Number(this.#own?.article);
    if (!Number.isInteger(number) || number < 2) return;
    this.#set({ ...head(this.#own), article: String(number - 1), from, to });
    this.#places.push(this.#current!);
  }

  /** Adds 款, 项 or 目: to the place itself when they touch, as a new place after 、 and for every further number. */
  #takePart(token: Part): void {
    let place = this.#current;
    if (!place) {
      if (token.kind !== 'paragraph' || !this.#own?.article) return;
      place = { ...head(this.#own), article: this.#own.article, from: token.from, to: token.to };
    }
    if (this.#join?.range && this.#places.length < MANY) {
      for (const number of between(lastNumber(place, token), token.numbers[0]!)) {
        this.#places.push({ ...withPart(place, token.kind, number), from: place.from, to: token.to });
      }
    }
    for (const [index, number] of token.numbers.entries()) {
      const fresh = (this.#join && !this.#join.blank) || index > 0;
      const next: Place = {
        ...withPart(place, token.kind, number),
        from: fresh ? token.from : place.from,
        to: token.to,
      };
      const at = !fresh && this.#places.at(-1) === place ? this.#places.length - 1 : -1;
      if (at < 0) this.#places.push(next);
      else this.#places[at] = next;
      place = next;
    }
    this.#set(place);
  }

  #set(place: Place): void {
    this.#current = place;
    this.#told = place;
  }
}

function withPart(place: Place, kind: Part['kind'], number: number): Place {
  const { subItem: _subItem, item, paragraph, ...base } = place;
  if (kind === 'paragraph') return { ...base, paragraph: number };
  const above = { ...base, ...(paragraph ? { paragraph } : {}) };
  return kind === 'item'
    ? { ...above, item: number }
    : { ...above, ...(item ? { item } : {}), subItem: number };
}

/** The number of the same kind that a range goes on from; itself where the place has none. */
function lastNumber(place: Place, { kind, numbers }: Part): number {
  const last = kind === 'paragraph' ? place.paragraph : kind === 'item' ? place.item : place.subItem;
  return last ?? numbers[0]!;
}

function head(source: { law?: string | undefined; version?: string | undefined } | undefined): Head {
  return {
    ...(source?.law ? { law: source.law } : {}),
    ...(source?.version ? { version: source.version } : {}),
  };
}

/** Offsets in code points, as the contract counts them, and the words between them. */
function withQuotes(text: string, places: Place[]): FoundCitation[] {
  const points = pointsOf(text, places);
  return places.map(({ from, to, ...place }) => ({
    quote: text.slice(from, to),
    start: points(from),
    end: points(to),
    ...place,
  }));
}

/** Code points before each offset that places need, counted in one pass. */
function pointsOf(text: string, places: Place[]): (unit: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (unit) => unit;
  const units = [...new Set(places.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const points = new Map<number, number>();
  let unit = 0;
  let point = 0;
  for (const wanted of units) {
    for (; unit < wanted; point++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    points.set(wanted, point);
  }
  return (at) => points.get(at)!;
}
