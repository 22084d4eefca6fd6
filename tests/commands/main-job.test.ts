import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledByPerson, REAL_DECISION_ABSENT, realDecision } from '../support/real-decision.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { startServiceProcess } from '../support/start-service.ts';

if (REAL_DECISION_ABSENT) console.info(`tests/commands/main-job: ${REAL_DECISION_ABSENT}`);

const folder = mkdtempSync(join(tmpdir(), 'mingcai-job-'));
const data = join(folder, 'data');
const password = join(data, 'demo-password');
const run = (...args: string[]): Promise<CliRun> => runCli(args, { MINGCAI_DATA: data });
const as = (user: string) => ['--user', user, '--password-file', password, '--json'];

describe.skipIf(REAL_DECISION_ABSENT)('a real decision, step by step by command', () => {
  beforeAll(async () => {
    const service = await startServiceProcess(data);
    const second = await runCli(['serve', '--port', '0'], { MINGCAI_DATA: data });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('正被');
    expect(await service.end('SIGTERM')).toBe(0);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes from the case file to a signed package that verifies, and to nothing else', {
    timeout: 600_000,
  }, async () => {
    const file = realDecision();
    const casePath = join(folder, 'case.json');
    writeFileSync(casePath, JSON.stringify(file));
    expect((await run('case', 'add', casePath, ...as('zhangmin'))).status).toBe(0);

    const first = (await run('case', 'draft', file.id, ...as('zhangmin'))).json<Drafted>();
    expect(first.unresolved.length).toBeGreaterThan(5);
    const refused = await run('case', 'submit', first.document, ...as('zhangmin'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('待补');

    const textPath = join(folder, 'text.txt');
    writeFileSync(textPath, filledByPerson(first.text));
    const draft = (
      await run('case', 'draft', file.id, '--text', textPath, ...as('zhangmin'))
    ).json<Drafted>();
    expect(draft.unresolved).toEqual([]);
    expect((await run('case', 'submit', draft.document, ...as('zhangmin'))).status).toBe(0);

    const out = join(folder, '决定书.mingcai');
    const sign = ['case', 'sign', draft.document, '--digest', draft.digest, '--out', out, ...as('zhaoju')];
    const early = await run(...sign);
    expect(early.status).toBe(1);
    expect(early.stderr).toContain('审核');

    const opinion = [
      'case',
      'opinion',
      draft.document,
      '--conclusion',
      'agree',
      '--reasons',
      '公开文本与库中条款相符，示例审核同意。',
    ];
    const own = await run(...opinion, ...as('zhangmin'));
    expect(own.status).toBe(1);
    expect((await run(...opinion, ...as('wangfa'))).status).toBe(0);

    expect((await run(...sign.with(4, 'f'.repeat(64)))).status).toBe(1);
    const nowhere = await run(...sign.with(6, join(folder, '没有', 'x.mingcai')));
    expect(nowhere.stderr).toContain('写不了');
    expect((await run(...sign)).status).toBe(0);

    const good = await run('verify', out, '--json');
    expect(good.json<Verified>().ok).toBe(true);
    expect(good.status).toBe(0);
    // A shell variable that was never set must not stand for “any key”.
    const noKey = await run('verify', out, '--key', '', '--json');
    expect(noKey.status).toBe(1);
    expect(noKey.json<Verified>().checks.find((check) => check.name === '可信公钥')?.ok).toBe(false);
    expect((await run('verify', out)).stdout).toMatch(/核验通过。公钥指纹 [0-9a-f]{64}/);
    const bytes = readFileSync(out);
    for (const place of [10, Math.floor(bytes.length / 2), bytes.length - 10]) {
      const changed = Buffer.from(bytes);
      changed[place] = changed[place]! ^ 1;
      writeFileSync(join(folder, 'changed.mingcai'), changed);
      const bad = await run('verify', join(folder, 'changed.mingcai'), '--json');
      expect(bad.status).toBe(1);
      expect(bad.json<Verified>().checks.some((check) => !check.ok)).toBe(true);
    }
  });
});

interface Drafted {
  document: string;
  digest: string;
  text: string;
  unresolved: string[];
}

interface Verified {
  ok: boolean;
  checks: { name: string; ok: boolean }[];
}
