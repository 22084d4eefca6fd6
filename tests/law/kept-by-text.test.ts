import { expect, it } from 'vitest';
import { keptByText } from '../../src/law/kept-by-text.ts';

it('同一文字只读一次，很久没有读过的忘记', () => {
  const read: string[] = [];
  const kept = keptByText((text) => {
    read.push(text);
    return { text };
  });
  expect(kept('甲')).toBe(kept('甲'));
  expect(read).toEqual(['甲']);
  for (let index = 0; index < 2000; index += 1) kept(`第${index}份`);
  kept('甲');
  expect(read.filter((text) => text === '甲')).toHaveLength(2);
});

it('过长的文字不留在内存里', () => {
  const kept = keptByText((text) => [text.length]);
  const long = '长'.repeat(40_000);
  expect(kept(long)).not.toBe(kept(long));
});
