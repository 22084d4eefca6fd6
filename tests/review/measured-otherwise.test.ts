import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { measuredOtherwise } from '../../src/review/words/measured-otherwise.ts';
import { caseOfTexts } from './case-of-texts.ts';

type Told = [PaperKind, string];
const found = (decision: string, ...others: Told[]) =>
  measuredOtherwise(caseOfTexts(decision, others)).map(({ told, found }) => [told, found]);

const decision = '经查，当事人擅自占用林地2.1亩。';
const record = (words: string): Told => ['inspection-record', `现场测量，${words}。`];
const interview = (words: string): Told => ['interview-record', `问：面积多大？答：${words}。`];
const opinion: Told = ['expert-opinion', '实地复测面积2.1亩。'];

describe('检查和询问都载明另一面积，决定没有说明', () => {
  it.each<[string, Told[], string]>([
    ['一样写法', [record('面积约3.4亩'), interview('大概3.4亩')], '3.4亩'],
    ['询问用口语', [record('面积约3.4亩'), interview('大概三亩四分')], '3.4亩'],
    ['都用汉字', [record('面积三亩四分'), interview('三亩四分地')], '3.4亩'],
  ])('%s', (_name, others, told) => {
    expect(found(decision, opinion, ...others)).toEqual([[told, '2.1亩']]);
  });

  it('面积以外的量一样比较', () => {
    const cut = '经查，当事人采砂1280立方米。';
    expect(found(cut, record('堆放砂石1650立方米'), interview('一千六百五十立方米'))).toEqual([
      ['1650立方米', '1280立方米'],
    ]);
  });

  it.each<[string, Told[]]>([
    ['只有检查笔录', [record('面积约3.4亩')]],
    ['询问笔录说的又是一个数', [record('面积约3.4亩'), interview('三亩')]],
    ['只是约数', [record('面积约3亩'), interview('三亩')]],
    ['相差不到一成', [record('面积约2.2亩'), interview('2.2亩')]],
    ['笔录写明是目测', [record('目测面积约3.4亩'), interview('三亩四分')]],
    ['笔录写明以鉴定为准', [record('面积约3.4亩，以鉴定意见为准'), interview('三亩四分')]],
    [
      '报告说明了不同的原因',
      [
        record('面积约3.4亩'),
        interview('三亩四分'),
        ['closing-report', '现场测量的3.4亩含村道，扣除后为2.1亩。'],
      ],
    ],
    ['决定也写到这一数字', [record('面积约2.1亩'), interview('2.1亩')]],
  ])('%s，不算', (_name, others) => {
    expect(found(decision, opinion, ...others)).toEqual([]);
  });

  it('决定写了两个面积的，不知道是哪一个，不算', () => {
    const two = '经查，当事人占用林地2.1亩、耕地1.2亩。';
    expect(found(two, record('面积约3.4亩'), interview('三亩四分'))).toEqual([]);
  });
});
