import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** The pairs of neighbouring letters, as models/train/texts.py compares questions. */
function pairsOf(text: string): Set<string> {
  const letters =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter));
}

function likeness(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / (a.size + b.size - shared);
}

const trained = read('models/train/questions.tsv').flatMap((line) => {
  const [law = '', number = '', questions = ''] = line.split('\t');
  // Whole articles are held out, as is_held_own says.
  const held = createHash('sha256').update(`${law}${number}`).digest()[0]! < 51;
  return held ? [] : questions.split('|').map((question) => ({ question, pairs: pairsOf(question) }));
});

it('no question that the search is measured by is half the same as one it learnt from', () => {
  interface Row {
    id: string;
    part?: string;
    text: string;
  }
  const measured = [...read('evals/questions/administrative.jsonl'), ...read('evals/questions/facts.jsonl')]
    .map((line) => JSON.parse(line) as Row)
    .filter(({ part }) => part !== 'train');
  expect(measured.length).toBeGreaterThan(400);
  expect(trained.length).toBeGreaterThan(500);
  const leaks = measured.flatMap(({ id, text }) => {
    const pairs = pairsOf(text);
    return trained
      .filter((one) => likeness(pairs, one.pairs) >= 0.5)
      .map(({ question }) => `${id} ${text} = ${question}`);
  });
  expect(leaks).toEqual([]);
  expect(likeness(pairsOf('一年被罚三次会怎样'), pairsOf('一年被罚三次会怎样？'))).toBe(1);
});
