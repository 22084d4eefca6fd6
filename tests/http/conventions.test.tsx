import { expect, it } from 'vitest';
import { readTable } from '../../src/corpus/benchmarks/read-table.ts';
import { Conventions } from '../../src/http/pages/benchmarks/conventions.tsx';
import { TEST_BOOK } from '../review/test-book.ts';

it('a printed table that does not explain 以上 and 以下 is told as it was read', () => {
  const { benchmark } = readTable('示例裁量基准', [], TEST_BOOK);
  const item = { figures: '', tiers: [], unknownFactor: undefined } as never;
  expect(String(Conventions({ benchmark, item }))).toContain('“以上”含本数、“以下”不含本数读');
  expect(String(Conventions({ benchmark: { ...benchmark, source: '示例' }, item }))).toContain('均包括本数');
});
