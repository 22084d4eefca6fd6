import type { PGlite } from '@electric-sql/pglite';
import { describe, expect, it, vi } from 'vitest';
import { guardEngine } from '../../src/db/guard-engine.ts';

const message = new Uint8Array();

function guarded(...faults: (Error & { severity?: string; code?: string })[]) {
  const send = vi.fn(async () => {
    const fault = faults.shift();
    if (fault) throw fault;
    return [];
  });
  const raw = { execProtocolStream: send } as unknown as PGlite;
  const onPanic = vi.fn();
  guardEngine(raw, onPanic);
  return { raw, send, onPanic };
}

const fault = (severity: string, code: string) => Object.assign(new Error('fault'), { severity, code });

describe('the guard before the embedded engine', () => {
  it('lets nothing through after the log could not be written', async () => {
    const { raw, send, onPanic } = guarded(fault('PANIC', '53100'));
    const refused = { kind: 'unavailable', message: expect.stringContaining('已停止读写') };
    await expect(raw.execProtocolStream(message)).rejects.toMatchObject(refused);
    await expect(raw.execProtocolStream(message)).rejects.toMatchObject(refused);
    expect(send).toHaveBeenCalledTimes(1);
    expect(onPanic).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['53100', '磁盘空间不足'],
    ['58030', '磁盘读写出错'],
  ])('goes on after a disk fault that undid only one statement: %s', async (code, words) => {
    const { raw, send, onPanic } = guarded(fault('ERROR', code));
    await expect(raw.execProtocolStream(message)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(words),
    });
    await expect(raw.execProtocolStream(message)).resolves.toEqual([]);
    expect(send).toHaveBeenCalledTimes(2);
    expect(onPanic).not.toHaveBeenCalled();
  });

  it('leaves other errors as they are', async () => {
    const unique = fault('ERROR', '23505');
    const { raw } = guarded(unique);
    await expect(raw.execProtocolStream(message)).rejects.toBe(unique);
  });
});
