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

interface Written {
  law: string;
  article: number;
  paragraph?: number | undefined;
  item?: number | undefined;
  style: string;
}

/** One citation in one of the ways in which papers write it. */
function written({ law, article, paragraph, item, style }: Written): string {
  const full = citationText({
    law: style === '书名号' ? (book.titleOf(law) ?? law) : law,
    article: String(article),
    ...(paragraph ? { paragraph } : {}),
    ...(item ? { item } : {}),
  });
  if (style === '书名号') return full;
  if (style === '没有书名号') return full.replace(/[《》]/g, '');
  const digits = `《${law}》第${article}条${paragraph ? `第${paragraph}款` : ''}${item ? `第（${item}）项` : ''}`;
  return style === '数字'
    ? digits
    : digits.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
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

  it.each([
    [
      '《行政处罚法》第五十七条至第六十条',
      ['行政处罚法 57', '行政处罚法 58', '行政处罚法 59', '行政处罚法 60'],
    ],
    ['《行政处罚法》第57-59条', ['行政处罚法 57', '行政处罚法 58', '行政处罚法 59']],
    ['《行政处罚法》第五十七至五十九条', ['行政处罚法 57', '行政处罚法 58', '行政处罚法 59']],
    ['《行政处罚法》第五条、六条、七条的规定', ['行政处罚法 5', '行政处罚法 6', '行政处罚法 7']],
    ['《行政处罚法》第五、第六条', ['行政处罚法 5', '行政处罚法 6']],
    ['《行政处罚法》第五条的规定和第六条', ['行政处罚法 5', '行政处罚法 6']],
    ['《行政处罚法》第六十四条第（一）（二）项', ['行政处罚法 64..1', '行政处罚法 64..2']],
    [
      '《行政处罚法》第六十四条第（一）项至第（三）项',
      ['行政处罚法 64..1', '行政处罚法 64..2', '行政处罚法 64..3'],
    ],
    ['《行政处罚法》第64条第1款第1、2项', ['行政处罚法 64.1.1', '行政处罚法 64.1.2']],
    ['《行政处罚法》第三十八条第一、二款', ['行政处罚法 38.1', '行政处罚法 38.2']],
    ['《行政处罚法》第五十七条第一款第（三）项第2目', ['行政处罚法 57.1.3']],
    ['《刑法》第一百三十四条之一、之二', ['刑法 134-1', '刑法 134-2']],
    ['刑法第37条之一第一款', ['刑法 37-1.1']],
    ['请问行政处罚法57条怎么理解', ['行政处罚法 57']],
    ['《行政处罚法》57条、58条', ['行政处罚法 57', '行政处罚法 58']],
    ['《生态环境法典》第二编第三章第二百条', ['生态环境法典 200']],
    ['刑法分则第一百四十条', ['刑法 140']],
    ['《食品安全法》和《广告法》第九条', ['广告法 9']],
    [
      '《食品安全法》第三十四条、《广告法》第九条和价格法第十三条',
      ['食品安全法 34', '广告法 9', '价格法 13'],
    ],
    ['行政处罚法》第五条', ['行政处罚法 5']],
    ['“食品安全法”第三条', ['食品安全法 3']],
    ['民诉法第九十条', ['民事诉讼法 90']],
    ['《行政处罚法》第六十\n四条', ['行政处罚法 64']],
    ['《行政处罚法》第 六十四 条 第 一 款 第（二） 项', ['行政处罚法 64.1.2']],
    ['《行政处罚法》第三十三条第一款“违法行为轻微”及第二款', ['行政处罚法 33.1', '行政处罚法 33.2']],
    ['《行政处罚法》第五条（公正）、第六条', ['行政处罚法 5', '行政处罚法 6']],
    ['《行政处罚法》第六十四条第㈠、㈡项', ['行政处罚法 64..1', '行政处罚法 64..2']],
    ['《⾏政处罚法》第⼆⼗条', ['行政处罚法 20']],
    ['第三十三条之规定', [' 33']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('前款在引用之后指前一款，不知从哪一款数起的不算', () => {
    expect(places('《行政处罚法》第五十七条第二款和前款')).toEqual(['行政处罚法 57.2', '行政处罚法 57.1']);
    expect(places('《行政处罚法》第五十七条第一款、前款')).toEqual(['行政处罚法 57.1']);
    expect(places('《行政处罚法》第五十七条第二款。违反前款规定的')).toEqual(['行政处罚法 57.2']);
    expect(places('违反前款规定的，依照前条处罚')).toEqual([]);
  });

  it('在某一条自己的文字里，本法、前款、前条和没有写明的条款都有所指', () => {
    const own = { law: '中华人民共和国行政处罚法', article: '61' };
    const text = '第一款的文字。\n违反前款，依照前条、本条第三款、本法第五条、第七十条';
    const found = findCitations(text, book.titleOf, own).map(({ quote, law, article, paragraph }) => [
      quote,
      law,
      [article, paragraph].filter(Boolean).join('.'),
    ]);
    expect(found).toEqual([
      ['第一款', own.law, '61.1'],
      ['前款', own.law, '61.1'],
      ['前条', own.law, '60'],
      ['本条第三款', own.law, '61.3'],
      ['本法第五条', own.law, '5'],
      ['第七十条', own.law, '70'],
    ]);
  });

  it.each([
    ['执业医师法第十四条', '执业医师法'],
    ['广东省档案法实施办法第五条', '广东省档案法实施办法'],
    ['德国刑法第二百条', '德国刑法'],
    ['根据环境行政处罚证据规定第五条', '环境行政处罚证据规定'],
  ])('更长的名字里含有库中的名字，不当作库中的那一部：%s', (text, law) => {
    expect(resolveCitations(text, book, ON)).toMatchObject([{ law, state: 'unknown-law' }]);
  });

  it.each([
    '中国刑法第一百四十条',
    '实施刑法第一百四十条规定的行为',
    '单位犯刑法第一百四十条之罪',
    '有刑法第一百四十条规定情形的',
  ])('名字前面是别的字，仍是库中的那一部：%s', (text) => {
    expect(resolveCitations(text, book, ON)).toMatchObject([
      { law: '中华人民共和国刑法', article: '140', quote: '刑法第一百四十条' },
    ]);
  });

  it('基本法、合同法的末字不是代词', () => {
    const text = '《食品安全法》第五条；某某基本法第二条，某某合同法第三条，应该法第四条';
    const laws = findCitations(text, book.titleOf).map(({ law }) => law);
    expect(laws.slice(1)).not.toContain('食品安全法');
  });

  it('写错的数字不猜', () => {
    expect(findCitations('《行政处罚法》第一百五条')).toEqual([]);
    expect(findCitations('《行政处罚法》第二十十条')).toEqual([]);
    expect(places('《行政处罚法》第一〇五条、第一百○六条')).toEqual(['行政处罚法 105', '行政处罚法 106']);
  });

  it('文号：后面有条文的，和整份文件', () => {
    const whole = resolveCitations('按照国办发〔2018〕118号和《某某意见》（粤府〔2021〕5号）执行', book, ON);
    expect(whole).toMatchObject([
      {
        quote: '国办发〔2018〕118号',
        law: '国办发〔2018〕118号',
        article: '',
        state: 'unknown-law',
        start: 2,
        end: 15,
      },
      { quote: '粤府〔2021〕5号', law: '某某意见', article: '', state: 'unknown-law' },
    ]);
    expect(resolveCitations('根据国办发〔2018〕118号第五条', book, ON)).toMatchObject([
      { quote: '国办发〔2018〕118号第五条', law: '国办发〔2018〕118号', article: '5' },
    ]);
    expect(resolveCitations('某市监处罚〔2023〕12号、某环责改字〔2023〕3号', book, ON)).toEqual([]);
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

  it('在法规自己的文字里，本法、本条例就是它自己，不是前面提到的那一部', () => {
    const text =
      '根据《中华人民共和国食品安全法》第五条，制定本办法。依照《农药管理办法》第二条和本办法第三条、本法第四条';
    const laws = findCitations(text, book.titleOf).map(({ law, article }) => `${law ?? ''} ${article}`);
    expect(laws).toEqual([
      '中华人民共和国食品安全法 5',
      '农药管理办法 2',
      ' 3',
      '中华人民共和国食品安全法 4',
    ]);
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

  it.each([
    '第',
    '（',
    '一',
    '1、',
    '第一、',
    '第一条',
    '法第一条',
    '（以下简称法）',
    '\n第一条 ',
    '《',
    '同条第一款',
    '第一条至第九十条',
  ])('一百万字节的“%s”也很快读完', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / 3 / unit.length));
    const before = process.cpuUsage();
    findCitations(text, book.titleOf);
    // Processor time, several times what it takes: the machine may be busy with other tests.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });

  it('一句话里几部法律的许多条款，不论怎样写都依次读回', () => {
    const part = fc.option(fc.integer({ min: 1, max: 13 }), { nil: undefined });
    const place = fc.record({
      law: fc.constantFrom(
        '行政处罚法',
        '食品安全法',
        '价格法',
        '广告法',
        '刑法',
        '罚款决定与罚款收缴分离实施办法',
      ),
      article: fc.integer({ min: 1, max: 999 }),
      paragraph: part,
      item: part,
      style: fc.constantFrom('书名号', '没有书名号', '数字', '全角'),
    });
    const joins = fc.constantFrom('、', '和', '，', '以及', '及', '；', '的规定，依据', '之规定。根据');
    fc.assert(
      fc.property(fc.array(fc.tuple(place, joins), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = `依照${parts.map(([one, join]) => `${written(one)}${join}`).join('')}处理`;
        const found = findCitations(text, book.titleOf).map(({ law, article, paragraph, item }) => ({
          law: book.titleOf(law ?? ''),
          article,
          paragraph,
          item,
        }));
        expect(found).toEqual(
          parts.map(([{ law, article, paragraph, item }]) => ({
            law: book.titleOf(law),
            article: String(article),
            paragraph,
            item,
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('任意字符都不会出错，核对的结果都在文字之内', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (a, b) => {
          const text = `${a}《行政处罚法》第五条${b}、第六条第${a}款〔2018〕1号`;
          const points = [...text];
          for (const one of resolveCitations(text, book, ON)) {
            expect(points.slice(one.start, one.end).join('')).toBe(one.quote);
          }
        },
      ),
      { numRuns: 500 },
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

  it.each([
    ['原《行政处罚法》第四十二条', '#63、#64'],
    ['修订前的《行政处罚法》第三十八条第二款', '#57.2'],
    ['2017年修正的行政处罚法第三十一条', '#44'],
    ['《行政处罚法》（1996年）第二十七条', '#32、#33.1'],
    ['2017年《行政处罚法》第四十一条', '#62'],
    ['《行政处罚法》（1996年3月17日通过，2017年9月1日第二次修正）第五十一条', '#72'],
    ['《行政处罚法》（二〇一七年修正）第二条', ''],
  ])('行政处罚法的旧条号指向现在的条号：%s', (text, places) => {
    expect(resolveCitations(text, book, '2024-01-01')).toMatchObject([
      { state: 'superseded', current: `中华人民共和国行政处罚法@2021-01-22${places}` },
    ]);
  });

  it('书名前的年份不是任何一版的，可能说的是别的事', () => {
    expect(states('在2020年《行政处罚法》第五条', '2024-01-01')).toEqual(['in-force']);
  });

  it('写明的版本晚于那一天的尚未施行，库中没有的版本不作判断', () => {
    expect(states('《行政处罚法》（2021年修订）第六十三条', '2021-07-14')).toEqual(['not-yet-in-force']);
    expect(states('《行政处罚法》（2017年修正）第六十五条', ON)).toEqual(['no-such-article']);
    expect(states('《行政处罚法》（2099年修正）第五条', ON)).toEqual(['unknown-law']);
    expect(states('《农药管理条例》（1997年）第五条', ON)).toEqual(['superseded']);
  });

  it('文号指它所编的那一版', () => {
    const title = '最高人民法院、最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释';
    expect(resolveCitations('法释〔2023〕7号第一条', book, ON)).toMatchObject([
      { law: title, state: 'in-force' },
    ]);
    expect(resolveCitations('法释［2016］29号第一条', book, ON)).toMatchObject([
      { law: title, state: 'superseded', current: `${title}@2023-08-08` },
    ]);
    expect(resolveCitations('按照法释〔2016〕29号', book, ON)).toMatchObject([
      { law: title, article: '', state: 'superseded', current: `${title}@2023-08-08` },
    ]);
    expect(resolveCitations('按照法释〔2016〕29号', book, '2020-01-01')).toMatchObject([
      { state: 'in-force' },
    ]);
    expect(resolveCitations('国务院令第730号第三条', book, ON)).toMatchObject([
      { law: '行政执法机关移送涉嫌犯罪案件的规定', state: 'in-force' },
    ]);
  });

  it('有效的引用带有条文编号', () => {
    const ids = (text: string) => resolveCitations(text, book, ON).map(({ id }) => id);
    const law = '中华人民共和国行政处罚法@2021-01-22';
    expect(ids('《行政处罚法》第六十四条第一款第（二）项')).toEqual([`${law}#64.1.2`]);
    expect(ids('《行政处罚法》第六十四条第（二）项')).toEqual([`${law}#64.1.2`]);
    expect(ids('《行政处罚法》第六十五条')).toEqual([`${law}#65`]);
    expect(ids('《行政处罚法》第一百条')).toEqual([undefined]);
  });

  it('2018 年一份烟草零售处罚的依据在当时有效', () => {
    expect(states('《中华人民共和国烟草专卖法实施条例》第六条第一款、第五十七条', '2018-06-01')).toEqual([
      'in-force',
      'in-force',
    ]);
  });
});
