import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readSource } from '../../../src/corpus/read-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-data-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faultsOf(name: string, content: string): Promise<string[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const faults: string[] = [];
  for await (const reading of readSource(file)) if ('fault' in reading) faults.push(reading.fault);
  return faults;
}

const NAMES = /YAML|JSON|PDF|RTF|Office|docx?|xlsx?/g;

describe('写坏的 YAML 与 JSON', () => {
  it.each([
    ['deep.json', '['.repeat(60_000), 'JSON 有误：到末尾还没有写完'],
    ['deep-closed.json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, '嵌套的层数太多'],
    ['deep.yaml', '['.repeat(60_000), 'YAML 有误：第 1 行第 \\d+ 列：嵌套的层数太多'],
    ['comma.json', '{\n "name": "示例"\n "field": "市容"\n}', 'JSON 有误：第 3 行第 2 列'],
    ['flow.yaml', 'name: 示例\nitems: [1, 2\nfield: 市容\n', 'YAML 有误：第 \\d+ 行第 \\d+ 列：'],
    ['map.yaml', 'name: {a: 1\nfield: 市容\n', 'YAML 有误：第 \\d+ 行第 \\d+ 列：'],
    ['tab.yaml', 'name:\n\t- 示例\n', '制表符'],
    ['twice.yaml', 'name: 甲\nname: 乙\n', '第 2 行第 1 列：同一层有两个相同的键'],
    ['twice.json', '{"name": 1, "name": 2}', '同一层有两个相同的键'],
    ['alias.yaml', 'a: *nowhere\n', '别名'],
    [
      'many.yaml',
      [
        'a0: &a0 [x]',
        ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`),
      ].join('\n'),
      '别名（\\*）太多',
    ],
    ['two.yaml', 'a: 1\n---\nb: 2\n', '几个文档'],
    ['law.yaml', '%PDF-1.4\n1 0 obj\n', '内容是PDF'],
    ['law.json', 'PK\u0003\u0004xxxx', '内容是压缩包或 Office 文件'],
  ])('%s：用中文说明位置和办法', async (name, content, words) => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const faults = await faultsOf(name, content);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(words));
    expect(faults[0]!.replace(NAMES, '')).not.toMatch(/[A-Za-z]/);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
