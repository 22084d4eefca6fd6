import type { Citation } from '../../law/citation.ts';
import { type Day, isDay } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { normaliseText } from '../segment-text.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { articleName, citedPlaces } from './cited-places.ts';
import { readStoredCase } from './stored-case.ts';
import { tellsOneParty } from './tells-one-party.ts';
import { sketchWords, type WordsSketch } from './words-sketch.ts';

/** What of a case is compared part by part, each part by its own measure. */
export interface CaseDigest {
  /** Pairs of neighbouring characters in its title and violation, where the cause of a case stands. */
  cause: string[];
  /** Articles that it rests on, each with its law: `广告法 55`. */
  provisions: string[];
  /** Names of the circumstances that it tells of. */
  circumstances: string[];
  /** The largest sum of money that it states, in fen; absent where it states none. */
  sum?: number;
  region?: string;
  /** 决定日 of a stored case, else the last day that the text states. */
  day?: Day;
  /** The name of the party, where it tells one party from others. */
  party?: string;
}

/** Of a stored case, also what tells its violation and whether another says the same. */
export interface StoredDigest extends CaseDigest {
  violation?: string;
  itemCode?: string;
  benchmarkItem?: string;
  /** Where its item is not known: the places in full, and the beginning of its facts; empty for a judgment. */
  places: Citation[];
  facts: string;
  sketch: WordsSketch;
}

/** An entry of the library. */
export interface StoredEntry {
  title: string;
  text: string;
  region?: string | null;
  payload?: unknown;
}

const HAN_RUN = /\p{Script=Han}+/gu;
/** 案号 tells the organ and its year, not what was done. */
const NUMBER = /\p{sc=Han}{0,16}\s*[〔[【（(]\s*\d{4}\s*[〕\]】）)]\s*(?:第\s*)?[A-Za-z\d-]{1,12}\s*号/gu;
const PARTY = /(?:当事人|被处罚(?:人|单位))(?:名称|姓名)?\s*[：:]\s*([^，。；、：:\s（(]{2,40})/u;
const FACTS = /经(?:依法)?(?:调查|审理)?查[明实]?[，,：:]/;
const MONTH = /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月/g;
const ADDRESS = /(?:住所|住址|地址|经营场所)[^。；\n]{0,60}/g;
const MOST_FACTS = 400;
/** Judgments are about no item of the catalogue. */
const CRIME = /被告人|被告单位|公诉机关|原告|有期徒刑|拘役|罪一案|判决$/m;

/** Takes a text apart. Nothing that it does not say is made up: such a part is empty. */
export function digestCase(title: string, text: string): CaseDigest {
  return digestOf(title, text, citedPlaces(text));
}

function digestOf(title: string, text: string, places: readonly Citation[]): CaseDigest {
  const sum = Math.max(0, ...sumsIn(text).map(({ fen }) => fen));
  const day = daysIn(text).at(-1)?.day ?? monthIn(text);
  return {
    cause: pairsOf(title),
    provisions: [...new Set(places.map(articleName))],
    circumstances: CIRCUMSTANCES.flatMap(({ name, told }) => (told.test(text) ? [name] : [])),
    ...(sum > 0 ? { sum } : {}),
    ...(day ? { day } : {}),
  };
}

/** Takes a stored case apart: what the import knows of it goes before what its text says. */
export function digestStored({ title, text, region, payload }: StoredEntry): StoredDigest {
  const known = readStoredCase(payload);
  const { violation, itemCode, benchmarkItem } = known;
  const stated = [...known.breached, ...known.punishing];
  const places = stated.length > 0 ? stated : citedPlaces(text);
  const party = known.party ?? PARTY.exec(text)?.[1];
  const { day, ...digest } = digestOf(`${title}，${violation ?? ''}`, text, places);
  const decided = known.decidedOn ?? day;
  const facts = FACTS.exec(text);
  return {
    ...digest,
    ...(decided ? { day: decided } : {}),
    ...(region ? { region } : {}),
    ...(party && tellsOneParty(party) ? { party } : {}),
    ...(violation ? { violation } : {}),
    ...(itemCode ? { itemCode } : {}),
    ...(benchmarkItem ? { benchmarkItem } : {}),
    places,
    facts: CRIME.test(`${title}\n${text}`) ? '' : text.slice(facts?.index ?? 0).slice(0, MOST_FACTS),
    sketch: sketchWords(text.replace(ADDRESS, ''), party ? [party] : []),
  };
}

/** Of a month that a text states without a day, the middle. */
function monthIn(text: string): Day | undefined {
  const [, year, month] = [...text.matchAll(MONTH)].at(-1) ?? [];
  const day = `${year}-${month?.padStart(2, '0')}-15`;
  return isDay(day) ? day : undefined;
}

function pairsOf(title: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of normaliseText(title.toWellFormed().replace(NUMBER, '，')).matchAll(HAN_RUN)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters[at]! + characters[at + 1]!);
  }
  return [...pairs];
}
