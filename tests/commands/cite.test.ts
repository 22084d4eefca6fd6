import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/db/lock-folder.ts';
import { docxOf, paragraph } from '../files/support/zip-of.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-cite-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
const KNOWN = '依据《行政处罚法》第五条';
const UNKNOWN = '依据《示例市夜市条例》第五条';
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = { citations: { state: string; law: string }[]; library?: string };

describe('cite', () => {
  it('reads the documents that import reads, by their bytes too', async () => {
    const bytes = docxOf(paragraph(KNOWN));
    for (const name of ['决定书.docx', '决定书.txt']) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const run = await runCli(['cite', path, '--json'], env);
      expect(run.status).toBe(0);
      expect(run.json<Answer>()).toMatchObject({
        citations: [{ state: 'in-force', law: '中华人民共和国行政处罚法' }],
      });
    }
  });

  it('says why a document cannot be read', async () => {
    const path = join(folder, '坏的.docx');
    writeFileSync(path, docxOf(paragraph(KNOWN)).subarray(0, 60));
    const run = await runCli(['cite', path, '--json'], env);
    expect(run.status).toBe(1);
    expect(run.json<{ error: { message: string } }>().error.message).toMatch(/坏的\.docx”：.*损坏/);
  });

  it('calls no law unknown that it could not look up, and marks what the bundle alone told', async () => {
    const batch = join(folder, 'batch.jsonl');
    writeFileSync(batch, [KNOWN, UNKNOWN].map((text, id) => JSON.stringify({ id, text })).join('\n'));
    // What was kept of the library would answer in its place.
    rmSync(join(env.MINGCAI_DATA, 'library-laws.kept'), { force: true });
    const lock = await lockFolder(env.MINGCAI_DATA);
    try {
      const known = await runCli(['cite', KNOWN, '--json'], env);
      expect(known.status).toBe(0);
      expect(known.json<Answer>()).toMatchObject({
        library: 'bundled-only',
        citations: [{ state: 'in-force' }],
      });
      const unknown = await runCli(['cite', UNKNOWN, '--json'], env);
      expect(unknown.status).toBe(1);
      expect(unknown.json<{ error: { kind: string; message: string } }>().error).toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('法规库未能打开'),
      });
      const lines = await runCli(['cite', '--batch', batch], env);
      expect(lines.status).toBe(1);
      const answers = lines.stdout.trim().split('\n');
      expect(answers).toHaveLength(2);
      for (const line of answers) expect(JSON.parse(line)).toMatchObject({ library: 'bundled-only' });
    } finally {
      await lock.release();
    }
    const free = await runCli(['cite', UNKNOWN, '--json'], env);
    expect(free.status).toBe(0);
    expect(free.json<Answer>()).not.toHaveProperty('library');
    expect(free.json<Answer>().citations[0]?.state).toBe('unknown-law');
  });

  it('refuses an empty filter of search', async () => {
    for (const filter of ['--region', '--as-of', '--decided-on']) {
      const run = await runCli(['search', '行政处罚', filter, '', '--json'], env);
      expect(run.status).toBe(1);
      expect(run.json<{ error: { kind: string } }>().error.kind).toBe('invalid-input');
    }
  });
});
