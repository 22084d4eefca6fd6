import { readCriminalThresholds } from '../../src/corpus/criminal-threshold.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import type { OwnList, OwnViolation } from '../../src/corpus/violations/own-violation.ts';
import { type Citation, sameProvision } from '../../src/law/citation.ts';
import type { Day } from '../../src/law/dates.ts';
import type { NormLevel } from '../../src/law/penalties.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { sanctionsInText } from '../../src/law/sanctions-in-text.ts';
import { TEST_BENCHMARKS, TEST_SANCTIONS, TEST_TEXTS } from './test-law.ts';

interface Norm {
  title: string;
  level: NormLevel;
  /** The last article of each version, with its dates in force. */
  versions: { from: Day; to?: Day; articles: number }[];
}

/** The library of the rules' YAML cases: a few norms with their versions, so that every state of a citation occurs. */
const NORMS: Norm[] = [
  {
    title: '中华人民共和国食品安全法',
    level: 'law',
    versions: [{ from: '2015-10-01', articles: 154 }],
  },
  {
    title: '中华人民共和国行政处罚法',
    level: 'law',
    versions: [
      { from: '1996-10-01', to: '2021-07-14', articles: 64 },
      { from: '2021-07-15', articles: 86 },
    ],
  },
  {
    title: '中华人民共和国产品质量法',
    level: 'law',
    versions: [{ from: '2000-09-01', articles: 74 }],
  },
  {
    title: '示例旧条例',
    level: 'administrative-regulation',
    versions: [{ from: '2000-01-01', to: '2024-12-31', articles: 50 }],
  },
  {
    title: '示例新条例',
    level: 'administrative-regulation',
    versions: [{ from: '2026-01-01', articles: 60 }],
  },
  { title: '示例省示例条例', level: 'local-regulation', versions: [{ from: '2010-01-01', articles: 40 }] },
  { title: '示例部门规章', level: 'department-rule', versions: [{ from: '2010-01-01', articles: 40 }] },
  { title: '示例市示例办法', level: 'government-rule', versions: [{ from: '2010-01-01', articles: 20 }] },
  { title: '示例工作通知', level: 'normative-document', versions: [{ from: '2010-01-01', articles: 10 }] },
];

/** Items in each paragraph of the articles whose shape the test library knows; of the others it knows none. */
const SHAPES: Record<string, number[]> = {
  '中华人民共和国食品安全法 34': [13],
  '中华人民共和国食品安全法 124': [8, 0, 0],
  '示例部门规章 10': [0, 2],
  '示例部门规章 19': [3],
  '示例部门规章 20': [4],
};

/** Articles whose words before the items name a violation of their own. */
const HEADS = new Set(['示例部门规章 19']);

function partExists({ law, article, paragraph, item }: Citation): boolean {
  const shape = SHAPES[`${law} ${article}`];
  if (!shape) return true;
  const items = shape[(paragraph ?? 1) - 1];
  return items !== undefined && (item === undefined || item <= items);
}

const within = (on: Day, from: Day, to?: Day): boolean => from <= on && (!to || on <= to);

const CRIMINAL_THRESHOLDS = readCriminalThresholds();

/** An in-memory reference book over the tables of test-law.ts. */
export const TEST_BOOK: ReferenceBook = {
  cite(citation: Citation, on: Day) {
    const norm = NORMS.find((entry) => entry.title === citation.law);
    if (!norm) return { state: 'unknown-law' };
    const number = Number(citation.article.split('-')[0]);
    const version = norm.versions.find((entry) => within(on, entry.from, entry.to));
    if (version) {
      return number <= version.articles && partExists(citation)
        ? {
            state: 'in-force',
            level: norm.level,
            title: norm.title,
            gist: '示例要旨',
            ...(TEST_TEXTS[`${citation.law} ${citation.article}`]
              ? { text: TEST_TEXTS[`${citation.law} ${citation.article}`] }
              : {}),
            ...(HEADS.has(`${citation.law} ${citation.article}`) ? { headAlone: true } : {}),
          }
        : { state: 'no-such-article', level: norm.level };
    }
    const last = norm.versions.at(-1)!;
    if (last.to && last.to < on) return { state: 'repealed', since: last.to, level: norm.level };
    return { state: 'not-yet-in-force', from: norm.versions[0]!.from, level: norm.level };
  },
  levelOf: (law) => NORMS.find((entry) => entry.title === law)?.level,
  sanctionOf: (citation, on) =>
    sanctionsOf(citation).find((sanction) => within(on, sanction.inForce[0], sanction.inForce[1])),
  readingOf(citation, on) {
    const entered = TEST_BOOK.sanctionOf(citation, on);
    const text = TEST_TEXTS[`${citation.law} ${citation.article}`];
    if (entered || text === undefined) return entered;
    const read = sanctionsInText(text, citation);
    return read
      ? { id: `text ${citation.article}`, provision: citation, inForce: ['2010-01-01'], ...read }
      : 'none';
  },
  sanctionsOf,
  sanction: (id) => TEST_SANCTIONS.find((sanction) => sanction.id === id),
  sanctionFactor: () => undefined,
  titleOf: (name) => NORMS.find(({ title }) => title === name || title === `中华人民共和国${name}`)?.title,
  statutes: () => [],
  statuteOf: () => undefined,
  benchmarkItem(id) {
    for (const benchmark of TEST_BENCHMARKS) {
      const item = benchmark.items.find((entry) => entry.id === id);
      if (item) return { benchmark, item };
    }
    return undefined;
  },
  benchmarks: () => TEST_BENCHMARKS,
  // The bundled table: its figures are law, and the cases stand on both sides of them.
  criminalThresholds: () => CRIMINAL_THRESHOLDS,
  ownLists: () => [],
};

/** The library with one list of enforcement items imported; a row is `{ row, name, code?, breached?, punishing? }`. */
export function bookWith(list?: object): ReferenceBook {
  if (!list) return TEST_BOOK;
  const { items = [], agency = '示例区市场监督管理局', ...given }: Partial<OwnList> = list;
  const own: OwnList = {
    agency,
    from: '2025-01-01',
    whole: true,
    ...given,
    items: items.map((item: Partial<OwnViolation>) => ({
      name: '',
      row: 0,
      agency,
      breached: [],
      punishing: [],
      ...item,
    })),
  };
  return { ...TEST_BOOK, ownLists: () => [own] };
}

function sanctionsOf(citation: Citation): Sanction[] {
  return TEST_SANCTIONS.filter((sanction) => sameProvision(sanction.provision, citation));
}
