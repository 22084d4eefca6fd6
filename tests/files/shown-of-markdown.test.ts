import { expect, it } from 'vitest';
import { shownOfMarkdown } from '../../src/files/shown-of-markdown.ts';

it('表格的行是以制表符分开的一行，标题没有井号', () => {
  const text =
    '# 备案登记表\n\n| 当事人 | 示例甲 |\n| --- | :--- |\n| 案由 | 堆放物料 |\n**注意**：第1条\n---\n空白 | 栏';
  expect(shownOfMarkdown(text)).toBe(
    '备案登记表\n\n当事人\t示例甲\n案由\t堆放物料\n注意：第1条\n---\n空白 | 栏',
  );
});
