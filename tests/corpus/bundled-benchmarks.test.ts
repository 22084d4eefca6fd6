import { describe, expect, it } from 'vitest';
import type { BenchmarkItem } from '../../src/corpus/benchmark.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { checkBenchmark } from '../../src/discretion/check/check-benchmark.ts';
import { weigh } from '../../src/discretion/weights/weigh.ts';
import type { FactorValue } from '../../src/law/condition.ts';
import type { Base } from '../../src/law/fine-range.ts';
import { fraction, plus, ZERO } from '../../src/law/fraction.ts';
import { type Fen, fen } from '../../src/law/money.ts';

const book = loadReferenceBook();
const tables = book.benchmarks();
const rows = tables.flatMap((table) => table.items.map((item) => ({ table, item })));
const items = rows.map(({ item }) => item);
const free = tables.flatMap(({ noPenalty }) => noPenalty);
const spansOf = ({ tiers }: BenchmarkItem) =>
  tiers.flatMap(({ fine, fines }) => [...(fine ? [fine] : []), ...(fines ?? [])]);

/** How many items do so in at least one of their tiers. */
const having = (test: (item: BenchmarkItem) => boolean): number => items.filter(test).length;

describe('随附的裁量基准', () => {
  it('至少七十五个事项，六个领域都有，编号不重复', () => {
    expect(items.length).toBeGreaterThanOrEqual(75);
    const least = { market: 30, 'work-safety': 12, environment: 25, urban: 9, agriculture: 14, audit: 2 };
    for (const [field, count] of Object.entries(least))
      expect(
        having((item) => item.field === field),
        field,
      ).toBeGreaterThanOrEqual(count);
    const ids = [...items, ...free].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('每个事项的栏目都写全：违法行为、违反的条款、罚则、裁量因素、阶次或者权重、出处', () => {
    for (const { id, violation, breached, factors, tiers, weights, perUnit, figures } of items) {
      expect(violation.length, id).toBeGreaterThan(3);
      expect(breached.length, id).toBeGreaterThan(0);
      expect(factors.length, id).toBeGreaterThan(0);
      expect(tiers.length > 1 || weights !== undefined || perUnit !== undefined, id).toBe(true);
      for (const { conditions } of tiers) expect(conditions.length, id).toBeGreaterThan(1);
      for (const { label } of factors) expect(label, id).toBeDefined();
      expect(figures, id).toMatch(/示例|裁量表|粤环发|川应急规|安全生产法/);
    }
  });

  it('每张表都标明是示例，机关和地区是虚构的，出处不空', () => {
    for (const { id, example, region, issuer, source, name } of tables) {
      expect({ id, example, region }).toEqual({ id, example: true, region: '示例省' });
      expect(issuer, id).toContain('示例省');
      expect(name, id).toContain('示例');
      expect(source, id).toContain('示例');
    }
  });

  it('每个事项的罚则都在库中，在表施行的首日和末日都有效', () => {
    const faults = rows.flatMap(({ table: { inForce }, item }) => {
      const sanction = book.sanction(item.sanction);
      if (!sanction) return [`${item.id}：没有 ${item.sanction}`];
      const [from, to = '9999-12-31'] = sanction.inForce;
      const dead = [inForce.from, inForce.to ?? '9999-12-31'].filter((day) => day < from || to < day);
      return dead.map((day) => `${item.id} ${day}`);
    });
    expect(faults).toEqual([]);
  });

  it.each(tables.map((table) => [table.id, table] as const))('%s 经核对没有毛病', (_, table) => {
    expect(checkBenchmark(table, book)).toEqual([]);
  });

  it('各种方法都有几个事项可看', () => {
    const has = (test: (span: ReturnType<typeof spansOf>[number]) => boolean) =>
      having((item) => spansOf(item).some(test));
    const counts = {
      货值倍数: has(({ base }) => base === 'goods'),
      违法所得倍数: has(({ base }) => base === 'gains'),
      收入比例: has(({ base }) => base === 'income'),
      损失比例: has(({ base }) => base === 'loss'),
      投资额比例: having(
        (item) =>
          spansOf(item).some(({ base }) => base === 'investment') ||
          item.weights?.starts.some(({ of }) => of.base === 'investment') === true,
      ),
      只有上限: has(({ min, ofSpan }) => min === undefined && !ofSpan),
      分列个人与单位: has(({ party }) => party !== undefined),
      法定幅度的份额: has(({ ofSpan }) => ofSpan === true),
      基础数额加单位数额: having(({ perUnit }) => perUnit !== undefined),
      权重累加: having(({ weights }) => weights !== undefined),
    };
    const least: typeof counts = {
      货值倍数: 5,
      违法所得倍数: 5,
      收入比例: 3,
      损失比例: 1,
      投资额比例: 2,
      只有上限: 5,
      分列个人与单位: 5,
      法定幅度的份额: 5,
      基础数额加单位数额: 3,
      权重累加: 6,
    };
    for (const [method, count] of Object.entries(least))
      expect(counts[method as keyof typeof counts], method).toBeGreaterThanOrEqual(count);
    expect(free.length).toBeGreaterThanOrEqual(8);
    expect(tables.filter(({ within }) => within).length).toBeGreaterThanOrEqual(2);
    expect(tables.filter(({ rounding }) => rounding).length).toBeGreaterThanOrEqual(1);
  });

  it('一栏的权重最重时恰为 100%，几栏的至少一栏如此', () => {
    const hundred = fraction(100);
    for (const { id, weights } of items) {
      if (!weights) continue;
      const most = weights.factors
        .map(({ degrees }) => fraction(degrees.at(-1)?.percent ?? 0))
        .reduce(plus, ZERO);
      const sums = weights.starts.map(({ percent }) => plus(fraction(percent), most));
      const full = ({ over, under }: typeof hundred) => over === 100n * under;
      expect(sums.some(full), id).toBe(true);
    }
  });

  it.each<[string, string, Record<string, FactorValue>, Partial<Record<Base, Fen>>, number]>([
    [
      'envw-major-change',
      '20＋0＋6＋5＋3＋0＋0＝34，34% × 1,000 万 × 5%',
      {
        document: '报告表类',
        location: '限批区或者环境敏感区',
        stage: '设备安装阶段',
        months: 3,
        times: 1,
        cooperates: true,
      },
      { investment: fen(10_000_000) },
      170_000,
    ],
    [
      'envw-permit-exceed',
      '7＋0＋0＋0＋3＋5＋0＝15，不足 20% 按 20%，20% × 100 万',
      {
        pollutants: 1,
        'water-class': 'B 类水污染物',
        'outlet-area': '一般区域',
        'daily-water': 50,
        excess: '超标不足 3 倍或者超量不足 30%',
        times: 1,
      },
      {},
      200_000,
    ],
    [
      'envw-hazwaste-dump',
      '60＋2＋13＋0＋0＝75，处置费用 8 万按 20 万，75% × 20 万 × 5',
      { tons: 1, location: '环境敏感区', 'overdue-uncorrected': false, times: 1 },
      { 'disposal-cost': fen(80_000) },
      750_000,
    ],
  ])('%s 按公开的权重算出：%s', (id, _, values, sums, yuan) => {
    const item = book.benchmarkItem(id)?.item;
    if (!item?.weights) throw new Error(`没有权重事项 ${id}`);
    const { settled, fine } = weigh(
      { ...item, weights: item.weights },
      { values, sums, notEstablished: [] },
      'unit',
    );
    expect(settled).toBe(true);
    const amount = fine && Number(fine.to.over) / Number(fine.to.under);
    expect(amount).toBe(fen(yuan));
    expect(fine?.from).toEqual(fine?.to);
  });

  it('取代关系指得到：被取代的表早一日失效，两张表的施行期不相接叠', () => {
    for (const { id, supersedes, inForce } of tables)
      for (const old of supersedes) {
        const table = tables.find((one) => one.id === old);
        expect(table, `${id} 取代 ${old}`).toBeDefined();
        expect((table?.inForce.to ?? '9999-12-31') < inForce.from, `${id} 取代 ${old}`).toBe(true);
      }
  });

  it('生态环境：旧法的表止于 2026-08-14，法典的表始于次日并取代它们', () => {
    const tablesOf = tables.filter(({ field }) => field === 'environment');
    expect(tablesOf.filter(({ inForce }) => inForce.to === '2026-08-14').length).toBe(2);
    const [code] = tablesOf.filter(({ inForce }) => inForce.from === '2026-08-15');
    expect(code?.supersedes).toEqual(['demo-environment-2022', 'demo-environment-weights-2022']);
  });
});
