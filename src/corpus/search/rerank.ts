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
  const { linear, hidden } = weights();
  return seqs
    .map((seq, index) => {
      const features = rows[index]!;
      let score = inner(linear, features);
      for (const unit of hidden) score += unit.out * Math.tanh(unit.bias + inner(unit.weights, features));
      return { seq, score };
    })
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
}

function inner(left: readonly number[], right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < right.length; i++) sum += left[i]! * right[i]!;
  return sum;
}
