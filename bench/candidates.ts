import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { currentView } from '../src/corpus/library-view.ts';
import { scoreLexical } from '../src/corpus/score-lexical.ts';
import { type ExpansionTable, expandQuery, readExpansions } from '../src/corpus/search/expand-query.ts';
import { makeFilter } from '../src/corpus/search/make-filter.ts';
import { rankFeatures } from '../src/corpus/search/rank-features.ts';
import { lawNamed } from '../src/corpus/search/times-asked.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { today } from '../src/law/dates.ts';
import { openEmbedder } from '../src/models/embed.ts';
import { denseLists } from './dense-lists.ts';
import { articleWords, digestOf, layQuestions, ownQuestions, type Part, type Question } from './questions.ts';

/** Questions with the model and the expansions that never saw them. */
interface Batch {
  part: Part;
  questions: Question[];
  model: string;
  expansions?: string;
}

const DATA = resolve(import.meta.dirname, '../../shared/data');
const FOLDS = 3;
const POOL = 100;

/**
 * Writes what the re-ranker learns from, one question a line:
 * `npx node --import tsx bench/candidates.ts LIBRARIES FOLDS FILE`. LIBRARIES is the folder that bench/search-quality.ts made;
 * FOLDS holds, for each third of the training questions, a model folder with expansion.json made by
 * models/train/train.py and expansion.py with --leave-out: a model knows the questions that it was trained on too well.
 */
async function main(libraries: string, folds: string, file: string): Promise<void> {
  const statutes = join(DATA, 'retrieval/statutes');
  const articles = join(statutes, 'corpus.jsonl');
  const model = readConfig({}).embeddingModel ?? '';
  const lay = layQuestions(statutes, 'train');
  const out = await open(file, 'w');
  const write = async (library: string, kind: 'all' | 'law', batches: Batch[]) => {
    for (const batch of batches) {
      for await (const row of candidatesOf(join(libraries, library), kind, batch)) {
        await out.write(`${JSON.stringify(row)}\n`);
      }
      console.error(`${library}：${batch.questions.length} 问`);
    }
  };
  await write('statutes', 'all', [
    ...Array.from({ length: FOLDS }, (_, fold) => ({
      part: 'train' as const,
      questions: lay.filter(({ id }) => digestOf(id)[1]! % FOLDS === fold),
      model: join(folds, `fold${fold}`),
      expansions: join(folds, `fold${fold}/expansion.json`),
    })),
    { part: 'train', questions: articleWords(articles, 'train'), model },
    { part: 'validation', questions: layQuestions(statutes, 'validation'), model },
    { part: 'validation', questions: articleWords(articles, 'validation'), model },
  ]);
  await write('laws', 'law', [
    { part: 'train', questions: ownQuestions('train'), model },
    { part: 'validation', questions: ownQuestions('validation'), model },
  ]);
  await out.close();
}

async function* candidatesOf(folder: string, kind: 'all' | 'law', batch: Batch) {
  const embedder = await openEmbedder({ embeddingModel: batch.model });
  if (!embedder) throw new Error(`${batch.model} 里没有模型`);
  const database = await openDatabase({ dataFolder: folder });
  try {
    const { db } = database;
    const view = await currentView(db);
    const dense = await denseLists(db, embedder, join(folder, `${embedder.model}.i16`));
    const rows = await db.selectFrom('entries').select(['seq', 'id', 'law', 'title']).execute();
    const ids = new Map(rows.map(({ seq, id }) => [seq, id]));
    const laws = new Map(rows.map(({ seq, law, title }) => [seq, lawNamed(law ?? title)]));
    const table = readExpansions(batch.expansions);
    for (const question of batch.questions) {
      const found = await candidates(question, table);
      const expected = found.seqs.map((seq) => question.expect.has(ids.get(seq) ?? ''));
      const { group, text, expect } = question;
      yield {
        ...{
          group,
          text,
          part: batch.part,
          answers: expect.size,
          ids: found.seqs.map((seq) => ids.get(seq)),
          // How often a law is asked about is counted where the re-ranker learns.
          laws: found.seqs.map((seq) => laws.get(seq)),
        },
        right: expected.map(Number),
        rows: found.rows.map((row) => Array.from(row, (value) => Math.round(value * 1e5) / 1e5)),
      };
    }

    async function candidates({ text, asOf = today() }: Question, expansions: ExpansionTable) {
      const filter = makeFilter(asOf, { kind });
      const lexical = await scoreLexical(db, view, text, filter, POOL, expandQuery(text, expansions));
      const { top, of } = await dense(text, filter, POOL);
      const rest = lexical.top.flatMap(({ seq }) => {
        const cosine = of(seq);
        return cosine === undefined ? [] : [[seq, cosine] as const];
      });
      return rankFeatures(text, lexical, top, new Map([...top, ...rest]), new Map());
    }
  } finally {
    await database.close();
  }
}

const [libraries = 'data/search-quality', folds = 'data/folds', file = 'data/candidates.jsonl'] =
  process.argv.slice(2);
if (!existsSync(DATA)) console.error('候选：没有 ../shared/data，略过');
else await main(resolve(libraries), resolve(folds), resolve(file));
