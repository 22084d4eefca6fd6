import { expect, it } from 'vitest';
import { paidAtBank } from '../../../src/dossiers/readers/paid-at-bank.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const PATH = 'performance.onTheSpot.collected';

it.each([
  '代收罚没款收据\n收款银行（章）\t示例农商银行青溪支行',
  '罚没款专用票据\n代收银行：中国示例银行北桥支行',
  '收据\n日期：2023-10-30　经办：沅口县农村信用社芦荡分社',
])('tells from the bank on the receipt that nobody took the fine on the spot: %s', (text) => {
  expect(factsOf(paidAtBank, paperOf('receipt', text))).toEqual({ [PATH]: false });
});

it.each([
  '代收罚没款收据（手工票）\n收款人：车示霏',
  '罚没款专用票据\n收款单位：示例市药品监督管理局（代收）',
])('says nothing without a bank: %s', (text) => {
  expect(factsOf(paidAtBank, paperOf('receipt', text))).toEqual({});
});

it('says nothing where another paper speaks of collection on the spot', () => {
  const receipt = paperOf('receipt', '收据\n代收银行：示例银行北桥支行');
  const other = (text: string) => paperOf('decision', text, 'p2');
  expect(factsOf(paidAtBank, receipt, other('履行方式：☑当场缴纳'))).toEqual({});
  expect(factsOf(paidAtBank, receipt, other('☑缴至示例银行　□ 当场收缴'))).toEqual({ [PATH]: false });
});
