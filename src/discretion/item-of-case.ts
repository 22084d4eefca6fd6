import type { CaseFile } from '../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { chineseDay, type Day } from '../law/dates.ts';
import { isForRegion } from './tables/is-for-region.ts';
import type { DiscretionConflict, Step } from './tier-result.ts';

export interface ItemOfCase {
  benchmark?: Benchmark;
  item?: BenchmarkItem;
  steps: Step[];
  conflicts: DiscretionConflict[];
}

/**
 * The benchmark item of the case: the one it names, else the only one in force in its region for the item of the
 * enforcement list. An item out of force on the day, of another region or for another kind of party blocks the
 * reckoning (行政处罚法 34: published benchmarks; 37: the law of the act).
 */
export function itemOfCase(file: CaseFile, book: ReferenceBook, on: Day | undefined): ItemOfCase {
  const steps: Step[] = [];
  const conflicts: DiscretionConflict[] = [];
  const named = file.benchmarkItem;
  const found = named ? book.benchmarkItem(named) : onlyItemFor(file, book, on);
  if (!found) {
    if (named) {
      conflicts.push({
        kind: 'no-such-item',
        text: `裁量基准库中没有事项“${named}”，请核对事项编号或者先导入基准。`,
        blocks: true,
      });
    } else {
      steps.push({ step: '裁量基准', value: '本案没有指明裁量基准，只计算法定幅度', basis: '案卷' });
    }
    return { steps, conflicts };
  }
  const { benchmark, item } = found;
  steps.push({
    step: '裁量基准',
    value: `《${benchmark.name}》“${item.violation}”${benchmark.example ? '（示例）' : ''}`,
    basis: named
      ? `${benchmark.issuer}；${item.figures}`
      : `按执法事项 ${file.violation.itemCode} 对应；${item.figures}`,
  });
  if (item.needsRetyping !== undefined) {
    conflicts.push({
      kind: 'needs-retyping',
      text: `《${benchmark.name}》“${item.violation}”录入的表格有误，不能据以计算：${item.needsRetyping}`,
      blocks: true,
    });
  }
  const { from, to } = benchmark.inForce;
  if (on && (on < from || (to && on > to))) {
    conflicts.push({
      kind: 'out-of-force',
      text: `《${benchmark.name}》自 ${chineseDay(from)}${to ? `至 ${chineseDay(to)}` : ''}有效，不能用于 ${chineseDay(on)} 的行为。`,
      blocks: true,
    });
  }
  const region = file.agency.region ?? file.violation.region;
  if (region && !isForRegion(benchmark, region)) {
    conflicts.push({
      kind: 'other-region',
      text: `《${benchmark.name}》适用于${benchmark.region}，本案在${region}。`,
      blocks: true,
    });
  }
  const side = file.party.kind === 'organisation' ? 'unit' : 'person';
  if (item.appliesTo !== 'any' && item.appliesTo !== side) {
    conflicts.push({
      kind: 'other-party',
      text: `该基准事项只适用于${item.appliesTo === 'unit' ? '单位' : '个人'}，本案当事人是${side === 'unit' ? '单位' : '个人（含个体工商户）'}。`,
      blocks: true,
    });
  }
  return { benchmark, item, steps, conflicts };
}

function onlyItemFor(
  file: CaseFile,
  book: ReferenceBook,
  on: Day | undefined,
): { benchmark: Benchmark; item: BenchmarkItem } | undefined {
  const code = file.violation.itemCode;
  const region = file.agency.region ?? file.violation.region;
  if (!code || !on || !region) return undefined;
  const fitting = book
    .benchmarks()
    .filter(({ inForce }) => inForce.from <= on && (!inForce.to || on <= inForce.to))
    .filter((benchmark) => isForRegion(benchmark, region))
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(({ item }) => item.itemCode === code);
  return fitting.length === 1 ? fitting[0] : undefined;
}
