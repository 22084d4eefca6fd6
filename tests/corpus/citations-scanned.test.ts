import { describe, expect, it } from 'vitest';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';

const book = loadReferenceBook();

function places(text: string): string[] {
  const points = [...text];
  return resolveCitations(text, book, '2025-06-01').map((one) => {
    expect(points.slice(one.start, one.end).join('')).toBe(one.quote);
    const { law, article, paragraph, item, state } = one;
    const place = [article, paragraph ?? '', item ?? ''].join('.').replace(/\.+$/, '');
    return `${law.replace('中华人民共和国', '')} ${place} ${state}`;
  });
}

describe('扫描件和旧式写法', () => {
  it.each([
    ['《行 政 处 罚 法》第 六 十 四 条', ['行政处罚法 64 in-force']],
    ['违反了《食 品 安 全 法》第 三 十 四 条 第（ 十 ）项', ['食品安全法 34..10 in-force']],
    ['依 据 行 政 处 罚 法 第 五 十 七 条 第 一 款', ['行政处罚法 57.1 in-force']],
    ['行　政　许　可　法第　六　十　九　条', ['行政许可法 69 in-force']],
    ['依据夜 市 食 品 安 全 法 第 三 条', ['夜市食品安全法 3 unknown-law']],
    ['行政处罚法第廿四条', ['行政处罚法 24 in-force']],
    ['《行政处罚法》第卅二条第一项', ['行政处罚法 32..1 in-force']],
    ['《食品安全法》第一百廿四条', ['食品安全法 124 in-force']],
    ['《行政处罚法》第廿条、第廿一条', ['行政处罚法 20 in-force', '行政处罚法 21 in-force']],
    [
      '《行政处罚法》第廿九至卅一条',
      ['行政处罚法 29 in-force', '行政处罚法 30 in-force', '行政处罚法 31 in-force'],
    ],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it.each(['第一联 三 十 条卷烟', '五 金 店 销 售 三 条 毛 巾', '廿四条香烟'])('%s：不是引用', (text) => {
    expect(places(text)).toEqual([]);
  });
});
