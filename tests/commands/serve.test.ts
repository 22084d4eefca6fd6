import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { startServiceProcess } from '../support/start-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the service as a process', { timeout: 300_000 }, () => {
  it('shows its pages from whatever folder it is started in, refuses a second one, and ends cleanly', async () => {
    const data = join(folder, 'data');
    const service = await startServiceProcess(data, {}, { cwd: folder });
    const page = await fetch(`${service.url}/sign-in`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('登录');
    const missing = await fetch(`${service.url}/assets/x/none.css`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('没有这个文件');
    const second = await runCli(['serve', '--port', '0'], { MINGCAI_DATA: data });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('正被');
    expect(await service.end('SIGTERM')).toBe(0);
    expect(existsSync(join(data, 'mingcai.lock'))).toBe(false);
  });
});
