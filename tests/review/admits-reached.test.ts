import { expect, it } from 'vitest';
import { admitsReached } from '../../src/review/crime/admits-reached.ts';

it.each([
  ['已达到故意毁坏财物罪立案追诉标准，罚款了事', true],
  ['销售金额八万元，已达到生产、销售伪劣产品罪五万元的标准，不再移送', true],
  ['销售金额四万元，未达到生产、销售伪劣产品罪五万元的标准', false],
  ['没有伤亡和直接经济损失，不够重大责任事故罪、危险作业罪的追诉标准', false],
  ['数额达不到追诉标准', false],
])('%s', (words, admits) => {
  expect(admitsReached(words) !== undefined).toBe(admits);
});
