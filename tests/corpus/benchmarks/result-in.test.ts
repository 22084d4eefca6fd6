import { describe, expect, it } from 'vitest';
import { percentResult } from '../../../src/corpus/benchmarks/words/percent-result.ts';
import { resultIn } from '../../../src/corpus/benchmarks/words/result-in.ts';
import type { SanctionFine } from '../../../src/law/sanction.ts';

const EXCLUDES = { above: true, below: false };

describe('a result cell', () => {
  it.each([
    ['处2-5万元罚款', { min: 20_000, max: 50_000 }],
    ['处罚款2万元以上5万元以下', { min: 20_000, max: 50_000 }],
    ['并处罚款人民币贰万元整', { min: 20_000, max: 20_000 }],
    ['罚款金额为：2-5万元', { min: 20_000, max: 50_000 }],
    ['处以2——5万元的罚款', { min: 20_000, max: 50_000 }],
    ['处２万元－５万元罚款', { min: 20_000, max: 50_000 }],
    ['处违法所得一倍至三倍罚款', { base: 'gains', min: 1, max: 3 }],
    ['处货值金额十至十五倍罚款', { base: 'goods', min: 10, max: 15 }],
    ['处10，000元以上20，000元以下罚款', { min: 10_000, max: 20_000 }],
    ['罚款3万元以下（不含3万元）', { max: 30_000, maxInclusive: false }],
    ['3万元以下（不含3万元）罚款', { max: 30_000, maxInclusive: false }],
    ['处1万元以上3万元以下罚款（不含本数）', { min: 10_000, max: 30_000, maxInclusive: false }],
  ])('%s', (cell, fine) => {
    expect(resultIn(cell, undefined)?.fine).toEqual(fine);
  });

  it('the bracket of a cell is stronger than the convention of the table', () => {
    expect(resultIn('1万元以上3万元以下（含3万元）罚款', EXCLUDES)?.fine).toEqual({
      min: 10_000,
      max: 30_000,
    });
    expect(resultIn('1万元以上3万元以下罚款', EXCLUDES)?.fine).toEqual({
      min: 10_000,
      max: 30_000,
      maxInclusive: false,
    });
    expect(resultIn('1-3万元罚款', EXCLUDES)?.fine).toEqual({ min: 10_000, max: 30_000 });
  });

  it.each([
    ['责令限制生产，处2万元罚款', ['限制开展生产经营活动']],
    ['责令停止执业六个月以下', ['限制从业']],
    ['责令停止执业，并处1万元罚款', ['限制从业']],
    ['责令停工整顿，处5万元以上10万元以下罚款', ['责令停产停业']],
    ['责令限期改正，处1万元罚款', []],
    ['责令停止违法行为，限期恢复原状，处1万元罚款', []],
    ['责令停止违法行为，责令恢复原状，处1万元罚款', []],
    ['责令关停设施设备，处1万元罚款', undefined],
    ['暂扣许可证，处1万元罚款', ['暂扣许可证件']],
    ['责令停止举办，退还所收费用，处1万元罚款', []],
    ['限期补缴税费2倍以下的差额，处1万元罚款', []],
    ['没收渔获物和违法所得，处1万元罚款', ['没收违法所得', '没收非法财物']],
    ['没收违法所得，处1万元罚款', ['没收违法所得']],
    ['补缴1万元罚款', undefined],
    ['恢复植被所需费用1倍以上2倍以下', []],
  ])('names every penalty or none: %s', (cell, extra) => {
    expect(resultIn(cell, undefined)?.extra).toEqual(extra);
  });

  it('tells of what may be a penalty without a name in the law, and of a choice between penalties', () => {
    const stop = resultIn('责令停止招生资格一年，处1万元罚款', undefined);
    expect(stop).toMatchObject({ extra: [], told: [expect.stringContaining('责令停止招生资格一年')] });
    const either = resultIn('责令改正，予以警告或者通报批评', undefined);
    expect(either).toMatchObject({
      extra: [],
      mayAdd: ['警告', '通报批评'],
      told: [expect.stringContaining('择一')],
    });
  });

  it('reads the only one that a cell fines as the party, and no fine beside another penalty as none', () => {
    expect(resultIn('责令改正，并对举办者处1万元以上2万元以下罚款', undefined)?.fine).toEqual({
      min: 10_000,
      max: 20_000,
    });
    expect(resultIn('不并处罚款', undefined)).toEqual({ extra: [] });
  });

  it('tells of a penalty that hangs on more than the tier', () => {
    const plain = resultIn('处5万元以上10万元以下罚款；情节严重吊销许可证', undefined);
    expect(plain).toMatchObject({ extra: [], told: [expect.stringContaining('吊销许可证件')] });
    const clauses = resultIn('处5万元以上10万元以下罚款；情节严重的，吊销许可证', undefined);
    expect(clauses).toMatchObject({ extra: [], told: [expect.stringContaining('吊销许可证件')] });
  });

  it('keeps what may be imposed besides, and the graver of a choice', () => {
    expect(resultIn('处5万元以上10万元以下罚款，可以并处吊销许可证', undefined)).toEqual({
      fine: { min: 50_000, max: 100_000 },
      extra: [],
      mayAdd: ['吊销许可证件'],
    });
    expect(resultIn('处3万元罚款，责令停产停业，直至吊销许可证', undefined)).toMatchObject({
      extra: ['责令停产停业'],
      mayAdd: ['吊销许可证件'],
    });
  });

  it('spares where the cell spares, and adds what is no penalty', () => {
    expect(resultIn('不予处罚，责令改正并进行教育', undefined)).toEqual({ extra: [], grade: 'no-penalty' });
    expect(resultIn('不予处罚；情节较重的处1万元以下罚款', undefined)?.grade).toBeUndefined();
  });

  it('never gives the span of the persons responsible to the offender', () => {
    const cell =
      '对单位处10万元以上15万元以下罚款，对直接负责的主管人员和其他直接责任人员处2万元以上3万元以下罚款';
    expect(resultIn(cell, undefined)?.fines).toEqual([
      { party: 'unit', min: 100_000, max: 150_000 },
      { subject: 'responsible-person', min: 20_000, max: 30_000 },
    ]);
    expect(resultIn(cell, EXCLUDES)?.fines).toEqual([
      { party: 'unit', min: 100_000, max: 150_000, maxInclusive: false },
      { subject: 'responsible-person', min: 20_000, max: 30_000, maxInclusive: false },
    ]);
  });
});

