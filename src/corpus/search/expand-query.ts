import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseYaml } from '../parse-yaml.ts';
import { normaliseText } from '../segment-text.ts';

/** A word of the law that stands behind what the query says: 没收 behind 赚的钱. */
export interface Expansion {
  word: string;
  /** What the query says. */
  from: string;
  /** 0..1. */
  weight: number;
}

const LEARNED = new URL('../../../corpus/expansion.json', import.meta.url);
const OWN = new URL('../../../corpus/expansion-own.yaml', import.meta.url);
/** A learned pair weighs .28 to .76: one that a person has written down weighs as much as the surer half. */
const OWN_WEIGHT = 0.5;

const learnedSchema = z.record(
  z.string().min(1),
  z.array(z.tuple([z.string().min(2), z.number().gt(0).max(1)])).min(1),
);
const ownSchema = z.record(z.string().min(1), z.array(z.string().min(1)).min(1));

/** Lay words, each with the words of the law behind it and their weights. */
export type ExpansionTable = [string, [string, number][]][];

let bundled: ExpansionTable | undefined;

/** Reads the learned table and our own. */
export function readExpansions(learned: URL | string = LEARNED): ExpansionTable {
  return [
    ...Object.entries(learnedSchema.parse(JSON.parse(readFileSync(learned, 'utf8')))),
    ...Object.entries(ownSchema.parse(parseYaml(readFileSync(OWN, 'utf8')))).map(
      ([lay, words]): [string, [string, number][]] => [lay, words.map((word) => [word, OWN_WEIGHT])],
    ),
  ];
}

function bundledTable(): ExpansionTable {
  bundled ??= readExpansions();
  return bundled;
}

/**
 * The words of the law behind the lay words of a query, each once with its greatest weight, the heaviest first: learned
 * ones (corpus/expansion.json) and our own (corpus/expansion-own.yaml).
 */
export function expandQuery(query: string, table: ExpansionTable = bundledTable()): Expansion[] {
  const text = normaliseText(query.toWellFormed());
  const found = new Map<string, Expansion>();
  for (const [from, words] of table) {
    if (!text.includes(from)) continue;
    for (const [word, weight] of words) {
      if ((found.get(word)?.weight ?? 0) < weight) found.set(word, { word, from, weight });
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}
