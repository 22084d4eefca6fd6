import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarkJsonSchema } from '../../src/corpus/benchmark.ts';
import { parseYaml } from '../../src/corpus/parse-yaml.ts';
import { readBenchmark } from '../../src/corpus/read-benchmarks.ts';
import { jsonSchemaFaults } from '../support/json-schema-faults.ts';

const FOLDER = new URL('../../corpus/benchmarks/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
type Table = Record<string, unknown> & { items: Record<string, unknown>[] };
const tableOf = (name: string) => parseYaml(textOf(name)) as Table;

/** As printed: read by a checker that knows nothing of the reader of tables. */
const printed = JSON.parse(JSON.stringify(benchmarkJsonSchema()));
const accepts = (value: unknown) => jsonSchemaFaults(printed, value).length === 0;

describe('the JSON Schema of a benchmark', () => {
  it.each(files)('accepts %s', (name) => {
    expect(jsonSchemaFaults(printed, tableOf(name))).toEqual([]);
  });

  const [first] = files;
  const changed = (change: (table: Table, item: Record<string, unknown>) => void): Table => {
    const table = structuredClone(tableOf('demo-market.yaml'));
    change(table, table.items[0]!);
    return table;
  };
  const tiers = (item: Record<string, unknown>) => item.tiers as Record<string, unknown>[];
  it.each<[string, (table: Table, item: Record<string, unknown>) => void]>([
    ['an unknown key', (table) => Object.assign(table, { issuers: '某局' })],
    ['an unknown key of a tier', (_, item) => Object.assign(tiers(item)[0]!, { fin: { min: 1 } })],
    ['no issuer', (table) => delete table.issuer],
    ['another kind of grade', (_, item) => Object.assign(tiers(item)[0]!, { grade: 'medium' })],
    ['neither tiers nor weights nor units', (_, item) => delete item.tiers],
    ['an empty list of tiers', (_, item) => Object.assign(item, { tiers: [] })],
    ['tiers and weights at once', (_, item) => Object.assign(item, { weights: weightsOf() })],
    ['one fine and several', (_, item) => Object.assign(tiers(item)[0]!, { fine: {}, fines: [{}, {}] })],
    [
      'a share beyond the whole',
      (table) => Object.assign(table, { within: { lighter: { from: 0, to: 2 } } }),
    ],
    ['an empty condition', (_, item) => Object.assign(tiers(item)[0]!, { when: { all: [] } })],
  ])('refuses %s, as the reader does', (_, change) => {
    const table = changed(change);
    expect(accepts(table)).toBe(false);
    expect(() => readBenchmark(JSON.stringify(table), `${first}`)).toThrow(/有误/);
    expect(accepts(changed(() => undefined))).toBe(true);
  });

  it('accepts an item that must be typed anew', () => {
    const retyped = changed((_, item) => {
      delete item.tiers;
      Object.assign(item, { needsRetyping: '权重栏被合并。' });
    });
    expect(accepts(retyped)).toBe(true);
    expect(readBenchmark(JSON.stringify(retyped), 'retyped').items[0]!.needsRetyping).toBe('权重栏被合并。');
  });

  it('tells dates and says in Chinese what a field is for', () => {
    const text = JSON.stringify(benchmarkJsonSchema());
    expect(text).toContain('"format":"date"');
    expect(text).toContain('适用情形');
  });
});

function weightsOf(): unknown {
  return tableOf('demo-environment-weights-2022.yaml').items.find(({ weights }) => weights)?.weights;
}
