import { basename } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { decodeText } from '../files/decode-text.ts';
import { citationText } from '../law/citation.ts';
import { type Benchmark, benchmarkSchema } from './benchmark.ts';
import { type PastCase, pastCaseSchema } from './past-cases.ts';
import { type EntryDraft, type Reading, sha256 } from './source-draft.ts';

z.config(z.locales.zhCN());

/** Reads a benchmark or a list of past cases as our own YAML; anything else is a fault. */
export function* readYamlSource(file: string, bytes: Uint8Array): Generator<Reading> {
  const text = decodeText(bytes);
  if (text === undefined) {
    yield { fault: '不是文本文件（既非 UTF-8 也非 GB18030）' };
    return;
  }
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 50 });
  } catch (error) {
    yield { fault: `YAML 有误：${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
    return;
  }
  if (typeof value === 'object' && value !== null && 'cases' in value) {
    const read = z.strictObject({ cases: z.array(pastCaseSchema) }).safeParse(value);
    yield read.success
      ? caseSource(read.data.cases, basename(file), 'imported')
      : { fault: place('案例', read.error) };
  } else {
    const read = benchmarkSchema.safeParse(value);
    yield read.success ? benchmarkSource(read.data, 'imported') : { fault: place('裁量基准', read.error) };
  }
}

function place(what: string, error: z.ZodError): string {
  const issue = error.issues[0]!;
  return `不是完整的${what}：${issue.path.join('.') || '顶层'}：${issue.message}`;
}

/** One benchmark as a source; each item an entry `benchmark:<item>`. */
export function benchmarkSource(benchmark: Benchmark, origin: 'bundled' | 'imported'): Reading {
  const entries: EntryDraft[] = benchmark.items.map((item) => ({
    id: `benchmark:${item.id}`,
    title: item.violation,
    text: [
      `违法行为：${item.violation}`,
      ...(item.breached.length ? [`违反：${item.breached.map(citationText).join('、')}`] : []),
      ...item.tiers.map((tier) => `${tier.name}：${tier.conditions}`),
    ].join('\n'),
    textIs: 'gist',
    alsoSearched: `${benchmark.name} ${benchmark.field} ${item.field}`,
    payload: { benchmark: benchmark.id, item: item.id, name: benchmark.name, example: benchmark.example },
  }));
  return {
    source: {
      kind: 'benchmark',
      key: `benchmark:${benchmark.id}`,
      origin,
      title: benchmark.name,
      versionDate: benchmark.publishedOn ?? null,
      ...(benchmark.number ? { number: benchmark.number } : {}),
      region: benchmark.region,
      statedFrom: benchmark.inForce.from,
      ...(benchmark.inForce.to ? { statedTo: benchmark.inForce.to } : {}),
      digest: sha256(JSON.stringify(benchmark)),
      file: benchmark.id,
    },
    entries,
  };
}

/** Past cases as a source; each an entry `case:<id>`. */
export function caseSource(cases: PastCase[], file: string, origin: 'bundled' | 'imported'): Reading {
  return {
    source: {
      kind: 'case',
      key: `cases:${file}`,
      origin,
      title: file,
      versionDate: null,
      digest: sha256(JSON.stringify(cases)),
      file,
    },
    entries: cases.map((one) => ({
      id: `case:${one.id}`,
      title: one.title,
      text: [one.facts, ...(one.reasons ? [one.reasons] : [])].join('\n'),
      textIs: 'gist',
      region: one.region,
      alsoSearched: `${one.violation} ${one.field} ${[...one.breached, ...one.punishing].map(citationText).join(' ')}`,
      payload: {
        case: one.id,
        field: one.field,
        decidedOn: one.decidedOn,
        agency: one.agency,
        example: one.example,
      },
    })),
  };
}
