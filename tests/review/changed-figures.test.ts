import { expect, it } from 'vitest';
import { changedFigures } from '../../src/review/words/changed-figures.ts';
import { labelledFigures } from '../../src/review/words/labelled-figures.ts';

const words = (text: string) =>
  labelledFigures(text).map(({ what, value, unit }) => `${what}${value}${unit}`);

it('reads figures under the names a text gives them', () => {
  expect(words('购进白酒120箱，以每箱360元销售75箱，库存４５箱，违法经营额合计4.32万元')).toEqual([
    '违法经营额43200元',
    '购进120箱',
    '销售75箱',
    '库存45箱',
  ]);
});

it.each([
  '销售价25元/只，货值不足一万元',
  '违法所得无法计算，库存约30盒',
  '并处货值金额十倍以上二十倍以下罚款',
])('leaves prices, limits and approximations out: %s', (text) => {
  expect(words(text)).toEqual([]);
});

it('tells a figure that changed between two accounts', () => {
  expect(changedFigures('你店库存12盒，货值金额840元', '当事人库存12盒，货值金额1,840元')).toEqual([
    { what: '货值金额', told: '840元', found: '1840元', more: true },
  ]);
});

it.each([
  ['购进120箱', '购进120箱，其中购进A酒70箱'],
  ['销售34只', '销售60只，其中34只已退回'],
  ['货值金额0.5万元', '货值金额5000元'],
  ['库存12盒', '售出30盒'],
  ['购进甲10盒、购进乙5盒', '购进15盒'],
])('says nothing of accounts that may be one: %s / %s', (told, found) => {
  expect(changedFigures(told, found)).toEqual([]);
});
