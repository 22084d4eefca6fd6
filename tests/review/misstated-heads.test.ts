import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { misstatedHeads } from '../../src/review/words/misstated-heads.ts';
import { caseOfTexts } from './case-of-texts.ts';

const heads = (decision: string, ...others: [PaperKind, string][]) =>
  misstatedHeads(caseOfTexts(decision, others)).map(({ told, found }) => [told, found]);

describe('人数与全部证据不一致的', () => {
  it('人数写在称谓前后都可以', () => {
    expect(
      heads('当事人接待4名未成年人入场。', ['inspection-record', '现场共有未成年人3人，均已通知监护人。']),
    ).toEqual([['未成年人3人', '4名未成年人']]);
  });

  it('一问一答说出的人数也算', () => {
    expect(
      heads(
        '安排未成年人五名在车间上班。',
        ['interview-record', '问：车间里有几名未成年人？\n答：三个。'],
        ['inspection-record', '车间内有3名未成年人。'],
      ),
    ).toHaveLength(1);
  });

  it('多认定了乘客的', () => {
    expect(
      heads('该车载有乘客12名，超过核定人数。', ['inspection-record', '车内共有乘客9名，驾驶员一名。']),
    ).toEqual([['乘客9名', '乘客12名']]);
  });

  it.each<[string, [PaperKind, string][]]>([
    ['接待4名未成年人。', [['inspection-record', '大厅有未成年人3人。']]],
    ['接待4名未成年人。', [['inspection-record', '其中未成年人一共3人。']]],
    [
      '接待4名未成年人。',
      [
        ['inspection-record', '共有未成年人2人。'],
        ['inspection-record', '共有未成年人2人。'],
      ],
    ],
    [
      '接待4名未成年人。',
      [
        ['inspection-record', '共有未成年人3人。'],
        ['interview-record', '答：未成年人一共4人。'],
      ],
    ],
    [
      '接待4名未成年人。',
      [
        ['inspection-record', '共有未成年人3人。'],
        ['closing-report', '检查记录的人数有误，漏记一名，应为4名。'],
      ],
    ],
    ['安排3名员工未培训上岗。', [['inspection-record', '该厂共有员工20名。']]],
    ['接待3名未成年人。', [['inspection-record', '现场共发现未成年人3名。']]],
  ])('没有说总数、可以相加、已有说明、只是其中一部分或者相符的，不提示：%s', (decision, others) => {
    expect(heads(decision, ...others)).toEqual([]);
  });
});
