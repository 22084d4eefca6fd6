import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Person } from '../../../staff/person.ts';
import { CHOICE_NAMES } from '../choice-names.ts';
import { FieldSelect } from '../field-select.tsx';
import { Page } from '../page.tsx';
import { FaultList, FaultMark } from './fault-list.tsx';
import { faultsOfRow, faultsOfTable, type TableCheck } from './faults-of-table.ts';
import { type ListQuery, listLink } from './list-query.ts';
import { NoPenaltyList } from './no-penalty-list.tsx';
import { Succession } from './succession.tsx';
import { itemLink, methodWords, PARTIES, tableLink, validityWords } from './table-words.ts';

/** A page of more rows would weigh too much; the rest is a click away. */
const MOST_ROWS = { all: 240, table: 60, alone: 150 };
/** So long (ms) the page waits for checks that were never made before. */
const PATIENCE = 120;

interface ListProps {
  person: Person;
  book: ReferenceBook;
  query: ListQuery;
}

/** Every table with its issuer, region and days, its items, its no-penalty list, and what the check found. */
export function BenchmarkListPage({ person, book, query }: ListProps) {
  const all = book.benchmarks();
  const until = performance.now() + PATIENCE;
  const tables = all
    .filter(({ id }) => !query.table || id === query.table)
    .map((benchmark) => {
      const check = faultsOfTable(benchmark, book, until);
      return {
        benchmark,
        check,
        items: benchmark.items.filter((item) => fits(item, query, check)),
        noPenalty: benchmark.noPenalty.filter((entry) => says(entry, query) && !query.faulty),
      };
    })
    .filter(({ items, noPenalty }) => !narrowed(query) || items.length > 0 || noPenalty.length > 0);
  const alone = query.table !== '';
  let left = alone ? MOST_ROWS.alone : MOST_ROWS.all;
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
        {tables.map(({ benchmark, check, items, noPenalty }) => {
          const from = alone ? query.from : 0;
          const shown = items.slice(from, from + (alone ? left : Math.min(left, MOST_ROWS.table)));
          left -= shown.length;
          return (
            <TableSection
              benchmark={benchmark}
              check={check}
              items={shown}
              from={from}
              count={items.length}
              noPenalty={noPenalty}
              book={book}
              query={query}
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
      <FieldSelect fields={fields} chosen={query.field} />
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
  check: TableCheck;
  /** Those on this page: from the `from`-th of `count`. */
  items: readonly BenchmarkItem[];
  from: number;
  count: number;
  noPenalty: Benchmark['noPenalty'];
  book: ReferenceBook;
  query: ListQuery;
}

function TableSection(props: SectionProps) {
  const { benchmark, check, items, noPenalty, book, query } = props;
  const { faults } = check;
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
          checkWords(check),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Succession benchmark={benchmark} all={book.benchmarks()} />
      {query.table !== '' && (
        <FaultList faults={faults.filter(({ row }) => row === benchmark.id)} name="裁量基准整体" />
      )}
      {items.length > 0 && (
        <section class="table-wrap" tabindex={0} aria-label={`${benchmark.name}的事项`}>
          <table class="stacked">
            <caption class="visually-hidden">{benchmark.name}的事项</caption>
            <thead>
              <tr>
                <th scope="col">违法行为</th>
                <th scope="col">领域</th>
                <th scope="col">计算方法</th>
                <th scope="col">适用于</th>
                <th scope="col">检查</th>
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
                      done={check.done}
                      retype={item.needsRetyping !== undefined}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Rest {...props} />
      <NoPenaltyList entries={noPenalty} />
    </section>
  );
}

/** The way to the rows that are not on this page. */
function Rest({ benchmark, items, from, count, query }: SectionProps) {
  if (count === items.length) return null;
  if (query.table === '') {
    return (
      <p>
        另有 {count - items.length} 个事项没有列在本页：
        <a href={listLink(query, { table: benchmark.id, from: 0 })}>只看这份基准</a>
      </p>
    );
  }
  const { alone } = MOST_ROWS;
  return (
    <nav class="row" aria-label="分页">
      <span class="soft">
        {items.length > 0 ? `第 ${from + 1} 至 ${from + items.length} 项，` : ''}共 {count} 项
      </span>
      {from > 0 && <a href={listLink(query, { from: Math.max(0, from - alone) })}>上一页</a>}
      {from + items.length < count && <a href={listLink(query, { from: from + alone })}>下一页</a>}
    </nav>
  );
}

function checkWords({ faults, done }: TableCheck): string {
  if (!done) return '检查还在进行，稍后重新打开本页可见全部结果';
  return faults.length > 0 ? `检查发现 ${faults.length} 处问题` : '检查未发现缺口、重叠或越出法定幅度';
}

function narrowed({ q, field, faulty }: ListQuery): boolean {
  return q !== '' || field !== '' || faulty;
}

function says(one: { violation: string; field: string }, { q, field }: ListQuery): boolean {
  return (!q || one.violation.includes(q)) && (!field || one.field === field);
}

function fits(item: BenchmarkItem, query: ListQuery, { faults }: TableCheck): boolean {
  if (!says(item, query)) return false;
  return !query.faulty || faultsOfRow(faults, item.id).length > 0;
}
