import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Candidates, FEATURES } from './rank-features.ts';

const FILE = new URL('../../../models/reranker.json', import.meta.url);

const row = z.array(z.number()).length(FEATURES.length);
const schema = z.object({
  features: z.array(z.string()),
  asked: z.record(z.string(), z.number()),
  linear: row,
  hidden: z.array(z.object({ weights: row, bias: z.number(), out: z.number() })),
});

type Reranker = z.infer<typeof schema>;

let reranker: Reranker | undefined;

/** The numbers of models/train/rerank.py; they belong to just these features. */
export function weights(): Reranker {
  if (!reranker) {
    reranker = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
    if (reranker.features.join() !== FEATURES.join()) {
      throw new Error('models/reranker.json 与 rank-features.ts 的特征不符，请重新训练');
    }
  }
  return reranker;
}

/**
 * How likely each candidate answers the query, on a scale without zero: a weighted sum of its features, and one of a few
 * hidden units over them. Listwise softmax regression, after Cao et al. 2007 (ListNet).
 */
export function rerank({ seqs, rows }: Candidates): { seq: number; score: number }[] {
  flat ??= flatten(weights());
  return seqs
    .map((seq, index) => ({ seq, score: scoreOf(flat!, rows[index]!) }))
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
}

/** The weights of the units one after the other, which is read several times as fast. */
interface Flat {
  linear: Float64Array;
  units: Float64Array;
  bias: Float64Array;
  out: Float64Array;
}

let flat: Flat | undefined;

function flatten({ linear, hidden }: Reranker): Flat {
  return {
    linear: Float64Array.from(linear),
    units: Float64Array.from(hidden.flatMap((unit) => unit.weights)),
    bias: Float64Array.from(hidden, (unit) => unit.bias),
    out: Float64Array.from(hidden, (unit) => unit.out),
  };
}

function scoreOf({ linear, units, bias, out }: Flat, features: Float64Array): number {
  const width = features.length;
  let score = 0;
  for (let i = 0; i < width; i++) score += linear[i]! * features[i]!;
  for (let unit = 0, at = 0; unit < out.length; unit++) {
    let sum = bias[unit]!;
    for (let i = 0; i < width; i++) sum += units[at++]! * features[i]!;
    score += out[unit]! * Math.tanh(sum);
  }
  return score;
}
