import { citationTokens } from './citation-tokens.ts';

/** A citation as a text writes it. `start` and `end` count code points; `law` is as named, absent when not named. */
export interface FoundCitation {
  quote: string;
  start: number;
  end: number;
  law?: string;
  /** The year the text gives with the title: 《…法》（2017年修正）. */
  version?: string;
  article: string;
  paragraph?: number;
  item?: number;
}

type Place = Omit<FoundCitation, 'quote' | 'start' | 'end'> & { from: number; to: number };

/**
 * Every citation of an article in a text: 《…》第…条第…款第（…）项 with Chinese or Arabic numerals, 之一, several places after
 * one title, 本法 and 同法 (the norm named last), 以下简称, and names without brackets. A place whose norm is not named keeps
 * `law` absent: nothing is guessed. `titleOf` tells which unbracketed words are a norm's name.
 */
export function findCitations(
  text: string,
  titleOf: (name: string) => string | undefined = () => undefined,
): FoundCitation[] {
  const places: Place[] = [];
  let law: { name?: string; version?: string; from: number } | undefined;
  /** The place that a 款 or 项 directly after it belongs to; broken by any other words. */
  let current: Place | undefined;
  let joined = false;
  for (const token of citationTokens(text, titleOf)) {
    if (token.kind === 'join') {
      joined = current !== undefined;
      if (!joined) law = undefined;
    } else if (token.kind === 'law') {
      law = { from: token.from, ...lawOf(token) };
      current = undefined;
    } else if (token.kind === 'article') {
      const head = current && joined ? lawOf(current) : law ? lawOf(law) : {};
      for (const article of token.articles) {
        const from = !current && law && article === token.articles[0] ? law.from : token.from;
        current = { ...head, article, from, to: token.to };
        places.push(current);
      }
      law = undefined;
      joined = false;
    } else if (token.kind === 'same-article') {
      const last = places.at(-1);
      current = last && { ...lawOf(last), article: last.article, from: token.from, to: token.to };
      joined = false;
    } else if (token.kind === 'other') {
      current = undefined;
      law = undefined;
    } else if (current && (token.kind === 'paragraph' || token.kind === 'item')) {
      current = addPart(places, current, token, joined);
      joined = false;
    }
  }
  return withQuotes(text, places);
}

function lawOf(source: { law?: string; name?: string; version?: string }): {
  law?: string;
  version?: string;
} {
  const name = source.law ?? source.name;
  return { ...(name ? { law: name } : {}), ...(source.version ? { version: source.version } : {}) };
}

/** Adds 款 or 项: to the place itself when they touch, as a new place after 、 and for every further number. */
function addPart(
  places: Place[],
  current: Place,
  token: { kind: 'paragraph' | 'item'; numbers: number[]; from: number; to: number },
  joined: boolean,
): Place {
  let place = current;
  for (const [index, number] of token.numbers.entries()) {
    const { item: _item, paragraph, ...base } = place;
    const part =
      token.kind === 'paragraph'
        ? { paragraph: number }
        : { ...(paragraph ? { paragraph } : {}), item: number };
    const fresh = joined || index > 0;
    const next: Place = { ...base, ...part, from: fresh ? token.from : place.from, to: token.to };
    const at = places.indexOf(place);
    if (fresh || at < 0) places.push(next);
    else places[at] = next;
    place = next;
  }
  return place;
}

/** Offsets in code points, as the contract counts them, and the words between them. */
function withQuotes(text: string, places: Place[]): FoundCitation[] {
  const points = new Map<number, number>();
  let point = 0;
  for (let unit = 0; unit <= text.length; point++) {
    points.set(unit, point);
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return places.map(({ from, to, ...place }) => ({
    quote: text.slice(from, to),
    start: points.get(from)!,
    end: points.get(to)!,
    ...place,
  }));
}
