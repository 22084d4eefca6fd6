import * as z from 'zod';
import type { CaseFile } from '../cases/case-file.ts';
import { readCaseFile } from '../cases/read-case-file.ts';
import type { Benchmark, BenchmarkItem } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { BASE_NAMES, type Base } from '../law/fine-range.ts';
import type { Sanction } from '../law/sanction.ts';
import { factorLabel } from './factor-label.ts';
import { tellsSidesApart } from './spans/tells-sides-apart.ts';

const value = z.union([z.number(), z.string(), z.boolean()]);

/**
 * Facts without a case file. `factors` by name, `amounts` in yuan by base; either may also stand at the top, as may a bare
 * list of facts alone. `on` is the day of the act; without it the engine asks for it.
 */
const factsSchema = z
  .object({
    on: z.string().refine(isDay, '应为 YYYY-MM-DD').optional(),
    party: z.enum(['person', 'organisation', 'individual-business', 'unit']).optional(),
    item: z.string().optional(),
    region: z.string().optional(),
    factors: z.record(z.string(), value).default({}),
    facts: z.record(z.string(), value).default({}),
    amounts: z.partialRecord(z.enum(BASE_NAMES as [Base, ...Base[]]), z.number()).default({}),
    grounds: z
      .array(z.object({ kind: z.string(), state: z.string().default('accepted') }).loose())
      .optional(),
    noGrounds: z.boolean().optional(),
  })
  .catchall(value);

/**
 * A case file with nothing but the facts that a calculator asks for, under one item of a table and the provision that it rests
 * on. `id` is an item's, or a table's when it has one item or the facts name it. Refuses with `invalid-input` or `not-found`.
 */
export function caseOfFacts(id: string, given: unknown, book: ReferenceBook): CaseFile {
  const parsed = factsSchema.safeParse(given);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new AppError('invalid-input', `事实文件的 ${path.join('.') || '内容'} 不合要求：${message}`);
  }
  const {
    on,
    party,
    item: named,
    region,
    factors,
    facts,
    amounts,
    grounds,
    noGrounds,
    ...rest
  } = parsed.data;
  const { benchmark, item } = itemOf(id, named, book);
  const sums: Partial<Record<Base, number>> = { ...amounts };
  const values: Record<string, number | string | boolean> = {};
  for (const [name, one] of Object.entries({ ...rest, ...facts, ...factors })) {
    if (BASE_NAMES.includes(name as Base) && typeof one === 'number') sums[name as Base] = one;
    else values[name] = one;
  }
  for (const [name, one] of Object.entries({ ...values, ...sums })) {
    if (typeof one === 'number' && one < 0)
      throw new AppError(
        'invalid-input',
        `事实“${factorLabel(name, item)}”应为不小于 0 的数字，不是 ${one}。`,
      );
  }
  // A table that names no region is for none in particular.
  const place = region ?? benchmark.region;
  const sanction = book.sanction(item.sanction);
  const provision = sanction?.provision;
  return readCaseFile({
    id: 'facts',
    title: `计算：${item.violation}`,
    cause: item.violation,
    field: item.field,
    action: 'penalty',
    procedure: 'ordinary',
    agency: {
      name: '（未指明机关）',
      ...(place && place !== '全国' ? { region: place } : {}),
    },
    party: { kind: kindOf(party, item, sanction), name: '（未指明当事人）' },
    violation: {
      name: item.violation,
      ...(on === undefined ? {} : { endedOn: on }),
      ...(item.itemCode ? { itemCode: item.itemCode } : {}),
      amounts: Object.fromEntries(Object.entries(sums).map(([base, yuan]) => [base, { yuan }])),
    },
    provisions: { breached: item.breached, ...(provision ? { punishing: [provision] } : {}) },
    benchmarkItem: item.id,
    circumstances: {
      factors: values,
      ...(grounds ? { grounds } : {}),
      ...(noGrounds === undefined ? {} : { noGrounds }),
    },
  });
}

/** The kind of party as given. Without it the one that the item is for, or any where nothing hangs on it; else it must be said. */
function kindOf(
  party: z.infer<typeof factsSchema>['party'],
  item: BenchmarkItem,
  sanction: Sanction | undefined,
): CaseFile['party']['kind'] {
  if (party) return party === 'unit' ? 'organisation' : party;
  if (item.appliesTo !== 'any') return item.appliesTo === 'unit' ? 'organisation' : 'person';
  if (!tellsSidesApart(item, sanction)) return 'organisation';
  throw new AppError(
    'invalid-input',
    `“${item.violation}”对单位和个人分别规定，请在事实中写明 party：unit（单位）、person（个人）或者 individual-business（个体工商户）。`,
  );
}

function itemOf(
  id: string,
  named: string | undefined,
  book: ReferenceBook,
): { benchmark: Benchmark; item: BenchmarkItem } {
  const found = book.benchmarkItem(id);
  if (found) return found;
  const benchmark = book.benchmarks().find((one) => one.id === id);
  if (!benchmark) {
    throw new AppError('not-found', `裁量基准库中没有“${id}”，应为事项编号；可在网页“裁量基准”中查看。`);
  }
  const items = benchmark.items.filter((one) => !named || one.id === named || one.violation === named);
  if (items.length === 1) return { benchmark, item: items[0]! };
  const ids = benchmark.items.slice(0, 5).map((one) => one.id);
  throw new AppError(
    'invalid-input',
    `《${benchmark.name}》有 ${benchmark.items.length} 个事项，请用 --benchmark 指明事项编号（如 ${ids.join('、')}），或者在事实文件中写 item。`,
  );
}
