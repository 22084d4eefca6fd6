import type { Embedder } from '../../models/embed.ts';
import { keptOnDisk } from './kept-on-disk.ts';
import { bundledViolations } from './read-violations.ts';
import { sayingsOf } from './violation-index.ts';

/** A cosine of 1 in the products of whole numbers. */
export const SCALE = 4096;

const rowsKept = new WeakMap<Embedder, Map<string, Int16Array>>();

/**
 * The vector of each text in whole numbers, in the order of the texts. Those of the bundled catalogue are kept by themselves:
 * after the import of an agency's list only what it says anew is embedded.
 */
export async function rowsOfSayings(texts: readonly string[], embedder: Embedder): Promise<Int16Array[]> {
  const before = rowsKept.get(embedder);
  const rows = new Map<string, Int16Array>();
  const { items, questions } = bundledViolations();
  const bundled = [...new Set([...items, ...questions].flatMap(sayingsOf))];
  for (const some of [bundled, [...new Set(texts)]]) {
    const wanted = some.filter((text) => !rows.has(text));
    if (wanted.length === 0) continue;
    const made = wanted.every((text) => before?.has(text))
      ? wanted.map((text) => before!.get(text)!)
      : await keptOnDisk([embedder.model, ...wanted], () => embedded(wanted, embedder, before));
    for (const [at, text] of wanted.entries()) rows.set(text, made[at]!);
  }
  rowsKept.set(embedder, rows);
  return texts.map((text) => rows.get(text)!);
}

async function embedded(
  texts: readonly string[],
  embedder: Embedder,
  before: ReadonlyMap<string, Int16Array> | undefined,
): Promise<Int16Array[]> {
  const lacking = texts.filter((text) => !before?.has(text));
  const vectors = await embedder.embed(lacking);
  const made = new Map(lacking.map((text, at) => [text, wholeNumbers(vectors[at]!)]));
  return texts.map((text) => made.get(text) ?? before!.get(text)!);
}

export function wholeNumbers(vector: Float32Array): Int16Array {
  const row = new Int16Array(vector.length);
  for (let at = 0; at < vector.length; at++) row[at] = Math.round(vector[at]! * SCALE);
  return row;
}
