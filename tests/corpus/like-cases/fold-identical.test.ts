import { describe, expect, it } from 'vitest';
import { foldIdentical } from '../../../src/corpus/like-cases/fold-identical.ts';
import { sketchWords } from '../../../src/corpus/like-cases/words-sketch.ts';

const FACTS =
  '当事人在其网店首页发布减肥茶广告，宣称三天瘦十斤、根治肥胖，共发布 62 天，广告费用 8000 元，已卖出 120 盒，不能提供证明材料。';
const OTHER = '当事人经营的餐馆墙上贴出“全市第一好吃”的广告，贴了二十天，顾客投诉后撕掉，没有造成其他后果。';

const foldedOf = (texts: string[], violations: (string | undefined)[] = []) =>
  foldIdentical(
    texts.map((_, at) => at),
    (at) => {
      const violation = violations[at];
      return { sketch: sketchWords(texts[at] ?? ''), ...(violation ? { violation } : {}) };
    },
  ).map(({ one, same }) => [one, ...same]);

describe('nearly identical decisions', () => {
  it('are folded under the first where only names and figures differ', () => {
    expect(foldedOf([FACTS, OTHER, FACTS.replace('62', '63').replace('8000', '9500')])).toEqual([
      [0, 2],
      [1],
    ]);
  });

  it('stand apart where the words or the violation differ', () => {
    const half = FACTS.slice(0, 30) + OTHER.slice(10);
    expect(foldedOf([FACTS, half, OTHER])).toEqual([[0], [1], [2]]);
    expect(foldedOf([FACTS, FACTS], ['发布虚假广告', '无照经营'])).toEqual([[0], [1]]);
  });

  it('are never guessed from texts too short to tell', () => {
    expect(foldedOf(['', '', '罚款', '罚款'])).toEqual([[0], [1], [2], [3]]);
  });
});
