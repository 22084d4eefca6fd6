import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { search } from '../../../corpus/search.ts';
import type { ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import type { AppError } from '../../../errors.ts';
import { chineseDay } from '../../../law/dates.ts';
import { NORM_LEVELS } from '../../../law/penalties.ts';
import type { Person } from '../../../staff/person.ts';
import { catalogueLink } from '../catalogue/catalogue-link.ts';
import { ProvisionList } from '../catalogue/provision-list.tsx';
import { FaultSummary, Page } from '../page.tsx';
import { HitCard, hitLink } from './hit-card.tsx';
import { KINDS, type LibraryQuery } from './library-query.ts';
import { LibraryTabs } from './library-tabs.tsx';

type Found = Awaited<ReturnType<typeof search>>;

interface SearchProps {
  person: Person;
  query: LibraryQuery;
  /** Regions that the library knows, offered in the form. */
  regions: string[];
  book: ReferenceBook;
  found?: Found | undefined;
  /** Entries of the catalogue that the query surely tells of. */
  items?: readonly ViolationMatch[];
  error?: AppError;
}

/** Search: which words, in what, of which level and region, as of which day or which two. */
export function SearchPage({ person, query, regions, book, found, items = [], error }: SearchProps) {
  return (
    <Page title={query.q ? `${query.q} · 法规库` : '法规库'} person={person} active="/library">
      <div class="sheet stack">
        <h1>法规库</h1>
        <LibraryTabs person={person} active="/library" />
        <FaultSummary error={error} />
        <SearchForm query={query} regions={regions} />
        {found && <Items items={items} book={book} asOf={found.asOf} />}
        {found ? (
          <Results found={found} query={query} book={book} />
        ) : (
          <div class="empty">
            <h2>按哪一天的法，就查哪一天的法</h2>
            <p>
              输入条文、违法行为或案情。默认查今天有效的规定；查旧案，请改日期。行为日与决定日之间法律有修改的，填上决定日，两天有效的条文一并列出并注明。
            </p>
          </div>
        )}
      </div>
    </Page>
  );
}

/** What the query calls a violation, with its citations, whether or not the library holds the text of the articles. */
function Items({
  items,
  book,
  asOf,
}: {
  items: readonly ViolationMatch[];
  book: ReferenceBook;
  asOf: string;
}) {
  if (items.length === 0) return null;
  return (
    <section class="card stack-small">
      <h2>目录里的事项</h2>
      {items.map(({ id, name, kind, field, provisions }) => (
        <div>
          <p>
            <a href={catalogueLink(id, asOf)}>{name}</a>{' '}
            <span class="tag">{kind === 'question' ? '程序问题' : field}</span>
          </p>
          <ProvisionList provisions={provisions} book={book} asOf={asOf} />
        </div>
      ))}
    </section>
  );
}

function SearchForm({ query, regions }: Pick<SearchProps, 'query' | 'regions'>) {
  return (
    <form method="get" action="/library" class="stack-small library-form">
      <div class="row inline">
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
          enterkeyhint="search"
        />
        <button class="primary" type="submit">
          检索
        </button>
      </div>
      <div class="row inline small">
        <label for="field-kind">种类</label>
        <select name="kind" id="field-kind">
          {Object.entries(KINDS).map(([id, name]) => (
            <option value={id} selected={id === query.kind}>
              {name}
            </option>
          ))}
        </select>
        <label for="field-level">效力级别</label>
        <select name="level" id="field-level">
          <option value="">不限</option>
          {Object.entries(NORM_LEVELS).map(([id, name]) => (
            <option value={id} selected={id === query.level}>
              {name}
            </option>
          ))}
        </select>
        <label for="region">地区</label>
        <input
          type="text"
          id="region"
          name="region"
          value={query.region}
          size={10}
          list="regions"
          placeholder="不限"
        />
        <datalist id="regions">
          {['全国', ...regions].map((region) => (
            <option value={region} />
          ))}
        </datalist>
        <label for="agency">机关</label>
        <input
          type="text"
          id="agency"
          name="agency"
          value={query.agency}
          size={10}
          placeholder="名称的一段"
          title="制定或者作出决定的机关"
        />
        <label for="field-asOf">有效于（行为日）</label>
        <input type="date" id="field-asOf" name="asOf" value={query.asOf} />
        <label for="field-decidedOn">决定日</label>
        <input type="date" id="field-decidedOn" name="decidedOn" value={query.decidedOn} />
      </div>
    </form>
  );
}

function Results({ found, query, book }: { found: Found; query: LibraryQuery; book: ReferenceBook }) {
  const days = found.decidedOn
    ? `${chineseDay(found.asOf)}或${chineseDay(found.decidedOn)}有效`
    : `${chineseDay(found.asOf)}有效`;
  if (found.hits.length === 0) {
    return (
      <div class="empty">
        <h2>没有找到</h2>
        <p>
          {days}的内容中没有相符的{limits(query)}。请换个说法、放宽条件，或由系统管理员导入更多法规。
        </p>
      </div>
    );
  }
  return (
    <div>
      <h2 class="visually-hidden">检索结果</h2>
      <p class="soft small" role="status">
        {days}，前 {found.hits.length} 条{limits(query)}
        {found.mode === 'lexical' ? '；只按词语检索（没有装入语义模型）' : ''}
      </p>
      {found.hits.map((hit) => (
        <HitCard hit={hit} query={query} link={hitLink(hit, book)} />
      ))}
    </div>
  );
}

/** The filters that were set, in words: a filter is never dropped in silence. */
function limits({ kind, level, region, agency }: LibraryQuery): string {
  const set = [
    ...(kind === 'all' ? [] : [KINDS[kind]]),
    ...(level === '' ? [] : [NORM_LEVELS[level]]),
    ...(region === '' ? [] : [region]),
    ...(agency === '' ? [] : [agency]),
  ];
  return set.length ? `（限${set.join('、')}）` : '';
}
