import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { matchViolations } from '../../../src/corpus/violations/match-violations.ts';
import { bundledViolations } from '../../../src/corpus/violations/read-violations.ts';
import { type Embedder, openEmbedder } from '../../../src/models/embed.ts';

interface Question {
  kind: string;
  part: string;
  text: string;
  expect: string[];
  asOf?: string;
}

const read = (name: string): Question[] => {
  const file = new URL(`../../../evals/questions/${name}`, import.meta.url);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);
};

/** `title@date#64.1` → `title#64`. */
const placeOf = (id: string) => id.replace(/@[^#]*/, '').replace(/(#\d+(?:-\d+)?).*/, '$1');

const book = loadReferenceBook();
let embedder: Embedder;
beforeAll(async () => {
  embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
});

/** The share of the right articles among the first ten that the catalogue alone leads to. */
async function recall(questions: readonly Question[]): Promise<number> {
  let sum = 0;
  for (const { text, expect: wanted, asOf = '2026-11-21' } of questions) {
    const found = await matchViolations(bundledViolations(), text, { book, asOf, embedder, limit: 10 });
    const places = found.flatMap(({ provisions }) =>
      provisions.map(({ law, article }) => `${law}#${article}`),
    );
    const first = new Set([...new Set(places)].slice(0, 10));
    sum += wanted.filter((id) => first.has(placeOf(id))).length / wanted.length;
  }
  return sum / questions.length;
}

/** Gates a little below what is reached, so that an item lost or a weight gone wrong is seen. */
describe('目录对没有参加编写的提问', () => {
  const validation = read('administrative.jsonl').filter(({ part }) => part === 'validation');
  it.each([
    ['short', 0.68],
    ['facts', 0.6],
    ['doubt', 0.6],
  ])('行政提问 %s', async (kind, least) => {
    const questions = validation.filter((one) => one.kind === kind);
    expect(questions.length).toBeGreaterThan(80);
    expect(await recall(questions)).toBeGreaterThan(least);
  });

  const stories = read('facts.jsonl');
  it.skipIf(stories.length === 0)(
    `另一位作者的案情${stories.length === 0 ? '（跳过：还没有）' : ''}`,
    async () => {
      expect(stories.length).toBeGreaterThanOrEqual(150);
      expect(await recall(stories)).toBeGreaterThan(0.5);
    },
  );
});
