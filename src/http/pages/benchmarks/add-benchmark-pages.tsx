import type { Hono } from 'hono';
import { AppError } from '../../../errors.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { document } from '../page.tsx';
import { calculatorData } from './calculator-data.ts';
import { BenchmarkItemPage } from './item-page.tsx';
import { BenchmarkListPage } from './list-page.tsx';
import { readListQuery } from './list-query.ts';

/** The discretion benchmarks, and the table of each item with its calculator. What is asked stands in the address. */
export function addBenchmarkPages(app: Hono<AppEnv>, options: AppOptions): void {
  app.get('/benchmarks', (c) => {
    const query = readListQuery((name) => c.req.query(name));
    return c.html(document(<BenchmarkListPage person={signedIn(c)} book={options.book} query={query} />));
  });
  app.get('/benchmarks/:item', (c) => {
    const found = options.book.benchmarkItem(c.req.param('item'));
    if (!found) throw new AppError('not-found', '没有这个裁量事项，请回到裁量基准列表。');
    const data = calculatorData(found, options.book, new URL(c.req.url).searchParams);
    const page = <BenchmarkItemPage person={signedIn(c)} {...found} book={options.book} data={data} />;
    return c.html(document(page), data.state.faults.length > 0 ? 422 : 200);
  });
}
