import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleShape } from '../../../src/corpus/article-shape.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import { figuresOf } from '../../../src/corpus/norms/figures-of.ts';
import { normOutlineSchema, shapeToken } from '../../../src/corpus/norms/norm-outline.ts';
import type { PenalFigures } from '../../../src/corpus/norms/penal-figures.ts';
import { readShape } from '../../../src/corpus/norms/read-shape.ts';
import { sanctionsInText } from '../../../src/law/sanctions-in-text.ts';
import { hasOfficialData, officialArticles } from '../official-data.ts';

const FOLDER = new URL('../../../corpus/norms/', import.meta.url);
const linesOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n');

const book = loadReferenceBook();
const outlines = book.statutes().filter(({ versions }) => versions.some(({ outline }) => outline));

describe('规范的轮廓', () => {
  it('每一行合乎格式，名称不重复，各版本的期间不重叠', () => {
    const titles = new Set<string>();
    for (const line of linesOf('outlines.jsonl')) {
      const { title, versions } = normOutlineSchema.parse(JSON.parse(line));
      expect(titles.has(title), title).toBe(false);
      titles.add(title);
      for (const [at, { effective, until, shape, articles }] of versions.entries()) {
        expect(shape.split(' '), title).toHaveLength(articles);
        if (until !== null) expect(until >= effective, `${title} ${effective}`).toBe(true);
        const next = versions[at + 1];
        if (next) expect(until !== null && until < next.effective, `${title} ${effective}`).toBe(true);
      }
    }
    expect(titles.size).toBe(outlines.length);
    expect(titles.size).toBeGreaterThan(700);
  });

  it('款项数目写出再读回不变', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 20 }), (paragraphs) => {
        expect(readShape(shapeToken(paragraphs))).toEqual(paragraphs);
      }),
    );
  });

  it('没有导入正式文本时，条款是否存在、是否有效和罚则的数字都有答案', () => {
    const on = '2024-01-01';
    expect(book.cite({ law: '中华人民共和国水法', article: '69', item: 1 }, on).state).toBe('in-force');
    expect(book.cite({ law: '水法', article: '99' }, on).state).toBe('no-such-article');
    expect(book.readingOf({ law: '水法', article: '69', item: 1 }, on)).toMatchObject({
      mandatory: ['fine'],
      fines: [{ range: { min: 20_000, max: 100_000 } }],
    });
    expect(book.readingOf({ law: '水法', article: '1' }, on)).toBe('none');
    expect(book.readingOf({ law: '示例没有的法', article: '1' }, on)).toBeUndefined();
  });

  it('没有原文的话：数字之外只有情节的短语', () => {
    const words = linesOf('penal-figures.jsonl').flatMap((line) => {
      const { articles } = JSON.parse(line) as PenalFigures;
      return JSON.stringify(articles).match(/\p{sc=Han}[\p{sc=Han}，、；。]*/gu) ?? [];
    });
    expect(words.length).toBeGreaterThan(1000);
    expect(words.filter((one) => one.length > 30)).toEqual([]);
  });

  it('人录入的罚则优先', () => {
    const entered = readReferenceParts().sanctions.find(
      ({ provision }) => provision.law === '中华人民共和国食品安全法',
    )!;
    expect(book.readingOf(entered.provision, entered.inForce[0])).toBe(
      book.sanctionOf(entered.provision, entered.inForce[0]),
    );
  });
});

describe.skipIf(!hasOfficialData)('与正式文本比对（需要 ../shared/data/laws）', () => {
  const official = officialArticles(new Set(outlines.map(({ title }) => title)));

  it('正式文本有的条都在，款项数目千分之九百九十五以上相同', () => {
    const missing: string[] = [];
    let same = 0;
    let all = 0;
    for (const { title, versions } of outlines) {
      for (const { adopted, entries } of versions) {
        for (const [article, text] of official.get(`${title}@${adopted}`) ?? []) {
          const shape = entries.get(article)?.paragraphs;
          if (!shape) missing.push(`${title}@${adopted}#${article}`);
          all++;
          if (shape?.join() === articleShape(text).join()) same++;
        }
      }
    }
    expect(missing).toEqual([]);
    expect(all).toBeGreaterThan(20_000);
    expect(same / all).toBeGreaterThan(0.995);
  });

  it('罚则的数字与直接读原文所得相同', () => {
    const differing: string[] = [];
    let all = 0;
    for (const line of linesOf('penal-figures.jsonl')) {
      const { title, adopted, articles } = JSON.parse(line) as PenalFigures;
      const texts = official.get(`${title}@${adopted}`);
      if (!texts) continue;
      expect(figuresOf(title, adopted)?.articles).toEqual(articles);
      for (const [article, { readings, places }] of Object.entries(articles)) {
        const text = texts.get(article);
        if (text === undefined) continue;
        for (const [place, at] of Object.entries(places)) {
          const [paragraph, item] = place.split('.').map((one) => Number(one) || undefined);
          const read = sanctionsInText(text, {
            ...(paragraph ? { paragraph } : {}),
            ...(item ? { item } : {}),
          });
          all++;
          if (JSON.stringify(read) !== JSON.stringify(readings[at]))
            differing.push(`${title}#${article} ${place}`);
        }
      }
    }
    expect(all).toBeGreaterThan(10_000);
    expect(differing.length / all, differing.slice(0, 10).join('；')).toBeLessThan(0.005);
  });
});
