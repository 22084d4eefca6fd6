import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { conditionsOfItem } from '../../src/discretion/conditions-of-item.ts';
import { representativeValues } from '../../src/discretion/representative-values.ts';
import type { TableItem } from '../../src/discretion/tables/tables-beside.ts';
import type { FactorValue } from '../../src/law/condition.ts';
import { BASE_NAMES, type Base } from '../../src/law/fine-range.ts';

/** The items of the bundled tables whose penal provision is known. */
export function bundledItems(): TableItem[] {
  const book = loadReferenceBook();
  return book
    .benchmarks()
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(({ item }) => book.sanction(item.sanction));
}

/** A case under one of the items, with a proposed fine in yuan where one is given; each fact answered by the seed, about one in eight not at all. */
export function caseUnderItem(
  items: TableItem[],
  place: number,
  seeds: number[],
  grounds: string[] = [],
  fine?: number,
): CaseFile {
  const { benchmark, item } = items[place % items.length]!;
  const conditions = conditionsOfItem(item);
  const facts: [string, FactorValue][] = item.factors.flatMap((declared, index) => {
    const values = representativeValues(declared.name, conditions, declared);
    const seed = seeds[index % seeds.length]! + index;
    const value =
      values.length > 0 ? values[seed % values.length]! : declared.type === 'number' ? seed % 40 : true;
    return seed % 8 === 7 ? [] : [[declared.name, value] as [string, FactorValue]];
  });
  const sums = Object.fromEntries(
    BASE_NAMES.map((base, index) => [base, { yuan: (1 + (seeds[index % seeds.length]! % 5_000_000)) / 100 }]),
  );
  for (const [name, value] of facts) {
    if (name in sums && typeof value === 'number')
      sums[name as Base] = { yuan: Math.round(value * 100) / 100 };
  }
  return readCaseFile({
    id: 'case',
    title: '示例案件',
    cause: item.violation,
    field: item.field,
    action: 'penalty',
    procedure: 'ordinary',
    agency: { name: '示例机关', region: benchmark.region },
    party: { kind: item.appliesTo === 'person' ? 'person' : 'organisation', name: '示例当事人' },
    violation: { name: item.violation, endedOn: benchmark.inForce.from, amounts: sums },
    provisions: {
      breached: item.breached,
      punishing: [loadReferenceBook().sanction(item.sanction)!.provision],
    },
    benchmarkItem: item.id,
    ...(fine === undefined
      ? {}
      : { proposal: { result: 'penalty', penalties: [{ type: 'fine', amount: fine }] } }),
    circumstances: {
      factors: Object.fromEntries(facts.filter(([name]) => !(name in sums))),
      grounds: grounds.map((kind) => ({ kind, state: 'accepted' })),
    },
  });
}
