import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsIn, type ReadDossier, readPapers } from '../../src/dossiers/read-papers.ts';
import { plainDossier } from './plain-dossier.ts';
import { type Score, scoreDossier } from './score-dossier.ts';
import { addScores, precisionRecall, scoreTable } from './score-table.ts';

const root = join(import.meta.dirname, 'set-a');
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const reads = new Map<string, ReadDossier>();
const scores = new Map<string, Score>();

beforeAll(() => {
  for (const name of names) {
    const { dossier, files } = plainDossier(join(root, name));
    const read = readPapers(files);
    reads.set(name, read);
    scores.set(name, scoreDossier(dossier, read));
  }
}, 120_000);

describe('案卷读取的准确程度（不用模型）', () => {
  it('关键事实：查准率不低于 98%，查全率不低于 95%', () => {
    const all = addScores([...scores.values()]);
    console.log(`${names.length} dossiers\n${scoreTable(all)}`);
    const { precision, recall, expected } = precisionRecall(all);
    expect(expected).toBeGreaterThan(0);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each(names)('%s：每一事实的引文在其材料的所在位置逐字存在', (name) => {
    const { papers, facts, case: file, conflicts } = reads.get(name)!;
    const stated = factsIn(papers);
    expect(stated.length).toBeGreaterThan(0);
    for (const { path, paper, start, end } of stated) {
      expect(Number.isInteger(start) && Number.isInteger(end), path).toBe(true);
      expect(start >= 0 && start < end && end <= paper.text.length, `${path} ${start}–${end}`).toBe(true);
      expect(paper.text.slice(start, end).trim(), path).not.toBe('');
    }
    const textOf = new Map(papers.map(({ id, text }) => [id, text]));
    for (const { path, paper, quote, start, end } of [
      ...facts,
      ...conflicts.flatMap((conflict) => conflict.values.map((value) => ({ path: conflict.path, ...value }))),
    ]) {
      expect(textOf.get(paper)?.slice(start, end), path).toBe(quote);
    }
    for (const { path, paper, quote } of file.sources ?? []) {
      expect(textOf.get(paper)?.includes(quote), path).toBe(true);
    }
  });
});
