import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Person } from '../../../staff/person.ts';
import { CHOICE_NAMES } from '../choice-names.ts';
import { Page } from '../page.tsx';
import { FaultList, FaultMark } from './fault-list.tsx';
import { faultsOfRow, faultsOfTable } from './faults-of-table.ts';
import type { ListQuery } from './list-query.ts';
import { NoPenaltyList } from './no-penalty-list.tsx';
import { Succession } from './succession.tsx';
import { itemLink, methodWords, PARTIES, tableLink, validityWords } from './table-words.ts';

/** A page of more rows would weigh too much; the rest is a click away. */
const MOST_ROWS = 300;

interface ListProps {
  person: Person;
  book: ReferenceBook;
  query: ListQuery;
}

/** Every table with its issuer, region and days, its items, its no-penalty list, and what the check found. */
export function BenchmarkListPage({ person, book, query }: ListProps) {
  const all = book.benchmarks();
  const tables = all
    .filter(({ id }) => !query.table || id === query.table)
    .map((benchmark) => ({
      benchmark,
      items: benchmark.items.filter((item) => fits(item, query, benchmark, book)),
      noPenalty: benchmark.noPenalty.filter((entry) => says(entry, query) && !query.faulty),
    }))
    .filter(({ items, noPenalty }) => !narrowed(query) || items.length > 0 || noPenalty.length > 0);
  let left = MOST_ROWS;
  return (
    <Page title="裁量基准" person={person} active="/benchmarks">
      <div class="sheet stack">
        <h1>裁量基准</h1>
        <ListForm query={query} all={all} />
        {all.length === 0 ? (
          <div class="empty">
            <h2>还没有裁量基准</h2>
            <p>由系统管理员用 mingcai import 导入本地区的裁量基准，或者在法规库的导入页上传。</p>
          </div>
        ) : (
          tables.length === 0 && (
            <div class="empty">
              <h2>没有符合条件的事项</h2>
              <p>
                换个说法，或者<a href="/benchmarks">看全部裁量基准</a>。
              </p>
            </div>
          )
        )}
        {tables.map(({ benchmark, items, noPenalty }) => {
          const shown = items.slice(0, left);
          left -= shown.length;
          return (
            <TableSection
              benchmark={benchmark}
              items={shown}
              rest={items.length - shown.length}
              noPenalty={noPenalty}
              book={book}
              alone={query.table !== ''}
            />
          );
        })}
      </div>
    </Page>
  );
}

function ListForm({ query, all }: { query: ListQuery; all: readonly Benchmark[] }) {
  const fields = [...new Set(all.flatMap(({ items }) => items.map(({ field }) => field)))];
  return (
    <form method="get" action="/benchmarks" class="card row inline" aria-label="筛选">
      <label for="field-q">违法行为</label>
      <input type="search" name="q" id="field-q" value={query.q} size={24} />
      <label for="field-field">领域</label>
      <select name="field" id="field-field">
        <option value="">全部</option>
        {fields.map((field) => (
          <option value={field} selected={field === query.field}>
            {CHOICE_NAMES.field?.[field] ?? field}
          </option>
        ))}
      </select>
      <label for="field-table">裁量基准</label>
      <select name="table" id="field-table">
        <option value="">全部</option>
        {all.map(({ id, name }) => (
          <option value={id} selected={id === query.table}>
            {name}
          </option>
        ))}
      </select>
      <label class="pair">
        <input type="checkbox" name="faulty" value="1" checked={query.faulty} />
        只看发现问题的
      </label>
      <button type="submit" class="primary">
        查看
      </button>
    </form>
  );
}

interface SectionProps {
  benchmark: Benchmark;
  items: readonly BenchmarkItem[];
  rest: number;
  noPenalty: Benchmark['noPenalty'];
  book: ReferenceBook;
  alone: boolean;
}

function TableSection({ benchmark, items, rest, noPenalty, book, alone }: SectionProps) {
  const faults = faultsOfTable(benchmark, book);
  const retype = benchmark.items.filter(({ needsRetyping }) => needsRetyping !== undefined).length;
  return (
    <section class="stack-small" id={`table-${benchmark.id}`}>
      <h2>
        <a href={tableLink(benchmark.id)}>{benchmark.name}</a>{' '}
        {benchmark.example && <span class="tag tag-accent">示例</span>}
      </h2>
      <p class="small soft">
        {[
          benchmark.issuer,
          benchmark.number,
          benchmark.region,
          validityWords(benchmark),
          `${benchmark.items.length} 个事项`,
          retype > 0 ? `其中 ${retype} 个需要重新录入，不能计算` : '',
          benchmark.noPenalty.length > 0 ? `轻微不罚 ${benchmark.noPenalty.length} 项` : '',
          faults.length > 0 ? `检查发现 ${faults.length} 处问题` : '检查未发现缺口、重叠或越出法定幅度',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Succession benchmark={benchmark} all={book.benchmarks()} />
      {alone && <FaultList faults={faults.filter(({ row }) => row === benchmark.id)} name="裁量基准整体" />}
      {items.length > 0 && (
        <div class="table-wrap">
          <table class="stacked">
            <caption class="visually-hidden">{benchmark.name}的事项</caption>
            <thead>
              <tr>
                <th>违法行为</th>
                <th>领域</th>
                <th>计算方法</th>
                <th>适用于</th>
                <th>检查</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr>
                  <td>
                    <a href={itemLink(item.id)}>{item.violation}</a>
                  </td>
                  <td class="nowrap">{CHOICE_NAMES.field?.[item.field] ?? item.field}</td>
                  <td class="nowrap">{methodWords(item)}</td>
                  <td class="nowrap">{PARTIES[item.appliesTo]}</td>
                  <td class="nowrap">
                    <FaultMark
                      count={faultsOfRow(faults, item.id).length}
                      retype={item.needsRetyping !== undefined}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rest > 0 && (
        <p>
          另有 {rest} 个事项没有列在本页：
          {alone ? '请用上面的“违法行为”缩小范围。' : <a href={tableLink(benchmark.id)}>只看这份基准</a>}
        </p>
      )}
      <NoPenaltyList entries={noPenalty} />
    </section>
  );
}

function narrowed({ q, field, faulty }: ListQuery): boolean {
  return q !== '' || field !== '' || faulty;
}

function says(one: { violation: string; field: string }, { q, field }: ListQuery): boolean {
  return (!q || one.violation.includes(q)) && (!field || one.field === field);
}

function fits(item: BenchmarkItem, query: ListQuery, benchmark: Benchmark, book: ReferenceBook): boolean {
  if (!says(item, query)) return false;
  return !query.faulty || faultsOfRow(faultsOfTable(benchmark, book), item.id).length > 0;
}
