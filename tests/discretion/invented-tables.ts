import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { type Benchmark, benchmarkSchema } from '../../src/corpus/benchmark.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import type { Sanction } from '../../src/law/sanction.ts';

type Given = Record<string, unknown>;
export type Facts = Record<string, number | string | boolean>;

export const LAW = '示例法';

/** A provision of an invented law with one span. */
export function sanctionOf(
  range: Sanction['fines'][number]['range'],
  more: Partial<Sanction> = {},
): Sanction {
  return {
    id: 'example-1',
    provision: { law: LAW, article: '1' },
    inForce: ['2020-01-01'],
    types: ['fine'],
    mandatory: ['fine'],
    fines: [{ range }],
    ...more,
  };
}

/** A weighted factor that is answered with a word: `[word, percent]`, from light to heavy. */
export function byWord(name: string, degrees: [string, number | string][]) {
  return {
    fact: { name, question: `${name}？`, type: 'choice', choices: degrees.map(([degree]) => degree) },
    weighted: {
      name,
      degrees: degrees.map(([degree, percent]) => ({
        name: degree,
        when: { factor: name, op: '=', value: degree },
        percent,
      })),
    },
  };
}

/** A weighted factor over a number: the percents of below the first bound, from it to the next, … (以上 includes, 以下 does not). */
export function byNumber(name: string, bounds: number[], percents: (number | string)[]) {
  const from = (value: number) => ({ factor: name, op: '>=', value });
  const below = (value: number) => ({ factor: name, op: '<', value });
  return {
    fact: { name, question: `${name}？`, type: 'number' },
    weighted: {
      name,
      degrees: percents.map((percent, index) => ({
        name: `${name}第 ${index + 1} 档`,
        when: {
          all: [
            ...(index > 0 ? [from(bounds[index - 1]!)] : []),
            ...(index < bounds.length ? [below(bounds[index]!)] : []),
          ],
        },
        percent,
      })),
    },
  };
}

export function weightedItem(
  starts: Given[],
  factors: ReturnType<typeof byWord | typeof byNumber>[],
  { facts = [], limits = {}, ...more }: { facts?: Given[]; limits?: Given } & Given = {},
): Given {
  return itemOf({
    factors: [...factors.map(({ fact }) => fact), ...facts],
    weights: { starts, factors: factors.map(({ weighted }) => weighted), ...limits },
    ...more,
  });
}

export function itemOf(more: Given): Given {
  return {
    id: 'item',
    violation: '示例违法行为',
    field: 'market',
    breached: [{ law: LAW, article: '9' }],
    sanction: 'example-1',
    figures: '示例数字',
    factors: [],
    ...more,
  };
}

export function tableOf(items: Given[], more: Given = {}): Benchmark {
  return benchmarkSchema.parse({
    id: 'table',
    name: '示例裁量基准',
    issuer: '示例省某局',
    region: '示例省',
    field: 'market',
    example: true,
    inForce: { from: '2022-01-01' },
    source: '示例',
    items,
    ...more,
  });
}

/** The bundled library with these tables and provisions instead of its own. */
export function bookOf(benchmarks: Benchmark[], sanctions: Sanction[]): ReferenceBook {
  const all = benchmarks.flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })));
  return {
    ...loadReferenceBook(),
    benchmarks: () => benchmarks,
    benchmarkItem: (id) => all.find(({ item }) => item.id === id),
    sanction: (id) => sanctions.find((one) => one.id === id),
    sanctionOf: ({ law, article }, on) =>
      sanctions.find(
        ({ provision, inForce: [from, to] }) =>
          provision.law === law && provision.article === article && from <= on && (!to || on <= to),
      ),
  };
}

/** A case with the facts, without gains and with nothing else; an organisation of 示例省, the act on 2023-05-01. */
export function caseWith(
  factors: Facts,
  amounts: Record<string, number> = { gains: 0 },
  more: Partial<Record<keyof CaseFile, unknown>> = {},
): CaseFile {
  return readCaseFile({
    id: 'case',
    title: '示例案件',
    cause: '示例违法行为',
    field: 'market',
    action: 'penalty',
    procedure: 'ordinary',
    agency: { name: '示例省某局', region: '示例省' },
    party: { kind: 'organisation', name: '示例公司' },
    violation: {
      name: '示例违法行为',
      endedOn: '2023-05-01',
      amounts: Object.fromEntries(Object.entries(amounts).map(([base, yuan]) => [base, { yuan }])),
    },
    provisions: { breached: [{ law: LAW, article: '9' }], punishing: [{ law: LAW, article: '1' }] },
    benchmarkItem: 'item',
    circumstances: { factors, noGrounds: true },
    ...more,
  });
}
