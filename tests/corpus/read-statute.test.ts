import { describe, expect, it } from 'vitest';
import { articleNumber } from '../../src/corpus/article-number.ts';
import { readEffectiveDay } from '../../src/corpus/read-effective-day.ts';
import { cleanLines } from '../../src/corpus/sources/clean-lines.ts';
import { splitArticles } from '../../src/corpus/sources/split-articles.ts';
import { splitDocument } from '../../src/corpus/sources/split-document.ts';
import { workOutIntervals } from '../../src/corpus/versions/work-out-intervals.ts';

describe('the number of an article', () => {
  it.each([
    ['第一条', '1'],
    ['第十条', '10'],
    ['第六十四条', '64'],
    ['第一百零一条', '101'],
    ['第一千二百四十二条', '1242'],
    ['第一百三十三条之一', '133-1'],
    ['第37条之2', '37-2'],
  ])('%s → %s', (name, number) => expect(articleNumber(name)).toBe(number));

  it.each(['第一章', '第条', '附则', '第一条第二款', '第０条', ''])('%s is no article', (name) =>
    expect(articleNumber(name)).toBeUndefined(),
  );
});

describe('the day a version takes effect', () => {
  it('is read from the last article that states it', () => {
    expect(readEffectiveDay(['总则。', '本法自2021年7月15日起施行。'], '2021-01-22')).toBe('2021-07-15');
    expect(readEffectiveDay(['本条例自二〇二四年五月一日起施行。原办法同时废止。'], '2024-02-01')).toBe(
      '2024-05-01',
    );
  });

  it('is not taken from words that an amendment left standing', () => {
    expect(readEffectiveDay(['本法自2015年10月1日起施行。'], '2025-09-12')).toBeUndefined();
    expect(readEffectiveDay(['本法自2025年9月12日起施行。'], '2025-09-12')).toBe('2025-09-12');
  });

  it('is unknown where the text does not give a day', () => {
    expect(readEffectiveDay(['本法自公布之日起施行。'], '2018-08-31')).toBeUndefined();
    expect(
      readEffectiveDay(['前款规定的税率自2030年1月1日起施行的，从其规定。'], '2018-08-31'),
    ).toBeUndefined();
    expect(readEffectiveDay(['本法自2021年2月30日起施行。'], '2021-01-22')).toBeUndefined();
  });
});

describe('days in force', () => {
  it('end the day before the next version takes effect, not the day before it was adopted', () => {
    const intervals = workOutIntervals([
      { versionDate: '2026-06-26', statedFrom: '2027-01-01', statedTo: null },
      { versionDate: '2019-04-23', statedFrom: '2019-11-01', statedTo: null },
    ]);
    expect(intervals.get('2019-04-23')).toEqual({ from: '2019-11-01', to: '2026-12-31', known: true });
    expect(intervals.get('2026-06-26')).toEqual({ from: '2027-01-01', to: null, known: true });
  });

  it('begin on the day of adoption where nothing else is known, and say so', () => {
    const only = [{ versionDate: '2018-08-31', statedFrom: null, statedTo: null }];
    expect(workOutIntervals(only).get('2018-08-31')).toEqual({ from: '2018-08-31', to: null, known: false });
  });

  it('are completed by another source of the same version', () => {
    const intervals = workOutIntervals([
      { versionDate: '2023-09-01', statedFrom: '2024-01-01', statedTo: '2026-08-14' },
      { versionDate: '2023-09-01', statedFrom: null, statedTo: null },
    ]);
    expect([...intervals]).toEqual([['2023-09-01', { from: '2024-01-01', to: '2026-08-14', known: true }]]);
  });

  it('stay open on both sides for a version without any date', () => {
    const intervals = workOutIntervals([
      { versionDate: null, statedFrom: null, statedTo: null },
      { versionDate: '2020-12-26', statedFrom: '2021-03-01', statedTo: null },
    ]);
    expect(intervals.get('unknown')).toEqual({ from: null, to: null, known: false });
    expect(intervals.get('2020-12-26')!.to).toBeNull();
  });
});

const STATUTE = `示例市犬只管理条例
（2019年3月5日示例市人民代表大会常务委员会第一次会议通过　根据2022年6月1日第九次会议《关于修改条例的决定》修正）
目　录
第一章　总则
第二章　罚则
第一章　总则
第一条　为了管理犬只，制定本条例。
第二条　养犬人应当登记。
登记免费。
第二章　罚则
第三条　有下列情形之一的，处二百元罚款：
（一）未登记的；
（二）依照第二条登记后未按年复核的。
第三条之一　情节轻微的，不予处罚。
第四条　本条例自2019年5月1日起施行。`;

describe('splitting a statute', () => {
  it('finds title, latest amendment, chapters and articles with their paragraphs', () => {
    const split = splitArticles(cleanLines([STATUTE]))!;
    expect(split.title).toBe('示例市犬只管理条例');
    expect(split.versionDate).toBe('2022-06-01');
    expect(split.articles.map(({ article }) => article)).toEqual(['1', '2', '3', '3-1', '4']);
    expect(split.articles[1]).toEqual({
      article: '2',
      chapter: '第一章 总则',
      text: '养犬人应当登记。\n登记免费。',
    });
    expect(split.articles[2]!.text).toContain('（二）依照第二条登记后未按年复核的。');
    expect(split.articles[4]!.chapter).toBe('第二章 罚则');
  });

  it('does not take a reference at the start of a line for an article', () => {
    const split = splitArticles([
      '示例规定',
      '第一条　依照下列条款处理：',
      '第二条第一款所列行为；',
      '第三条、第四条所列行为。',
    ])!;
    expect(split.articles).toHaveLength(1);
  });

  it('cuts a document without articles at its sections', () => {
    const split = splitDocument([
      '关于示例工作的通知',
      '各单位：',
      '一、总体要求',
      '认真落实。',
      '二、工作步骤',
      '分三步。',
      '2023年5月6日',
    ]);
    expect(split.articles.map(({ article }) => article)).toEqual(['s0', 's1', 's2']);
    expect(split.versionDate).toBe('2023-05-06');
  });
});
