import { citationText } from '../../law/citation.ts';
import { type Day, isDay } from '../../law/dates.ts';
import { maskPersonalData } from '../../law/mask-personal-data.ts';
import { regionOfText } from '../like-cases/region-of-text.ts';
import { firstDate } from '../read-effective-day.ts';
import { type EntryDraft, sha256 } from '../source-draft.ts';

/** 案号 of a decision: 示市监罚〔2024〕12号. */
const NUMBER = /\p{sc=Han}{2,16}\s*[〔[【（(]\s*\d{4}\s*[〕\]】）)]\s*(?:第\s*)?[A-Za-z\d-]{1,12}\s*号/u;
const AGENCY = /^\s*(\p{sc=Han}{3,30}?(?:总?局|支队|大队|委员会|人民政府|办事处|[厅署院会]))\s*$/mu;
const DECIDED = /^\s*((?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年[^，。；\n]{2,10}日)\s*$/gmu;
/** What was done, as a line names it or as the reasons do (构成…的行为). */
const CAUSE =
  /(?:案由|涉嫌|违法行为)[：:\s]{0,2}([^，。；\n]{4,60}?)(?:一案|案|[，。；\n])|构成了?[“"]?([^，。；\n“”"]{4,40}?)[”"]?(?:的)?(?:违法)?行为/;
const DECISION = /(?:处罚|处理)?决定书/;

/** Whether the text of a document is a decision in a case, not a norm: it names its kind above, and a party. */
export function isDecisionText(text: string): boolean {
  return (
    DECISION.test(text.trimStart().slice(0, 200)) &&
    /当事人|被处罚人|被处罚单位|你(?:单位|公司|（单位）)/.test(text)
  );
}

/**
 * A past case from the text of its decision. Personal data is masked unless `keepNames`; number, organ and day are taken
 * from lines of their own. The id is made of the number, else of the words, never of a file name that may hold a name.
 */
export function caseOfText(text: string, keepNames: boolean): EntryDraft {
  const plain = text.trim();
  const number = NUMBER.exec(plain.slice(0, 600))?.[0].replace(/\s/g, '');
  const agency = AGENCY.exec(plain.slice(0, 300))?.[1];
  const day = [...plain.matchAll(DECIDED)].at(-1)?.[1];
  const decidedOn = day && firstDate(day);
  const cause = CAUSE.exec(plain)?.slice(1).find(Boolean);
  const region = agency && regionOfText(agency, plain);
  const { text: shown, places } = keepNames ? { text: plain, places: 0 } : maskPersonalData(plain);
  return {
    id: `case:${number ?? sha256(plain).slice(0, 16)}`,
    title: [cause && masked(cause, keepNames), number].filter(Boolean).join(' ') || '案例',
    text: shown,
    textIs: 'official',
    ...regionOf(region),
    payload: {
      ...(number ? { number } : {}),
      ...(agency ? { agency } : {}),
      ...(decidedOn ? { decidedOn } : {}),
      masked: places,
    },
  };
}

/**
 * A past case from a JSON object: a case file of ours, or a published record with facts and penalty. `undefined` where the
 * object is neither. Personal data is masked unless `keepNames`.
 */
export function caseOfObject(value: Record<string, unknown>, keepNames: boolean): EntryDraft | undefined {
  return caseFile(value, keepNames) ?? publishedRecord(value, keepNames);
}

function caseFile(value: Record<string, unknown>, keepNames: boolean): EntryDraft | undefined {
  const id = word(value.id);
  const agency = object(value.agency);
  const party = object(value.party);
  if (!id || !agency || !party) return undefined;
  const violation = object(value.violation) ?? {};
  const provisions = object(value.provisions) ?? {};
  const decision = object(value.decision) ?? {};
  const facts = word(violation.facts) ?? word(value.cause);
  if (!facts) return undefined;
  const cited = [...places(provisions.breached), ...places(provisions.punishing)];
  const penalties = list(decision.penalties).flatMap((one) => word(object(one)?.text) ?? []);
  const reasons = papersNamed(value.papers, 'decision');
  const text = [facts, cited.length ? `依据：${cited.join('、')}` : '', penalties.join('；'), reasons]
    .filter(Boolean)
    .join('\n');
  const known = list(value.officers).flatMap((one) => word(object(one)?.name) ?? []);
  return {
    ...shown(
      { id: `case:${id}`, title: word(value.title) ?? word(value.cause) ?? id, text },
      keepNames,
      personsOf(party).concat(known),
    ),
    ...regionOf(word(violation.region) ?? word(agency.region)),
    payload: {
      case: id,
      ...(word(agency.name) ? { agency: word(agency.name) } : {}),
      ...dayOf(decision.date),
      ...(word(value.field) ? { field: word(value.field) } : {}),
      ...named('violation', violation.name),
      ...named('itemCode', violation.itemCode),
      ...named('benchmarkItem', value.benchmarkItem),
      ...(party.kind === 'person' ? {} : named('party', party.name)),
      breached: list(provisions.breached),
      punishing: list(provisions.punishing),
      example: value.example === true,
    },
  };
}

/** A record as agencies publish it: party, facts, penalty, number, authority, date. */
function publishedRecord(value: Record<string, unknown>, keepNames: boolean): EntryDraft | undefined {
  const penalty = word(value.penalty);
  const facts = word(value.facts);
  const number = word(value.doc_no) ?? word(value.number);
  if (!penalty || !(facts || number)) return undefined;
  const text = [
    facts,
    word(value.reasons) ?? word(value.discretion),
    list(value.articles)
      .filter((one) => typeof one === 'string')
      .join('、'),
    penalty,
  ]
    .filter(Boolean)
    .join('\n');
  const agency = word(value.authority) ?? word(value.agency);
  const title = [word(value.violation) ?? word(value.domain), number].filter(Boolean).join(' ');
  return {
    ...shown(
      { id: `case:${word(value.id) ?? number ?? sha256(text).slice(0, 16)}`, title, text },
      keepNames,
      [],
    ),
    ...regionOf(word(value.region) ?? (agency && regionOfText(agency, text))),
    payload: {
      ...(number ? { number } : {}),
      ...(agency ? { agency } : {}),
      ...dayOf(value.date),
      ...named('violation', masked(word(value.violation) ?? '', keepNames)),
    },
  };
}

function shown(
  entry: { id: string; title: string; text: string },
  keepNames: boolean,
  names: string[],
): EntryDraft {
  if (keepNames) return { ...entry, textIs: 'gist' };
  // Names that the file gives as such are known without a label in the text.
  const labels = names.map((name) => `证人：${name}\n`).join('');
  const { text } = maskPersonalData(`${labels}${entry.title}\n${entry.text}`);
  const [title = '', ...rest] = text.split('\n').slice(names.length);
  return { id: entry.id, title, text: rest.join('\n'), textIs: 'gist' };
}

function personsOf(party: Record<string, unknown>): string[] {
  const own = party.kind === 'person' ? [word(party.name)] : [];
  const related = list(party.relatedPersons).map(word);
  return [...own, word(party.legalRepresentative), word(party.operator), ...related].filter(
    (name) => name !== undefined,
  );
}

const masked = (text: string, keepNames: boolean): string => (keepNames ? text : maskPersonalData(text).text);

function places(value: unknown): string[] {
  return list(value).flatMap((one) => {
    const place = object(one);
    const law = word(place?.law);
    const article = word(place?.article);
    if (!place || !law || !article) return [];
    const number = (part: unknown) => (typeof part === 'number' ? part : undefined);
    const paragraph = number(place.paragraph);
    const item = number(place.item);
    return citationText({ law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) });
  });
}

function papersNamed(value: unknown, kind: string): string {
  return list(value)
    .map(object)
    .flatMap((paper) => (paper?.kind === kind ? (word(paper.text) ?? []) : []))
    .join('\n');
}

const dayOf = (value: unknown): { decidedOn?: Day } =>
  typeof value === 'string' && isDay(value) ? { decidedOn: value } : {};
const regionOf = (region: string | undefined): { region?: string } => (region ? { region } : {});
const named = (name: string, value: unknown): Record<string, string> => {
  const said = word(value);
  return said ? { [name]: said } : {};
};
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
