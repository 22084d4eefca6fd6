import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A question with the ids of the entries that answer it. */
export interface Question {
  id: string;
  group: string;
  text: string;
  expect: Set<string>;
  asOf?: string;
}

export type Part = 'train' | 'validation';

/** Questions whose id's SHA-256 begins with a smaller byte are for validation alone. */
const VALIDATION = 77;

/** Lay questions about statutes: `folder` holds queries.jsonl and qrels.tsv. */
export function layQuestions(folder: string, part: Part): Question[] {
  const answers = Map.groupBy(
    readFileSync(join(folder, 'qrels.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t')),
    ([id]) => id,
  );
  return readRows<{ id: string; text: string }>(join(folder, 'queries.jsonl'))
    .filter(({ id }) => digestOf(id)[0]! < VALIDATION === (part === 'validation'))
    .map(({ id, text }) => ({
      id,
      group: '通俗提问',
      text,
      expect: new Set((answers.get(id) ?? []).flatMap(([, document]) => (document ? [document] : []))),
    }))
    .filter(({ expect }) => expect.size > 0);
}

/**
 * A clause of some articles, to find the article by: a query worded like a statute. For validation the first of the
 * article, for training any.
 */
export function articleWords(file: string, part: Part): Question[] {
  const [from, to] = part === 'validation' ? [0, 400] : [400, 2400];
  return readRows<{ id: string; text: string }>(file)
    .filter(({ id }) => {
      const number = digestOf(id).readUInt16BE(0);
      return number >= from && number < to;
    })
    .flatMap(({ id, text }) => {
      const clauses = text.split(/[，。；：]/).filter(({ length }) => length >= 12 && length <= 60);
      const clause = clauses[part === 'validation' ? 0 : digestOf(id)[2]! % Math.max(1, clauses.length)];
      return clause ? [{ id, group: '法条原句', text: clause, expect: new Set([id]) }] : [];
    });
}

/** Our own administrative questions. */
export function ownQuestions(part: Part): Question[] {
  interface Row {
    id: string;
    kind: string;
    part: string;
    text: string;
    expect: string[];
    asOf?: string;
  }
  return readRows<Row>(resolve(import.meta.dirname, '../evals/questions/administrative.jsonl'))
    .filter((row) => row.part === part)
    .map(({ id, kind, text, expect, asOf }) => ({
      id,
      group: `行政执法提问 ${kind}`,
      text,
      expect: new Set(expect),
      ...(asOf ? { asOf } : {}),
    }));
}

export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function readRows<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}
