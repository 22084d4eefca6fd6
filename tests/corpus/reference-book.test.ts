import { describe, expect, it } from 'vitest';
import { buildReferenceBook } from '../../src/corpus/build-reference-book.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { readStatuteFile } from '../../src/corpus/read-statute-file.ts';

const book = loadReferenceBook();
const PENALTY = '中华人民共和国行政处罚法';
const cite = (law: string, article: string, on: string, paragraph?: number, item?: number) =>
  book.cite({ law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) }, on);

describe('引用在某一天的状态', () => {
  it('施行日当天有效，前一天适用旧版', () => {
    expect(cite(PENALTY, '64', '2021-07-15')).toMatchObject({
      state: 'in-force',
      level: 'law',
      title: PENALTY,
    });
    expect(cite(PENALTY, '64', '2021-07-15')).toHaveProperty('gist', expect.stringContaining('五日'));
    expect(cite(PENALTY, '42', '2021-07-14')).toHaveProperty('gist', expect.stringContaining('三日'));
  });

  it('简称与全称、带书名号的写法相同', () => {
    for (const name of ['处罚法', '行政处罚法', '《行政处罚法》', PENALTY]) {
      expect(cite(name, '5', '2025-01-01')).toMatchObject({ state: 'in-force', title: PENALTY });
      expect(book.levelOf(name)).toBe('law');
    }
    expect(book.levelOf('移送规定')).toBe('administrative-regulation');
  });

  it('条、款、项各自的最后一个存在，再多一个就不存在', () => {
    expect(cite(PENALTY, '86', '2025-01-01').state).toBe('in-force');
    expect(cite(PENALTY, '87', '2025-01-01').state).toBe('no-such-article');
    expect(cite(PENALTY, '0', '2025-01-01').state).toBe('no-such-article');
    expect(cite(PENALTY, '57', '2025-01-01', 2).state).toBe('in-force');
    expect(cite(PENALTY, '57', '2025-01-01', 3).state).toBe('no-such-article');
    expect(cite(PENALTY, '64', '2025-01-01', 1, 8).state).toBe('in-force');
    expect(cite(PENALTY, '64', '2025-01-01', 1, 9).state).toBe('no-such-article');
  });

  it('只写项而不写款时，看任一款有没有这一项', () => {
    expect(cite('食品安全法', '34', '2026-01-01', undefined, 13).state).toBe('in-force');
    expect(cite('食品安全法', '34', '2026-01-01', undefined, 14).state).toBe('no-such-article');
  });

  it('之一另算一条', () => {
    expect(cite('刑法', '134-1', '2025-01-01')).toMatchObject({ state: 'in-force' });
    expect(cite('刑法', '134-2', '2025-01-01').state).toBe('no-such-article');
  });

  it('废止前一天有效，废止日起失效并指出由谁代替', () => {
    expect(cite('水污染防治法', '82', '2026-08-14').state).toBe('in-force');
    expect(cite('水污染防治法', '82', '2026-08-15')).toEqual({
      state: 'repealed',
      since: '2026-08-15',
      by: '中华人民共和国生态环境法典',
      level: 'law',
    });
    expect(cite('生态环境法典', '1107', '2026-08-14')).toMatchObject({
      state: 'not-yet-in-force',
      from: '2026-08-15',
    });
    expect(cite('生态环境法典', '1107', '2026-08-15').state).toBe('in-force');
  });

  it('首个版本之前是尚未施行；不知首版的，不作判断', () => {
    expect(cite(PENALTY, '3', '1996-09-30')).toMatchObject({ state: 'not-yet-in-force', from: '1996-10-01' });
    expect(cite('广告法', '9', '2015-08-31').state).toBe('unknown-law');
    expect(cite('示例省某条例', '1', '2025-01-01').state).toBe('unknown-law');
  });

  it('新版才有的条在旧版时期尚未施行', () => {
    expect(cite(PENALTY, '86', '2020-01-01')).toMatchObject({
      state: 'not-yet-in-force',
      from: '2021-07-15',
    });
  });

  it('旧版有而现行版没有的条，已被修改', () => {
    const statute = readStatuteFile(
      `title: 示例条例
level: local-regulation
issuer: 示例省人大常委会
versions:
  - { adopted: 2019-01-01, effective: 2019-02-01, until: 2021-12-31, articles: 50, complete: false, effectiveKnown: true }
  - { adopted: 2021-11-01, effective: 2022-01-01, until: null, articles: 40, complete: false, effectiveKnown: true }
`,
      'example.yaml',
    );
    const small = buildReferenceBook({
      statutes: [statute],
      sanctions: [],
      factors: new Map(),
      benchmarks: [],
      thresholds: [],
    });
    const at = (article: string, on: string) => small.cite({ law: '示例条例', article }, on);
    expect(at('45', '2022-01-01')).toMatchObject({ state: 'superseded', since: '2022-01-01' });
    expect(at('45', '2021-12-31').state).toBe('in-force');
    expect(at('51', '2022-01-01').state).toBe('no-such-article');
  });
});

