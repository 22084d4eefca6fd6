import { basename } from 'node:path';
import * as z from 'zod';
import { decodeText } from '../files/decode-text.ts';
import { type ByteType, HEAD_BYTES, typeOfBytes } from '../files/type-of-bytes.ts';
import { citationText } from '../law/citation.ts';
import { maskPersonalData } from '../law/mask-personal-data.ts';
import { type Benchmark, benchmarkSchema } from './benchmark.ts';
import { headOf, type StoredReading } from './benchmarks/stored-reading.ts';
import { type PastCase, pastCaseSchema } from './past-cases.ts';
import { placeInBenchmark } from './place-in-benchmark.ts';
import { type EntryDraft, type Reading, sha256 } from './source-draft.ts';
import { caseOfObject } from './sources/case-entry.ts';
import { readDataText } from './sources/read-data-text.ts';

z.config(z.locales.zhCN());

/** What files are that were given the wrong suffix. */
const FORMATS: Partial<Record<ByteType, string>> = {
  pdf: 'PDF',
  zip: '压缩包或 Office 文件（docx、xlsx）',
  ole: '旧式 Office 文件（doc、xls）',
  rtf: 'RTF',
};

/** Reads a benchmark, a list of past cases or a case file as our own YAML or JSON; anything else is a fault. */
export function* readYamlSource(file: string, bytes: Uint8Array, keepNames: boolean): Generator<Reading> {
  const format = FORMATS[typeOfBytes(bytes.subarray(0, HEAD_BYTES))];
  if (format) {
    yield { fault: `内容是${format}，不是 YAML 或 JSON，请改回原来的后缀后再导入` };
    return;
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    yield { fault: '不是文本文件（既非 UTF-8 也非 GB18030）' };
    return;
  }
  const data = readDataText(text, /\.json$/i.test(file));
  if ('fault' in data) {
    yield data;
    return;
  }
  const { value } = data;
  if (typeof value === 'object' && value !== null && 'cases' in value) {
    const read = z.strictObject({ cases: z.array(pastCaseSchema) }).safeParse(value);
    yield read.success
      ? caseSource(keepNames ? read.data.cases : read.data.cases.map(maskedCase), basename(file), 'imported')
      : { fault: place('案例', read.error) };
    return;
  }
  const one = isObject(value) ? caseOfObject(value, keepNames) : undefined;
  if (one) {
    const { id: key, title } = one;
    const digest = sha256(JSON.stringify(one));
    yield {
      source: {
        kind: 'case',
        key,
        origin: 'imported',
        title,
        versionDate: null,
        digest,
        file: basename(file),
      },
      entries: [one],
    };
  } else {
    const read = benchmarkSchema.safeParse(value);
    yield read.success
      ? benchmarkSource(read.data, 'imported')
      : { fault: place('裁量基准', read.error, value) };
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The party's name goes too where it is a natural person's. */
function maskedCase(one: PastCase): PastCase {
  const hide = (text: string): string => {
    const head = one.party.kind === 'person' ? `当事人：${one.party.name}\n` : '';
    const { text: shown } = maskPersonalData(`${head}${text}`);
    return head ? shown.slice(shown.indexOf('\n') + 1) : shown;
  };
  const name = one.party.kind === 'organisation' ? one.party.name : hide(one.party.name);
  return {
    ...one,
    title: hide(one.title),
    facts: hide(one.facts),
    reasons: hide(one.reasons),
    party: { ...one.party, name },
  };
}

function place(what: string, error: z.ZodError, table?: unknown): string {
  const issue = error.issues[0]!;
  const where = table === undefined ? issue.path.join('.') || '顶层' : placeInBenchmark(issue.path, table);
  return `不是完整的${what}：${where}：${issue.message}`;
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
    payload: {
      benchmark: benchmark.id,
      item: item.id,
      name: benchmark.name,
      example: benchmark.example,
      ...(origin === 'imported'
        ? { reading: { head: headOf(benchmark), item } satisfies StoredReading }
        : {}),
    },
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
      // With what is kept of a case, so that it is stored anew when that grows.
      digest: sha256(JSON.stringify(['provisions', cases])),
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
        violation: one.violation,
        ...(one.itemCode ? { itemCode: one.itemCode } : {}),
        ...(one.benchmarkItem ? { benchmarkItem: one.benchmarkItem } : {}),
        ...(one.party.kind === 'person' ? {} : { party: one.party.name }),
        breached: one.breached,
        punishing: one.punishing,
        example: one.example,
      },
    })),
  };
}
