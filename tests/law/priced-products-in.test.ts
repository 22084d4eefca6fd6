import { describe, expect, it } from 'vitest';
import { pricedProductsIn } from '../../src/law/priced-products-in.ts';

const read = (text: string) =>
  pricedProductsIn(text).map(({ product, stated, right }) => ({ product, stated, right }));

describe('pricedProductsIn', () => {
  it.each([
    ['卖出36件，每件25元，收入900元', 900, 900, true],
    ['卖出36件，每件25元，销售收入860元', 900, 860, false],
    ['果酱12瓶（每瓶18.5元，计222元）', 222, 222, true],
    ['共12箱，单价40元/箱，合计500元', 480, 500, false],
    ['以每张30元的价格售出8张，得款240元', 240, 240, true],
    ['进货300盒，其中售出80盒，单价20元，货值金额6000元', 1600, 6000, true],
    ['进货300盒，其中售出80盒，单价20元，货值金额5000元', 1600, 5000, false],
    ['已售7件，店内尚存13件，单价15元，货值金额300元', 195, 300, true],
    ['已售7件，店内尚存13件，单价15元，货值金额310元', 195, 310, false],
    ['货值金额4,500元（150袋×30元/袋）', 4500, 4500, true],
  ])('%s', (text, product, stated, right) => {
    expect(read(text)).toEqual([{ product, stated, right }]);
  });

  it.each([
    '卖出36件，每箱25元，收入900元',
    '购进36件，每件进价20元，卖25元，卖了30件',
    '卖出36件，每件25元，违法所得300元',
    '每人2400元，共43200元',
    '货值900元（36件×20元＋12件×15元）',
  ])('passes over %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
