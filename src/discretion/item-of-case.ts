import type { CaseFile } from '../cases/case-file.ts';
import { type Benchmark, type BenchmarkItem, hasNoFirstDay } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { chineseDay, type Day } from '../law/dates.ts';
import { isForRegion, namesNoPlace } from './tables/is-for-region.ts';
import { coversDay, inForceAt, isForParty, successorOf, type TableItem } from './tables/tables-beside.ts';
import type { DiscretionConflict, Step } from './tier-result.ts';

export interface ItemOfCase {
  benchmark?: Benchmark;
  item?: BenchmarkItem;
  steps: Step[];
  conflicts: DiscretionConflict[];
}

/**
 * The benchmark item of the case: the one it names, else the most concrete one in force in its region for the item of the
 * enforcement list. An item out of force on the day, of another region or for another kind of party blocks the
 * reckoning (行政处罚法 34: published benchmarks; 37: the law of the act).
 */
export function itemOfCase(file: CaseFile, book: ReferenceBook, on: Day | undefined): ItemOfCase {
  const steps: Step[] = [];
  const conflicts: DiscretionConflict[] = [];
  const named = file.benchmarkItem;
  const byCode = named ? {} : itemFor(file, book, on);
  const found = named ? book.benchmarkItem(named) : byCode.found;
  if (!found) {
    if (byCode.conflict) {
      conflicts.push(byCode.conflict);
    } else if (named) {
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
  conflicts.push(...notPrinted(benchmark, file, named !== undefined));
  const { from, to } = benchmark.inForce;
  if (on && !coversDay(benchmark, on)) {
    conflicts.push({
      kind: 'out-of-force',
      text: `《${benchmark.name}》自 ${chineseDay(from)}${to ? `至 ${chineseDay(to)}` : ''}有效，不能用于 ${chineseDay(on)} 的行为。`,
      blocks: true,
    });
  }
  const successor = on && successorOf(benchmark, book, on);
  if (successor) {
    conflicts.push({
      kind: 'superseded',
      text: `《${benchmark.name}》已被《${successor.name}》（自 ${chineseDay(successor.inForce.from)}起）取代，不能用于 ${chineseDay(on)} 的行为。`,
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
  if (!isForParty(item, file, book)) {
    conflicts.push({
      kind: 'other-party',
      text: `该基准事项只适用于${item.appliesTo === 'unit' ? '单位' : '个人'}，本案当事人是${file.party.kind === 'individual-business' ? '个体工商户，所依据的条款以其为' : ''}${item.appliesTo === 'unit' ? '个人' : '单位'}。`,
      blocks: true,
    });
  }
  return { benchmark, item, steps, conflicts };
}

/** A table that prints neither its place nor its days may be another's, or out of force: whoever chose it must know. */
function notPrinted(benchmark: Benchmark, file: CaseFile, chosen: boolean): DiscretionConflict[] {
  const region = file.agency.region ?? file.violation.region;
  const unknown = [
    ...(namesNoPlace(benchmark) ? [`适用地区${region ? `（本案在${region}）` : ''}`] : []),
    ...(hasNoFirstDay(benchmark) ? ['施行日'] : []),
  ];
  if (unknown.length === 0) return [];
  return [
    {
      kind: 'unknown-validity',
      text: `《${benchmark.name}》没有写明${unknown.join('和')}，能否用于本案请由人核对；核实后在导入的对应关系中写明（region、from），重新导入。`,
      blocks: !chosen,
    },
  ];
}

/**
 * The item for a code of the enforcement list, from the most concrete table in force. Several tables of one level need a
 * person's choice, as do several items of one table (then nothing is named here).
 */
function itemFor(
  file: CaseFile,
  book: ReferenceBook,
  on: Day | undefined,
): { found?: TableItem; conflict?: DiscretionConflict } {
  const code = file.violation.itemCode;
  const region = file.agency.region ?? file.violation.region;
  if (!code || !on || !region) return {};
  const fitting = inForceAt(book, region, on)
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(({ item }) => item.itemCode === code);
  const own = fitting.filter(({ item }) => isForParty(item, file, book));
  const candidates = own.length > 0 ? own : fitting;
  const depth = ({ benchmark }: TableItem) => (benchmark.region === '全国' ? 0 : benchmark.region.length);
  const deepest = Math.max(0, ...candidates.map(depth));
  const lowest = candidates.filter((one) => depth(one) === deepest);
  if (lowest.length === 1) return { found: lowest[0]! };
  const names = [...new Set(lowest.map(({ benchmark }) => benchmark.name))];
  if (names.length < 2) return {};
  return {
    conflict: {
      kind: 'several-benchmarks',
      text: `有几个同级的裁量基准规定本案事项（${names.map((name) => `《${name}》`).join('、')}），都在行为日有效，适用哪一个请指明。`,
      blocks: true,
    },
  };
}
