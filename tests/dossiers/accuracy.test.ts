import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsIn } from '../../src/dossiers/read-facts.ts';
import { type ReadDossier, readPapers } from '../../src/dossiers/read-papers.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import type { TestDossier } from '../support/render-dossier.ts';
import { plainDossier } from './plain-dossier.ts';
import { realDossier } from './real-dossier.ts';
import { type Score, scoreDossier } from './score-dossier.ts';
import { addScores, precisionRecall, scoreTable } from './score-table.ts';

type Given = { dossier: TestDossier; files: FileText[]; replaced?: string[] };

const SETS = readdirSync(import.meta.dirname).filter((name) => name.startsWith('set-'));
/** Read as rendered files too: more would only render the same formats once more. */
const RENDERED = ['set-a', 'set-b'];
const namesOf = (set: string) =>
  readdirSync(join(import.meta.dirname, set), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(import.meta.dirname, set, entry.name)] : [],
  );
const pool = new ReadingPool();
afterAll(() => pool.close());

/** Rendering, threads and OCR take their time on a busy machine. */
const LONG = 900_000;

describe.each<[string, string, (folder: string) => Given | Promise<Given>]>([
  ...SETS.map((set): [string, string, typeof plainDossier] => [set, '材料的原文', plainDossier]),
  ...RENDERED.map((set): [string, string, (folder: string) => Promise<Given>] => [
    set,
    '真实的文件',
    (folder) => realDossier(folder, { pool }),
  ]),
])('案卷读取的准确程度（不用模型）：%s，%s', (set, from, give) => {
  const folders = namesOf(set);
  const reads = new Map<string, ReadDossier>();
  const scores: Score[] = [];
  const replaced: string[] = [];

  beforeAll(async () => {
    for (const folder of folders) {
      const given = await give(folder);
      replaced.push(...(given.replaced ?? []).map((file) => `${basename(folder)}/${file}`));
      const read = readPapers(given.files);
      reads.set(basename(folder), read);
      scores.push(scoreDossier(given.dossier, read));
    }
  }, LONG);

  it('关键事实：查准率不低于 98%，查全率不低于 95%', () => {
    const all = addScores(scores);
    const left =
      replaced.length > 0 ? `\nnot rendered or read here, taken from the source: ${replaced.join(', ')}` : '';
    console.log(`${set}, ${from}: ${folders.length} dossiers\n${scoreTable(all)}${left}`);
    const { precision, recall, expected } = precisionRecall(all);
    expect(expected).toBeGreaterThan(0);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each(folders.map((folder) => basename(folder)))(
    '%s：每一事实的引文在其材料的所在位置逐字存在',
    (name) => {
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
        ...conflicts.flatMap((conflict) =>
          conflict.values.map((value) => ({ path: conflict.path, ...value })),
        ),
      ]) {
        expect(textOf.get(paper)?.slice(start, end), path).toBe(quote);
      }
      for (const { path, paper, quote } of file.sources ?? []) {
        expect(textOf.get(paper)?.includes(quote), path).toBe(true);
      }
    },
  );
});
