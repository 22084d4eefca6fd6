import { beforeAll, describe, expect, it } from 'vitest';
import { digestStored } from '../../../src/corpus/like-cases/case-digest.ts';
import { itemLookup } from '../../../src/corpus/like-cases/item-lookup.ts';
import { itemsOfCase } from '../../../src/corpus/like-cases/items-of-case.ts';
import { itemsTold } from '../../../src/corpus/like-cases/items-told.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { pastCases } from '../../../src/corpus/past-cases.ts';
import { bundledViolations } from '../../../src/corpus/violations/read-violations.ts';

const catalogue = bundledViolations();
const itemsOf = (text: string, payload?: object) =>
  itemsOfCase(catalogue, digestStored({ title: '', text, ...(payload ? { payload } : {}) }), {
    reading: true,
  });

describe('which violation a stored case was about', () => {
  it('is known of every demonstration case by its benchmark item', () => {
    const { stated } = itemLookup(catalogue);
    for (const one of pastCases()) expect(stated(one), one.id).not.toEqual([]);
  });

  it('is the item that stands today where its provisions were repealed', async () => {
    const items = await itemsOf('', { benchmarkItem: 'env-air-over-standard' });
    expect([...items.keys()]).toEqual(['code-air-exceed']);
  });

  it('is read from the places it cites, forbidding and punishing both, else from its words', async () => {
    const text =
      '经查，当事人在网店发布广告，宣称三天瘦十斤。违反《中华人民共和国广告法》第二十八条，依据《中华人民共和国广告法》第五十五条第一款处罚。';
    expect([...(await itemsOf(text))]).toEqual([['advertising-false', 1]]);
    const untold = await itemsOf('经查，当事人货架上有超过保质期的食品若干袋，未售出。');
    expect([...untold.keys()][0]).toBe('food-business-expired');
    expect([...untold.values()][0]).toBeLessThan(1);
  });

  it('is none of a judgment of a crime, nor where the words say nothing', async () => {
    expect((await itemsOf('经审理查明，被告人销售超过保质期的食品。')).size).toBe(0);
    expect((await itemsOf('')).size).toBe(0);
  });
});

describe('which violation a story tells', () => {
  const book = loadReferenceBook();
  let told: (story: string) => Promise<string | undefined>;
  beforeAll(() => {
    told = async (story) =>
      [...(await itemsTold(catalogue, story, { book, asOf: '2026-11-22' }))].sort(
        (a, b) => b[1] - a[1],
      )[0]?.[0];
  });

  it.each([
    ['一家水果店门口摆放的二十多种水果全部没有价签，也没有价目表', 'pricing-no-marking'],
    ['仓库公司安排三名没有取得电工证的工人作业，一名工人接线时被电击身亡', 'work-safety-special-work'],
    ['店里卖香烟，没有烟草专卖零售许可证，卖了四个月', 'registration-tobacco-retail'],
  ])('%s', async (story, item) => {
    expect(await told(story)).toBe(item);
  });

  it('has nothing to say of signs that stand nowhere', async () => {
    expect(await told('ΩΩΩ ЖЖЖ')).toBeUndefined();
  });
});
