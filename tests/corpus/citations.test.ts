import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/corpus/citations/find-citations.ts';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { citationText } from '../../src/law/citation.ts';

const book = loadReferenceBook();
const ON = '2026-09-01';

/** `law article.paragraph.item` of each citation, the law by its last words. */
function places(text: string, on = ON): string[] {
  return resolveCitations(text, book, on).map(
    ({ law, article, paragraph, item }) =>
      `${law.replace('中华人民共和国', '')} ${[article, paragraph ?? '', item ?? ''].join('.').replace(/\.+$/, '')}`,
  );
}

describe('找出引用', () => {
  it.each([
    ['依据《中华人民共和国行政处罚法》第三十二条第（一）项的规定', ['行政处罚法 32..1']],
    ['《行政处罚法》第五十七条第一款第一项', ['行政处罚法 57.1.1']],
    ['《行政处罚法》第64条第1款第(8)项', ['行政处罚法 64.1.8']],
    ['《行政处罚法》第 52 条第 1 款', ['行政处罚法 52.1']],
    ['《行政处罚法》第６４条', ['行政处罚法 64']],
    ['刑法第一百三十四条之一', ['刑法 134-1']],
    ['《行政处罚法》第五条、第六条和第七条', ['行政处罚法 5', '行政处罚法 6', '行政处罚法 7']],
    ['《行政处罚法》第七十四、七十五条', ['行政处罚法 74', '行政处罚法 75']],
    ['《行政处罚法》第六十四条第一款第（一）、（二）项', ['行政处罚法 64.1.1', '行政处罚法 64.1.2']],
    ['《价格法》第十三条第一款、第二款', ['价格法 13.1', '价格法 13.2']],
    ['《行政处罚法》第三十三条第一款，第五十七条', ['行政处罚法 33.1', '行政处罚法 57']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('同法、该法、本条例指最后提到的那一部', () => {
    const text =
      '违反了《食品安全法》第三十四条第十项，依据同法第一百二十四条第一款；又违反《农药管理条例》第二十四条，依据该条例第五十五条';
    expect(places(text)).toEqual([
      '食品安全法 34..10',
      '食品安全法 124.1',
      '农药管理条例 24',
      '农药管理条例 55',
    ]);
    expect(places('依据本法第五条')).toEqual([' 5']);
  });

  it('该法指最后提到的法律，不指中间提到的条例', () => {
    const text = '《种子法》第四十八条、《农药管理条例》第四十四条，依据该法第七十四条';
    expect(places(text).at(-1)).toBe('种子法 74');
  });

  it('以下简称之后按简称认', () => {
    const text =
      '《中华人民共和国食品安全法》（以下简称《食品法》）第三十四条；《食品法》第一百二十四条第一款；食品法第五十四条';
    expect(places(text)).toEqual(['食品安全法 34', '食品安全法 124.1', '食品安全法 54']);
  });

  it('没有书名号的规范名不吞掉前面的字，也认得里面带“和”的名字', () => {
    expect(places('当事人的行为违反了食品安全法第三十四条')).toEqual(['食品安全法 34']);
    const found = findCitations('当事人的行为违反了食品安全法第三十四条', book.titleOf);
    expect(found[0]?.quote).toBe('食品安全法第三十四条');
    expect(places('根据罚款决定与罚款收缴分离实施办法第七条')).toEqual(['罚款决定与罚款收缴分离实施办法 7']);
  });

  it('书名号里还有书名号', () => {
    const title = '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释';
    const nested = resolveCitations(`《${title}》第九十六条第（一）项`, book, ON);
    const inner = resolveCitations(
      `《${title.replace('《', '〈').replace('》', '〉')}》第九十六条`,
      book,
      ON,
    );
    expect(nested).toMatchObject([{ law: title, article: '96', item: 1, state: 'in-force' }]);
    expect(inner).toMatchObject([{ law: title, article: '96', state: 'in-force' }]);
  });

  it('没有说明是哪一部的条文不猜', () => {
    expect(findCitations('根据第五条的规定，处罚款')).toMatchObject([{ article: '5' }]);
    expect(findCitations('根据第五条的规定，处罚款')[0]).not.toHaveProperty('law');
    expect(resolveCitations('《行政处罚法》第五条规定了公正。根据第六条', book, ON)[1]).toMatchObject({
      law: '',
      article: '6',
      state: 'unknown-law',
    });
  });

  it('文件自己的条号不是引用，数量词不是引用', () => {
    expect(findCitations('第一条 为了规范本单位工作。\n第二条　本办法自印发之日起施行。')).toEqual([]);
    expect(findCitations('查获卷烟五条，共三款两项')).toEqual([]);
  });

  it('位置按码点数，引文可以原样取回', () => {
    const text = '😀😀依据《价格法》第十三条';
    const [found] = findCitations(text);
    expect(found).toMatchObject({ start: 4, end: 13, quote: '《价格法》第十三条' });
    expect([...text].slice(found!.start, found!.end).join('')).toBe(found!.quote);
  });

  it('我们自己写出的任何引用都能读回', () => {
    const articles = fc.tuple(fc.integer({ min: 1, max: 1242 }), fc.option(fc.integer({ min: 1, max: 9 })));
    const small = fc.option(fc.integer({ min: 1, max: 13 }), { nil: undefined });
    fc.assert(
      fc.property(articles, small, small, ([number, sub], paragraph, item) => {
        const citation = {
          law: '中华人民共和国行政处罚法',
          article: sub === null ? String(number) : `${number}-${sub}`,
          ...(paragraph ? { paragraph } : {}),
          ...(item ? { item } : {}),
        };
        const [found] = findCitations(`依照${citationText(citation)}的规定`);
        expect(found).toMatchObject(citation);
        expect(found!.quote).toBe(citationText(citation));
      }),
      { numRuns: 300 },
    );
  });

  it('任何文字都不会出错，位置总在文字之内', () => {
    const words = fc.constantFrom(
      '第',
      '条',
      '款',
      '项',
      '《',
      '》',
      '（',
      '）',
      '、',
      '一',
      '十',
      '法',
      '本',
      '同',
      '之',
      '😀',
      '\n',
      '简称',
      '2017年修正',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const points = [...text];
        for (const found of findCitations(text, book.titleOf)) {
          expect(points.slice(found.start, found.end).join('')).toBe(found.quote);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('核对引用', () => {
  const states = (text: string, on: string) => resolveCitations(text, book, on).map((one) => one.state);

  it('有效、尚未施行、已废止、没有这一条、库中没有', () => {
    expect(states('《广告法》第九条第（三）项', ON)).toEqual(['in-force']);
    expect(states('《生态环境法典》第一千一百零七条', '2026-08-14')).toEqual(['not-yet-in-force']);
    expect(resolveCitations('《大气污染防治法》第九十九条', book, '2026-08-15')[0]).toMatchObject({
      state: 'superseded',
      current: '中华人民共和国生态环境法典',
    });
    expect(states('《行政处罚法》第一百条', ON)).toEqual(['no-such-article']);
    expect(states('《示例省某条例》第一条第二款', ON)).toEqual(['unknown-law']);
  });

  it('写明旧版年份的引用，旧版有效期内有效，之后已被修改', () => {
    const text = '《中华人民共和国行政处罚法》（2017年修正）第四十二条';
    expect(resolveCitations(text, book, '2021-07-14')[0]?.state).toBe('in-force');
    expect(resolveCitations(text, book, '2021-07-15')[0]).toMatchObject({
      state: 'superseded',
      current: '中华人民共和国行政处罚法@2021-01-22#63、#64',
    });
    expect(states('《中华人民共和国行政处罚法》（2021年修订）第六十三条', '2021-07-15')).toEqual([
      'in-force',
    ]);
  });

  it('2018 年一份烟草零售处罚的依据在当时有效', () => {
    expect(states('《中华人民共和国烟草专卖法实施条例》第六条第一款、第五十七条', '2018-06-01')).toEqual([
      'in-force',
      'in-force',
    ]);
  });
});
