import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

describe('many cases at once', () => {
  let folder: string;
  const cases = exampleCaseFiles();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingcai-batch-'));
    await filledDataFolder(join(folder, 'data'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const screen = (...words: string[]) => runCli(['screen', ...words], { MINGCAI_DATA: join(folder, 'data') });
  const linesOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('are screened in the order of the input, each like a single one, and a broken one costs no other', async () => {
    const file = join(folder, 'cases.jsonl');
    const written = Array.from({ length: 61 }, (_, index) =>
      JSON.stringify({ ...cases[index % cases.length], id: `case-${index}` }),
    );
    written[3] = '{"id": "broken", "action": "gift"}';
    written[40] = 'no JSON';
    writeFileSync(file, written.join('\n'));
    const batch = await screen('--batch', file, '--workers', '2', '--all');
    expect(batch.status).toBe(1);
    expect(batch.stderr).toContain('共 61 件，其中 2 件');
    expect(batch.stderr).toContain('第 4 行、第 41 行');
    const lines = linesOf(batch.stdout);
    expect(lines.map(({ place }) => place)).toEqual(written.map((_, index) => `第 ${index + 1} 行`));
    expect(lines[3].error).toMatchObject({ kind: 'invalid-input' });
    expect(lines[3].error.message).toContain('action：应为 penalty、compulsion');
    expect(lines[40].error.message).toContain('不是 JSON');
    expect(lines[60].case).toBe('case-60');

    const single = join(folder, 'single.json');
    writeFileSync(single, JSON.stringify(cases[0]));
    const alone = JSON.parse((await screen(single, '--json')).stdout);
    const answers = (findings: { rule: string; answer: string }[]) =>
      findings.filter(({ rule }) => rule !== 'C5-25').map(({ rule, answer }) => `${rule} ${answer}`);
    expect(answers(lines[0].findings)).toEqual(answers(alone.findings));
    expect(lines[0].major).toEqual(alone.major);
  }, 180_000);

  it('may lie in a folder; without --all only what asks for a person is listed', async () => {
    const inside = mkdtempSync(join(folder, 'cases-'));
    for (const [index, file] of cases.entries()) {
      writeFileSync(join(inside, `${index}.json`), JSON.stringify(file));
    }
    writeFileSync(join(inside, 'notes.txt'), '不是案件');
    const { status, stdout } = await screen('--batch', inside);
    expect(status).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.map(({ place }) => place)).toEqual(cases.map((_, index) => `${index}.json`));
    for (const { findings, summary } of lines) {
      expect(findings).toHaveLength(summary['not-met'] + summary.unclear);
    }
  }, 180_000);

  it('are read in any encoding that one case is read in; what cannot be read costs no other', async () => {
    const inside = mkdtempSync(join(folder, 'odd-'));
    const text = JSON.stringify(cases[0]);
    const gb18030 = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text });
    writeFileSync(join(inside, '1.json'), `\uFEFF${text}`);
    writeFileSync(join(inside, '2.json'), gb18030);
    mkdirSync(join(inside, '3.json'));
    symlinkSync(join(inside, 'nowhere'), join(inside, '4.json'));
    writeFileSync(join(inside, '5.json'), text);
    const { status, stdout, stderr } = await screen('--batch', inside);
    expect(status).toBe(1);
    expect(stderr).toContain('共 5 件，其中 2 件');
    const lines = linesOf(stdout);
    expect(lines.map(({ error }) => error?.kind)).toEqual([
      undefined,
      undefined,
      'invalid-input',
      'not-found',
      undefined,
    ]);
    expect(lines[1].findings).toEqual(lines[0].findings);

    const file = join(folder, 'odd.jsonl');
    const separator = JSON.stringify({ ...cases[0], cause: '其一\u2028其二' });
    const rows = [Buffer.from(`\uFEFF${text}`), gb18030, Buffer.from(separator)];
    writeFileSync(file, Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\n')])));
    const batch = await screen('--batch', file);
    expect(batch).toMatchObject({ status: 0, stderr: '' });
    expect(linesOf(batch.stdout).map(({ case: id }) => id)).toEqual(Array(3).fill(cases[0]!.id));
  }, 180_000);

  it('are refused where there are none, or where the number of threads is none', async () => {
    const empty = join(folder, 'empty.jsonl');
    writeFileSync(empty, '\n\n');
    expect(await screen('--batch', empty)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('里没有案件'),
    });
    expect(await screen('--batch', empty, '--workers', '0')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('1 至 64'),
    });
    expect(await screen('--batch', join(folder, 'none.jsonl'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('没有这个文件'),
    });
  }, 180_000);
});
