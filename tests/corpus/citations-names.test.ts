import { describe, expect, it } from 'vitest';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';

const book = loadReferenceBook();

function named(text: string): string[] {
  return resolveCitations(text, book, '2025-06-01').map(
    ({ law, article, state }) => `${law.replace('中华人民共和国', '')} ${article} ${state}`,
  );
}

describe('没有书名号的规范名称', () => {
  it.each([
    ['依据夜市食品安全法第三条的规定', '夜市食品安全法 3'],
    ['违反寄宿学校消防法第八条', '寄宿学校消防法 8'],
    ['高空作业场所安全生产法第六条', '高空作业场所安全生产法 6'],
    ['葡萄牙民法典第五条', '葡萄牙民法典 5'],
    ['依照某县市容行政处罚法第五条', '某县市容行政处罚法 5'],
    ['根据反行政许可法第二条', '反行政许可法 2'],
    ['适用国有土地管理法第四条', '国有土地管理法 4'],
    ['依据中等教育行政许可法第五条', '中等教育行政许可法 5'],
    ['依据基因数据安全法第三条', '基因数据安全法 3'],
    ['适用少年刑法第九条', '少年刑法 9'],
    ['网络销售广告法第五条', '网络销售广告法 5'],
    ['我认为夜市食品安全法第三条不适用', '夜市食品安全法 3'],
  ])('%s：较长的名称不是其末尾的那一部法', (text, law) => {
    expect(named(text)).toEqual([`${law} unknown-law`]);
  });

  it('整个名称都在引文之中', () => {
    const [found] = resolveCitations('依据夜市食品安全法第三条的规定', book, '2025-06-01');
    expect(found).toMatchObject({ quote: '夜市食品安全法第三条', start: 2, end: 12 });
  });

  it.each([
    ['当事人的行为违反了食品安全法第三十四条', '食品安全法 34'],
    ['请问行政处罚法第三十三条怎么理解', '行政处罚法 33'],
    ['虚开刑法第二百零五条规定的发票', '刑法 205'],
    ['引进行政许可法第五条所说的做法', '行政许可法 5'],
    ['该食品安全法第三十四条', '食品安全法 34'],
    ['现行行政处罚法第五条', '行政处罚法 5'],
    ['新行政处罚法第五条', '行政处罚法 5'],
    ['2021年修订的行政处罚法第五条', '行政处罚法 5'],
    ['当事人请求赔偿产品质量法第四十四条规定的损失', '产品质量法 44'],
    ['经营者销售食品安全法第三十四条禁止的食品', '食品安全法 34'],
    ['公安部公布后，司法部行政处罚法第五条释义', '行政处罚法 5'],
    ['我国刑法第一百四十条', '刑法 140'],
  ])('%s：前面的词不是名称的一部分', (text, law) => {
    expect(named(text)).toEqual([`${law} in-force`]);
  });
});
