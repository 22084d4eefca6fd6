import { describe, expect, it } from 'vitest';
import { misstatedSmallCounts } from '../../src/review/words/misstated-small-counts.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';

const counts = (facts: string, ...records: string[]) =>
  misstatedSmallCounts(
    caseFor({
      violation: { facts },
      papers: [
        ...(BASE_CASES.penalty.papers ?? []),
        ...records.map((text, index) => ({
          id: `r${index}`,
          kind: 'interview-record',
          title: '询问笔录',
          text,
          marks: [],
        })),
      ],
    }),
  ).map(({ told, found }) => [told, found]);

describe('一份材料说明了总数的', () => {
  it('与认定的不同，作不一致', () => {
    expect(counts('当事人安排焊工8人上岗。', '答：焊工一共5人，没有别人。')).toEqual([
      ['焊工5人', '焊工8人'],
    ]);
    expect(counts('当事人使用床位12张。', '答：客房床位总共有9张。')).toEqual([['床位9张', '床位12张']]);
  });

  it.each([
    ['当事人安排焊工8人上岗。', '答：焊工当天来了5人。'],
    ['当事人安排焊工8人上岗。', '答：焊工一共8人，其中5人没有证。'],
    ['当事人安排焊工8人上岗。', '答：电工一共5人。'],
    ['当事人安排焊工8人上岗，其中焊工5人无证。', '答：无证的焊工一共5人。'],
  ])('没有说总数、说的是别的或者相符的，不提示：%s%s', (facts, record) => {
    expect(counts(facts, record)).toEqual([]);
  });
});

describe('决定只写安排多少名的', () => {
  const counted = (record: string, kind = 'inspection-record') =>
    misstatedSmallCounts(
      caseFor({
        violation: { facts: '当事人安排46名劳动者加班。' },
        papers: [
          ...(BASE_CASES.penalty.papers ?? []),
          { id: 'r1', kind, title: '现场检查笔录', text: record, marks: [] },
          {
            id: 'r2',
            kind: 'prior-notice',
            title: '告知书',
            text: '你单位安排车缝车间46名劳动者加班。',
            marks: [],
          },
        ],
      }),
    ).map(({ told, found }) => [told, found]);

  it('检查笔录两处写的是另一人数，作不一致', () => {
    expect(counted('车缝车间在岗41人。考勤显示车缝车间41人加班。')).toEqual([['车缝41人', '车缝46人']]);
  });

  it.each([
    '车缝车间在岗41人。',
    '车缝车间在岗41人，考勤显示车缝车间46人加班。',
    '裁剪车间在岗41人。考勤显示裁剪车间41人加班。',
    '车缝车间在岗41人。考勤显示车缝车间45人加班。',
  ])('只写一处、相符或者说的是别处的，不提示：%s', (record) => {
    expect(counted(record)).toEqual([]);
  });

  it('当事人自己说的两处不够', () => {
    expect(counted('答：车缝车间41人。答：车缝车间就来了41人。', 'interview-record')).toEqual([]);
  });
});
