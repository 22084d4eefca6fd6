import { readFileSync } from 'node:fs';
import { loadReferenceBook } from '../src/corpus/load-reference-book.ts';
import { matchViolations } from '../src/corpus/violations/match-violations.ts';
import { bundledViolations } from '../src/corpus/violations/read-violations.ts';
import { openEmbedder } from '../src/models/embed.ts';
import type { Row } from './run.ts';

const STORIES = new URL('../evals/questions/facts.jsonl', import.meta.url);

/** What happened → items of the catalogue, with the bundled model: the first story, and each of the others. */
export async function benchCatalogue(): Promise<Row[]> {
  const embedder = await openEmbedder({ embeddingModel: 'models/legal-static' });
  const options = { book: loadReferenceBook(), asOf: '2026-11-21', embedder };
  const times: number[] = [];
  for (const line of readFileSync(STORIES, 'utf8').trim().split('\n')) {
    const { text } = JSON.parse(line) as { text: string };
    const start = performance.now();
    await matchViolations(bundledViolations(), text, options);
    times.push(Math.round((performance.now() - start) * 10) / 10);
  }
  const [first = 0, ...rest] = times;
  rest.sort((a, b) => a - b);
  const at = (share: number) => rest[Math.floor(rest.length * share)] ?? 0;
  return [
    { name: 'a story to items of the catalogue, the first', value: first, unit: 'ms' },
    { name: 'a story to items of the catalogue, p50', value: at(0.5), unit: 'ms' },
    { name: 'a story to items of the catalogue, p95', value: at(0.95), unit: 'ms' },
  ];
}
