import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

describe('settings', () => {
  it('has a default for everything', () => {
    const config = readConfig({});
    expect(config.port).toBe(8080);
    expect(config.dataFolder).toMatch(/\/data$/);
    expect(config.databaseUrl).toBeUndefined();
    expect(config.chat).toBeUndefined();
    expect(config.jurisdiction).toBe('demo');
  });

  it('names every faulty setting and what was expected', () => {
    try {
      readConfig({
        PORT: '70000',
        DATABASE_URL: 'mysql://x',
        OPENAI_BASE_URL: 'nonsense',
        LOG_LEVEL: 'loud',
      });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      const refusal = error as AppError;
      expect(refusal.kind).toBe('invalid-input');
      expect(refusal.faults.map((fault) => fault.path).sort()).toEqual([
        'DATABASE_URL',
        'LOG_LEVEL',
        'OPENAI_BASE_URL',
        'PORT',
      ]);
      expect(refusal.message).toContain('PORT 应为 0 至 65535 的端口号');
    }
  });

  it('accepts both ends of the port range and refuses the next', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
    expect(readConfig({ PORT: '65535' }).port).toBe(65535);
    expect(() => readConfig({ PORT: '65536' })).toThrow('PORT');
  });

  it('takes an empty value for absent', () => {
    expect(readConfig({ MINGCAI_CHAT_MODEL: '', OPENAI_BASE_URL: '' }).chat).toBeUndefined();
    expect(readConfig({ MINGCAI_CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }).chat).toEqual({
      model: 'm',
      baseUrl: 'http://127.0.0.1:9/v1',
    });
  });
});
