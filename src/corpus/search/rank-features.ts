import type { LexicalScores } from '../score-lexical.ts';
import { queryWording } from './query-wording.ts';

/** The candidates of one query, each with the numbers that the re-ranker weighs. */
export interface Candidates {
  seqs: number[];
  /** In the order of FEATURES. */
  rows: Float64Array[];
}

/**
 * What is known of each candidate (first line: of its words; second: of its vector), then of the query as a whole; last,
 * how often laypeople ask about the law that the candidate stands in (the logarithm of one more than the count; 0 for
 * a query worded like a statute, which is no layperson's).
 */
export const FEATURES = [
  ...['pairs', 'words', 'characters', 'behind', 'lexical', 'ideal share', 'held', 'held less best', 'length'],
  ...['lexical place', 'lexical place, log', 'cosine', 'cosine less best', 'dense place', 'dense place, log'],
  ...['asks', 'statute-worded', 'both', 'query length', 'best ideal share', 'best held', 'best cosine'],
  ...['lead of the first', 'tenth to first', 'has words behind'],
  ...['law asked'],
] as const;

/** Places beyond this are all alike: how long the lists are must not change an order. */
const LAST = 100;

/**
 * @param nearest entries nearest to the query with their cosines, best first.
 * @param cosines those of all candidates that have a vector.
 * @param asked how many questions the candidate's law answered in training; see `timesAsked`.
 */
export function rankFeatures(
  query: string,
  lexical: Pick<LexicalScores, 'top' | 'of' | 'partsOf' | 'ideal'>,
  nearest: ReadonlyMap<number, number>,
  cosines: ReadonlyMap<number, number>,
  asked: ReadonlyMap<number, number>,
): Candidates {
  const seqs = [...new Set([...lexical.top.map(({ seq }) => seq), ...nearest.keys()])];
  const lexicalPlace = new Map(lexical.top.map(({ seq }, place) => [seq, place]));
  const densePlace = new Map([...nearest.keys()].map((seq, place) => [seq, place]));
  const known = seqs.map((seq) => {
    const parts = lexical.partsOf(seq);
    const own = parts.fields[0] + parts.fields[1] + parts.fields[2];
    return { seq, ...parts, own, total: lexical.of(seq), cosine: cosines.get(seq) ?? 0 };
  });
  const most = (value: (one: (typeof known)[number]) => number) =>
    known.reduce((high, one) => Math.max(high, value(one)), 0);
  const high = [most((one) => one.fields[0]), most((one) => one.fields[1]), most((one) => one.fields[2])];
  const highBehind = most(({ behind }) => behind);
  const highTotal = most(({ total }) => total);
  const highHeld = most(({ held }) => held);
  const highCosine = most(({ cosine }) => cosine);
  const ideal = Math.max(lexical.ideal, 1e-9);
  const owns = known.map(({ own }) => own).sort((a, b) => b - a);
  const [first = 0, second = 0] = owns;
  const wording = queryWording(query);
  const asks = wording.asks ? 1 : 0;
  const statute = wording.statute ? 1 : 0;
  const ofQuery = [
    ...[asks, statute, asks * statute, Math.log(query.length) / 3, first / ideal, highHeld, highCosine],
    ...[
      (first - second) / ideal,
      share(owns[Math.min(9, owns.length - 1)] ?? 0, first),
      highBehind > 0 ? 1 : 0,
    ],
  ];
  const rows = known.map((one) =>
    Float64Array.of(
      ...one.fields.map((score, field) => share(score, high[field] ?? 0)),
      ...[share(one.behind, highBehind), share(one.total, highTotal), one.own / ideal],
      ...[one.held, one.held - highHeld, Math.log(1 + one.length) / 5],
      ...places(lexicalPlace.get(one.seq)),
      ...[one.cosine, one.cosine - highCosine],
      ...places(densePlace.get(one.seq)),
      ...ofQuery,
      statute ? 0 : Math.log(1 + (asked.get(one.seq) ?? 0)),
    ),
  );
  return { seqs, rows };
}

function share(part: number, whole: number): number {
  return part / Math.max(whole, 1e-9);
}

/** The place as its reciprocal, 0 beyond the last that counts, and as its logarithm. */
function places(place: number | undefined): [number, number] {
  const known = Math.min(place ?? LAST, LAST);
  return [known < LAST ? 1 / (1 + known) : 0, Math.log(1 + known)];
}