describe('a percentage without its base', () => {
  const fixed: SanctionFine[] = [{ range: { min: 10_000, max: 100_000 } }];
  const upTo: SanctionFine[] = [{ range: { max: 50_000 } }];
  const contract: SanctionFine[] = [{ range: { base: 'contract', min: 0.02, max: 0.04 } }];
  const gains: SanctionFine[] = [{ range: { base: 'gains', min: 1, max: 5 } }];
  const read = (cell: string, head: string, statute?: SanctionFine[]) => {
    const result = percentResult(cell, { head }, undefined, statute);
    return result && ('unread' in result ? 'unread' : result.fine);
  };

  it.each<[string, string, SanctionFine[] | undefined, unknown]>([
    ['10%-30%', '罚款幅度', fixed, { ofSpan: true, min: 0.1, max: 0.3 }],
    ['30%以下', '罚款幅度', undefined, { ofSpan: true, min: 0, max: 0.3 }],
    ['百分之三十以上', '法定幅度比例', gains, { ofSpan: true, min: 0.3, max: 1 }],
    ['2%—2.5%', '罚款幅度', contract, { base: 'contract', min: 0.02, max: 0.025 }],
    ['2%—2.5%', '处罚标准', contract, { base: 'contract', min: 0.02, max: 0.025 }],
    ['30%-60%', '罚款幅度', contract, 'unread'],
    ['30%-60%', '法定罚款幅度', contract, { ofSpan: true, min: 0.3, max: 0.6 }],
    ['1%—2%', '罚款比例（占合同价款）', undefined, { base: 'contract', min: 0.01, max: 0.02 }],
    ['30%以下', '罚款比例（占法定最高额）', fixed, { max: 30_000 }],
    ['20%-30%', '罚款幅度（最高限额的百分比）', gains, { base: 'gains', min: 1, max: 1.5 }],
    ['30%以下', '罚款比例（占法定最高额）', undefined, 'unread'],
    ['30%以下', '罚款比例（占法定最高额）', [...fixed, ...upTo], 'unread'],
    ['最高罚款额的30%以上50%以下', '处罚标准', fixed, { min: 30_000, max: 50_000 }],
    ['30%以下', '罚款比例', fixed, 'unread'],
    ['30%以下', '罚款比例', undefined, 'unread'],
    ['30%-60%', '罚款比例', upTo, { ofSpan: true, min: 0.3, max: 0.6 }],
    ['130%', '罚款幅度', fixed, 'unread'],
    ['最高30%', '罚款幅度', fixed, { ofSpan: true, min: 0, max: 0.3 }],
    ['货值金额20%以下', '处罚标准', fixed, undefined],
    ['处2万元罚款', '罚款幅度', fixed, undefined],
  ])('%s under %s', (cell, head, statute, fine) => {
    expect(read(cell, head, statute)).toEqual(fine);
  });
});

describe('branches by sums of the case', () => {
  const fines = [
    { min: 50_000, max: 60_000, when: { factor: 'goods', op: '<', value: 10_000 } },
    { base: 'goods', min: 10, max: 13, when: { factor: 'goods', op: '>=', value: 10_000 } },
  ];
  it.each([
    '货值金额不足1万元的，并处5万元以上6万元以下罚款；货值金额1万元以上的，并处货值金额10倍以上13倍以下罚款',
    '货值金额不足1万元的并处5万元以上6万元以下罚款；货值金额1万元以上的并处货值金额10倍以上13倍以下罚款',
    '货值不足1万元：处5万元以上6万元以下罚款；货值1万元以上：处货值金额10倍以上13倍以下罚款',
  ])('%s', (cell) => {
    expect(resultIn(cell, undefined)).toEqual({ fines, extra: [] });
    expect(resultIn(`没收违法所得；${cell}；吊销许可证`, undefined)).toEqual({
      fines,
      extra: ['没收违法所得', '吊销许可证件'],
    });
  });

  it('leaves a penalty behind a condition of another kind to a person', () => {
    expect(resultIn('逾期不改正的，处5万元罚款；吊销许可证', undefined)).toBeUndefined();
  });
});

describe('an order before a sum for each unit', () => {
  const perUnit = { each: 500, unit: '千克', per: 1000, beyond: true, most: 30_000 };
  it.each([
    '责令改正，每超1000千克罚款500元，最高不得超过30000元',
    '责令改正；每超1000千克处500元罚款，最高不超过3万元',
    '责令改正，按每超过1000千克罚款500元，但最高不超过3万元',
  ])('%s', (cell) => {
    expect(resultIn(cell, undefined)).toEqual({ extra: [], perUnit });
  });

  it('is no penalty', () => {
    expect(resultIn('责令停产停业，每超1000千克罚款500元', undefined)?.perUnit).toBeUndefined();
  });
});