describe('罚则与追诉标准的查找', () => {
  it('按条款项和日期找到罚则', () => {
    const provision = { law: '食品安全法', article: '124', paragraph: 1, item: 5 };
    expect(book.sanctionOf(provision, '2025-06-01')?.id).toBe('food-safety-law-124-1');
    expect(book.sanctionOf({ ...provision, paragraph: 9 }, '2025-06-01')).toBeUndefined();
    expect(book.sanction('tobacco-regulation-57')?.fines[0]?.range).toEqual({
      base: 'turnover',
      min: 0.2,
      max: 0.5,
    });
    expect(book.sanction('no-such')).toBeUndefined();
  });

  it('新旧反不正当竞争法的罚则在 2025-10-15 交接', () => {
    const law = '反不正当竞争法';
    expect(book.sanctionOf({ law, article: '18', paragraph: 1 }, '2025-10-14')).toBeDefined();
    expect(book.sanctionOf({ law, article: '18', paragraph: 1 }, '2025-10-15')).toBeUndefined();
    // 第二十三条 was about defamation until then, about confusion since.
    const confusion = { law, article: '23', paragraph: 1 };
    expect(book.sanctionOf(confusion, '2025-10-14')?.id).toBe('unfair-competition-law-2019-23');
    expect(book.sanctionOf(confusion, '2025-10-15')?.id).toBe('unfair-competition-law-23-1');
  });
});

describe('法规文件的拒绝', () => {
  const version = (more: string) =>
    `title: 甲法\nlevel: law\nissuer: 某机关\nversions:\n  - { adopted: 2020-01-01, effective: 2020-02-01, until: null, articles: 10, complete: false, effectiveKnown: true${more} }\n`;

  it('要旨超出最大条号、键写错、日期不存在都指出来', () => {
    expect(readStatuteFile(version(''), 'a.yaml').versions).toHaveLength(1);
    expect(() => readStatuteFile(version(', gists: [{ no: "11", gist: 不存在的一条 }]'), 'a.yaml')).toThrow(
      '第 11 条',
    );
    expect(() => readStatuteFile(version(', adoptd: 2020-01-01'), 'a.yaml')).toThrow('adoptd');
    expect(() => readStatuteFile(version('').replace('2020-02-01', '2020-02-31'), 'a.yaml')).toThrow(
      'effective',
    );
  });

  it('两个版本的有效期重叠时拒绝', () => {
    const overlapping = `${version('')}  - { adopted: 2022-01-01, effective: 2022-02-01, until: null, articles: 10, complete: false, effectiveKnown: true }\n`;
    expect(() => readStatuteFile(overlapping, 'a.yaml')).toThrow('重叠');
    expect(
      readStatuteFile(overlapping.replace('until: null', 'until: 2022-01-31'), 'a.yaml').versions,
    ).toHaveLength(2);
  });
});
