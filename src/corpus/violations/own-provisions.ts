import { type Citation, citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { type ResolvedCitation, resolveCitations } from '../citations/resolve-citations.ts';
import type { ReferenceBook } from '../reference-book.ts';
import type { OwnRow } from './own-violation.ts';

interface OwnProvisions {
  breached: Citation[];
  punishing: Citation[];
  /** What was not understood, in Chinese. */
  faults: string[];
}

/**
 * The provisions that a row of an agency's list names, as far as the library holds them in force on the day. Where the list
 * does not part duty and penalty (`basis`), an article that threatens a penalty punishes and the others are breached.
 */
export function ownProvisions(
  row: Pick<OwnRow, 'breached' | 'punishing' | 'basis'>,
  book: ReferenceBook,
  on: Day,
): OwnProvisions {
  const faults: string[] = [];
  const known = (places: OwnRow['basis']): Citation[] => {
    const found = (places ?? []).flatMap((place) => {
      const text = typeof place === 'string' ? place : citationText(place);
      const cited = resolveCitations(text, book, on).filter(({ article }) => article !== '');
      if (cited.length === 0) faults.push(`“${beginning(text)}”里没有读到条文`);
      return cited;
    });
    return found.flatMap((one) => {
      const now = placeNow(one, book, on);
      const fault = faultOf(one, now, book);
      if (fault) faults.push(fault);
      return now ?? [];
    });
  };
  const breached = known(row.breached);
  const punishing = known(row.punishing);
  const basis = known(row.basis);
  const penal = basis.filter((place) => threatens(place, book, on) === true);
  // Where no text tells, the last one named: lists name the duty first.
  const untold = basis.findLast((place) => threatens(place, book, on) === undefined);
  const punishes = penal.length > 0 ? penal : untold && punishing.length === 0 ? [untold] : [];
  return {
    breached: once([...breached, ...basis.filter((place) => !punishes.includes(place))]),
    punishing: once([...punishing, ...punishes]),
    faults: [...new Set(faults)],
  };
}

/** `undefined` where the text is not at hand. */
function threatens(place: Citation, book: ReferenceBook, on: Day): boolean | undefined {
  const read = book.readingOf(place, on);
  return read === undefined ? undefined : read !== 'none';
}

/** The place as it stands in the version in force: lists go on citing the version of their year. */
function placeNow(one: ResolvedCitation, book: ReferenceBook, on: Day): Citation | undefined {
  const { state, law, article, paragraph, item, current } = one;
  if (state === 'in-force')
    return { law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) };
  if (state !== 'superseded' || !current?.startsWith(`${law}@`)) return undefined;
  // Several places, or none compared: 《…》@2021-04-29#57.2, …#63、#64, …@2021-04-29.
  const [, ...stands] = current.split('#');
  const [now, of] = stands[0]?.split('.') ?? [];
  const place: Citation = now
    ? { law, article: now, ...(of ? { paragraph: Number(of) } : {}) }
    : { law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) };
  return stands.length <= 1 && book.cite(place, on).state === 'in-force' ? place : undefined;
}

function faultOf(one: ResolvedCitation, now: Citation | undefined, book: ReferenceBook): string | undefined {
  const place = citationText(one);
  switch (one.state) {
    case 'in-force':
      return undefined;
    case 'no-such-article':
      return `${place}不存在`;
    case 'not-yet-in-force':
      return `${place}还没有施行`;
    case 'superseded':
      return now
        ? `${place}写的是旧版本，按现行的${citationText(now)}读入，请核对`
        : `${place}已经失效${one.current ? `，现行的见${one.current}` : ''}`;
    default:
      if (!one.law) return `“${one.quote}”没有写明是哪部规范`;
      return book.titleOf(one.law)
        ? `库里没有《${one.law}》的这个版本`
        : `库里没有《${one.law}》，请先导入这部规范`;
  }
}

function once(places: readonly Citation[]): Citation[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = JSON.stringify(place);
    return !seen.has(key) && seen.add(key);
  });
}

function beginning(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
