import type { Hono } from 'hono';
import type { Benchmark, BenchmarkItem, Tier } from '../../corpus/benchmark.ts';
import { AppError } from '../../errors.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay } from '../../law/dates.ts';
import { GRADES } from '../../law/penalties.ts';
import type { Person } from '../../staff/person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { CHOICE_NAMES } from './choice-names.ts';
import { CitationNote } from './citation-note.tsx';
import { document, Page } from './page.tsx';
import { spanWords } from './span-words.ts';

/** The discretion benchmarks and the table of each item. */
export function addBenchmarkPages(app: Hono<AppEnv>, options: AppOptions): void {
  app.get('/benchmarks', (c) =>
    c.html(document(<BenchmarksPage person={signedIn(c)} benchmarks={options.book.benchmarks()} />)),
  );
  app.get('/benchmarks/:item', (c) => {
    const found = options.book.benchmarkItem(c.req.param('item'));
    if (!found) throw new AppError('not-found', '没有这个裁量事项，请回到裁量基准列表。');
    return c.html(document(<ItemPage person={signedIn(c)} benchmark={found.benchmark} item={found.item} />));
  });
}

function BenchmarksPage({ person, benchmarks }: { person: Person; benchmarks: Benchmark[] }) {
  return (
    <Page title="裁量基准" person={person} active="/benchmarks">
      <div class="sheet stack">
        <h1>裁量基准</h1>
        {benchmarks.length === 0 && (
          <div class="empty">
            <h2>还没有裁量基准</h2>
            <p>由系统管理员用 mingcai import 导入本地区的裁量基准。</p>
          </div>
        )}
        {benchmarks.map((benchmark) => (
          <section class="table-wrap">
            <table>
              <caption>
                {benchmark.name} {benchmark.example && <span class="tag tag-accent">示例</span>}
                <span class="soft small">
                  {' '}
                  {benchmark.issuer} · {chineseDay(benchmark.inForce.from)}起
                  {benchmark.inForce.to ? `至${chineseDay(benchmark.inForce.to)}` : ''}
                </span>
              </caption>
              <thead>
                <tr>
                  <th>违法行为</th>
                  <th>领域</th>
                  <th class="num">阶次</th>
                </tr>
              </thead>
              <tbody>
                {benchmark.items.map((item) => (
                  <tr>
                    <td>
                      <a href={`/benchmarks/${encodeURIComponent(item.id)}`}>{item.violation}</a>
                    </td>
                    <td class="nowrap">{CHOICE_NAMES.field?.[item.field] ?? item.field}</td>
                    <td class="num">{item.tiers.length}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Page>
  );
}

function ItemPage({
  person,
  benchmark,
  item,
}: {
  person: Person;
  benchmark: Benchmark;
  item: BenchmarkItem;
}) {
  return (
    <Page title={item.violation} person={person} active="/benchmarks">
      <div class="sheet stack">
        <p class="small">
          <a href="/benchmarks">裁量基准</a> › {benchmark.name}
        </p>
        <h1>{item.violation}</h1>
        <p>
          违反
          {item.breached.map((citation, index) => (
            <>
              {index > 0 && '、'}
              <CitationNote citation={citation} label={citationText(citation)} />
            </>
          ))}{' '}
          {benchmark.example && <span class="tag tag-accent">示例</span>}
        </p>
        <div class="table-wrap">
          <table>
            <thead>
              <tr>
                <th>阶次</th>
                <th>适用情形</th>
                <th>罚款</th>
                <th>等级</th>
              </tr>
            </thead>
            <tbody>
              {item.tiers.map((tier) => (
                <tr>
                  <td class="nowrap">{tier.name}</td>
                  <td>{tier.conditions}</td>
                  <td>{fineText(tier)}</td>
                  <td class="nowrap">{GRADES[tier.grade]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <section class="card">
          <h2>裁量因素</h2>
          <ul>
            {item.factors.map((factor) => (
              <li>
                {factor.question}
                {factor.choices ? <span class="soft">（{factor.choices.join('、')}）</span> : ''}
              </li>
            ))}
          </ul>
        </section>
        <p class="soft small">
          数字出处：{item.figures}。来源：{benchmark.source}
        </p>
      </div>
    </Page>
  );
}

function fineText({ fine, extra }: Tier): string {
  const words = fine ? [spanWords(fine), ...extra] : extra;
  return words.join('，') || '不罚款';
}
