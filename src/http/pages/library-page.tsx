import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { search } from '../../corpus/search.ts';
import { AppError } from '../../errors.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay, isDay, today } from '../../law/dates.ts';
import type { Person } from '../../staff/person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { problemOf } from '../problem.ts';
import { splitQuotes } from './desk/split-quotes.ts';
import { document, FaultSummary, Page } from './page.tsx';

type Found = Awaited<ReturnType<typeof search>>;
type Hit = Found['hits'][number];
const KINDS = { all: '全部', law: '法规', benchmark: '裁量基准', case: '案例' } as const;
type Kind = keyof typeof KINDS;

/** Library search: which words, in what, as of which day. */
export function addLibraryPages(app: Hono<AppEnv>, options: AppOptions): void {
  app.get('/library', async (c) => {
    const person = signedIn(c);
    const query = {
      q: (c.req.query('q') ?? '').trim(),
      kind: kindOf(c.req.query('kind')),
      asOf: c.req.query('asOf') || today(),
    };
    try {
      if (!isDay(query.asOf)) {
        throw new AppError('invalid-input', '日期有误，请写作 YYYY-MM-DD。', {
          faults: [{ path: 'asOf', expected: '存在的日期，写作 YYYY-MM-DD' }],
        });
      }
      const found = query.q
        ? await search(options.database.db, query.q, {
            kind: query.kind,
            asOf: query.asOf,
            limit: 20,
            ...(options.embedder ? { embedder: options.embedder } : {}),
          })
        : undefined;
      return c.html(document(<LibraryPage person={person} query={query} found={found} />));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.html(
        document(<LibraryPage person={person} query={query} error={error} />),
        problemOf(error).status,
      );
    }
  });
}

function kindOf(value: string | undefined): Kind {
  return value && value in KINDS ? (value as Kind) : 'all';
}

interface LibraryProps {
  person: Person;
  query: { q: string; kind: Kind; asOf: string };
  found?: Found | undefined;
  error?: AppError;
}

function LibraryPage({ person, query, found, error }: LibraryProps) {
  return (
    <Page title={query.q ? `${query.q} · 法规库` : '法规库'} person={person} active="/library">
      <div class="sheet stack">
        <h1>法规库</h1>
        <FaultSummary error={error} />
        <form method="get" action="/library" class="row inline">
          <label class="visually-hidden" for="search">
            检索词
          </label>
          <input
            type="search"
            id="search"
            name="q"
            value={query.q}
            size={40}
            placeholder="条文、事项或案情"
          />
          <label class="visually-hidden" for="kind">
            范围
          </label>
          <select name="kind" id="kind">
            {Object.entries(KINDS).map(([id, name]) => (
              <option value={id} selected={id === query.kind}>
                {name}
              </option>
            ))}
          </select>
          <label for="field-asOf" class="visually-hidden">
            截至日期
          </label>
          <input type="date" id="field-asOf" name="asOf" value={query.asOf} />
          <button class="primary" type="submit">
            检索
          </button>
        </form>
        {found ? (
          <Results found={found} query={query} />
        ) : (
          <div class="empty">
            <h2>按哪一天的法，就查哪一天的法</h2>
            <p>输入条文、违法行为或案情。默认查今天有效的规定；查旧案，请改日期。</p>
          </div>
        )}
      </div>
    </Page>
  );
}

function Results({ found, query }: { found: Found; query: LibraryProps['query'] }) {
  if (found.hits.length === 0) {
    return (
      <div class="empty">
        <h2>没有找到</h2>
        <p>
          {chineseDay(found.asOf)}有效的内容中没有相符的。请换个说法、放宽范围，或由系统管理员导入更多法规。
        </p>
      </div>
    );
  }
  return (
    <div>
      <p class="soft small">
        {chineseDay(found.asOf)}有效，前 {found.hits.length} 条
      </p>
      {found.hits.map((hit) => (
        <HitCard hit={hit} words={wordsOf(query.q)} />
      ))}
    </div>
  );
}

function HitCard({ hit, words }: { hit: Hit; words: string[] }) {
  const [from, to] = hit.inForce;
  return (
    <section class="card hit" id={hit.id}>
      <div class="row">
        <h3>
          <Highlighted text={titleOf(hit)} words={words} />
        </h3>
        <span class="tag">{KINDS[hit.kind]}</span>
        {hit.kind === 'law' && hit.textIs === 'gist' && (
          <span class="tag tag-amber" title="尚未导入官方文本，以下是本软件写的要旨">
            要旨
          </span>
        )}
        <span class="row-end soft small">
          {from ? `${chineseDay(from)}起` : ''}
          {to ? `至${chineseDay(to)}` : from ? '施行' : ''}
        </span>
      </div>
      <p class="prose pre">
        <Highlighted text={shorten(hit.text)} words={words} />
      </p>
    </section>
  );
}

/** An article by its number; benchmarks and cases by their name. */
function titleOf(hit: Hit): string {
  if (hit.kind !== 'law' || !hit.law || !hit.article) return hit.title;
  const [article = '', paragraph, item] = hit.article.split('.');
  return citationText({
    law: hit.law,
    article,
    ...(paragraph ? { paragraph: Number(paragraph) } : {}),
    ...(item ? { item: Number(item) } : {}),
  });
}

function Highlighted({ text, words }: { text: string; words: string[] }): Child {
  return <>{splitQuotes(text, words).map((run) => (run.quoted ? <mark>{run.text}</mark> : run.text))}</>;
}

/** The words to highlight: the parts of the query, and its two-character pieces for longer Chinese ones. */
function wordsOf(query: string): string[] {
  const parts = query.split(/[\s，。、；：“”《》（）]+/).filter((part) => part.length > 1);
  return parts.flatMap((part) => {
    const points = [...part];
    return points.length <= 4 ? [part] : points.slice(0, -1).map((point, index) => point + points[index + 1]);
  });
}

function shorten(text: string): string {
  const points = [...text];
  return points.length > 400 ? `${points.slice(0, 400).join('')}……` : text;
}
