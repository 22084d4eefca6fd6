import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-hostile-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** 依据《行政处罚法》第六十四条 in GB18030, as an old office program writes it. */
const GB18030 = Buffer.from('d2c0bedda1b6d0d0d5feb4a6b7a3b7a8a1b7b5dac1f9caaecbc4ccf5', 'hex');

describe('a command given what it did not expect', () => {
  it('takes a name that every object has for no command', async () => {
    for (const name of ['toString', 'constructor', '__proto__']) {
      const run = await runCli([name], env);
      expect(run.status, name).toBe(2);
      expect(run.stderr, name).toContain(`没有命令“${name}”`);
    }
  });

  it('finds the citations of a file in GB18030, and refuses bytes that are no text', async () => {
    const found = await runCli(['cite', file('旧.txt', GB18030), '--json'], env);
    expect(found.json<{ citations: { quote: string }[] }>().citations.map((one) => one.quote)).toEqual([
      '《行政处罚法》第六十四条',
    ]);
    const bytes = await runCli(
      ['cite', file('bytes.txt', Buffer.from([0xff, 0x00, 0x81, 0x20])), '--json'],
      env,
    );
    expect(bytes.status).toBe(1);
    expect(bytes.json<{ error: { message: string } }>().error.message).toContain('不是文本文件');
  });

  it('checks a text with a mark for a lost character in it', async () => {
    const path = file('扫描.txt', '依据《行政处罚法》第六十四条，\ufffd作出决定');
    const run = await runCli(['cite', path, '--json'], env);
    expect(run.json<{ citations: object[] }>().citations).toHaveLength(1);
  });

  it('takes no path for a text without citations', async () => {
    const missing = await runCli(['cite', join(folder, '没有.txt')], env);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('没有这个文件');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    const inner = await runCli(['cite', join(folder, 'inner')], env);
    expect(inner.status).toBe(1);
    expect(inner.stderr).toContain('是文件夹');
  });

  it('names the line of a batch whose day does not exist', async () => {
    const lines = '{"id":"a","text":"《行政处罚法》第六十四条"}\n{"id":"b","text":"x","asOf":"2026-02-30"}\n';
    const run = await runCli(['cite', '--batch', file('batch.jsonl', lines)], env);
    expect(run.status).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('第 2 个对象');
  });

  it('ends with 2 where nothing was asked, or a choice that there is not', async () => {
    for (const args of [
      ['cite'],
      ['search'],
      ['search', '听证', '--kind', 'x'],
      ['import', folder, '--kind', 'x'],
    ]) {
      const run = await runCli(args, env);
      expect(run.status, args.join(' ')).toBe(2);
      expect(run.stderr, args.join(' ')).toMatch(/请给出|选项“--kind <kind>”的值“x”不对/);
    }
  });

  it('refuses a batch that is not there, and a report that cannot be written before the suites run', async () => {
    const batch = await runCli(['search', '--batch', join(folder, '没有.jsonl'), '--json'], env);
    expect(batch.status).toBe(1);
    expect(batch.json<{ error: { kind: string } }>().error.kind).toBe('not-found');
    const report = await runCli(['eval', '--html', join(folder, '没有', 'x.html'), '--json'], env);
    expect(report.status).toBe(1);
    expect(report.json<{ error: { kind: string } }>().error.kind).toBe('unavailable');
  });
});
