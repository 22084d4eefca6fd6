import { expect, it } from 'vitest';
import { misstatedPart } from '../../src/review/words/misstated-part.ts';

const DECISION = '经查，当事人现有26名操作工中有17名未经体检上岗。';
const ACCOUNT = '问：一共多少人？\n答：26个人，老员工15个都体检过，后来的11个人还没有体检。';
const part = (account: string, decision = DECISION, more = '') =>
  misstatedPart({
    papers: [
      { kind: 'interview-record', title: '询问笔录', text: account },
      { kind: 'inspection-record', title: '检查笔录', text: `车间内作业。${more}` },
      { kind: 'decision', title: '决定书', text: decision },
    ],
  } as never).map(({ told, found }) => [told, found]);

it('finds a part of the people that no account has, where one divides them otherwise', () => {
  expect(part(ACCOUNT)).toEqual([['26人中11人、15人', '26人中17人']]);
});

it.each([
  ['the part is one of the two', ACCOUNT, DECISION.replace('17', '11')],
  ['some evidence has the part', ACCOUNT, DECISION, '名单列有17人。'],
  ['a table has the number', ACCOUNT, DECISION, '序号17'],
  ['it does not add up', ACCOUNT.replace('15个', '14个'), DECISION],
  ['the whole is another', ACCOUNT.replace('26个', '27个'), DECISION],
  ['it is explained', ACCOUNT, DECISION, '询问笔录所记人数有误，已更正。'],
])('says nothing where %s', (_, account, decision, more = '') => {
  expect(part(account, decision, more)).toEqual([]);
});
