import { describe, expect, it } from 'vitest';
import { firstDays } from '../../src/corpus/citations/first-day.ts';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';

const book = loadReferenceBook();
const first = (text: string, on: string) => resolveCitations(text, book, on)[0];

describe('库中最早的文本之前', () => {
  it.each([
    ['《道路交通安全法》第九十九条', '2015-06-01'],
    ['《刑法》第二百六十四条', '2010-03-01'],
    ['《环境保护法》第五条', '2009-03-01'],
    ['专利法实施细则第二条', '2009-11-10'],
    ['《广告法》第九条', '2015-08-31'],
    ['《公司法》第五条', '2006-01-01'],
  ])('%s：早已施行而没有当时文本的，不说尚未施行', (text, on) => {
    const found = first(text, on);
    expect(found).toMatchObject({ state: 'unknown-law', law: expect.stringMatching(/法|细则/) });
    expect(found!.heldFrom! > on).toBe(true);
  });

  it.each([
    ['《民法典》第五百八十四条', '2020-12-31', 'not-yet-in-force'],
    ['《民法典》第五百八十四条', '2021-01-01', 'in-force'],
    ['《道路交通安全法》第九十九条', '2004-04-30', 'not-yet-in-force'],
    ['《道路交通安全法》第九十九条', '2004-05-01', 'unknown-law'],
    ['《行政处罚法》第三条', '1996-09-30', 'not-yet-in-force'],
    ['《电子商务法》第十条', '2018-12-31', 'not-yet-in-force'],
  ])('首日已知的：%s 在 %s', (text, on, state) => {
    const found = first(text, on);
    expect(found?.state).toBe(state);
    expect(found?.heldFrom !== undefined).toBe(state === 'unknown-law');
  });

  it('写明版本的，那一版施行之前仍是尚未施行', () => {
    expect(first('《公司法》（2023年修订）第五条', '2024-06-30')?.state).toBe('not-yet-in-force');
  });

  it('库中没有的规范，不说有文本', () => {
    expect(first('《示例市夜市条例》第三条', '2010-01-01')).not.toHaveProperty('heldFrom');
  });

  it('首日不晚于库中最早的文本', () => {
    const late = [...firstDays()].filter(([title, day]) => {
      const oldest = book.statuteOf(title)?.versions[0];
      return oldest !== undefined && oldest.effective < day;
    });
    expect(late).toEqual([]);
    expect(firstDays().size).toBeGreaterThan(150);
  });
});
