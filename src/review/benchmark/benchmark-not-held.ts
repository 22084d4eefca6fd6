import { type Answer, type Context, unclear } from '../rules/rule.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { benchmarkPapers } from './benchmark-papers.ts';
import { namesBenchmark, sameBenchmark } from './same-benchmark.ts';

const TITLE = /《(?<title>[^《》\n]{2,60}?裁量[^《》\n]{0,40})》/g;
/** A name without its marks begins with the place: 对照示例省水行政处罚裁量基准. */
const BARE =
  /(?<title>[\u4e00-\u9fa5]{2,5}(?:省|市|自治区|自治州|区|县)[\u4e00-\u9fa5]{0,20}?裁量(?:权)?(?:基准|标准))/g;
/** How to use a table, and not a table. */
const NO_TABLE = /(?:指导意见|适用规则|实施意见|工作规则|通知|规定|办法)(?:\([^()]*\))?$/;

/**
 * The papers name a benchmark, and none that the library holds (where a person chose an item: none that is its table).
 * What the library's own table gives is then nothing to measure the case by. `undefined` where no paper names one, or one that is held.
 */
export function benchmarkNotHeld({ file, book }: Context): Answer | undefined {
  const named = namedBenchmarks(file);
  const [first] = named;
  if (!first) return undefined;
  const code = file.benchmarkItem ? undefined : file.violation.itemCode;
  // Without any table for the item there is nothing to measure by, and nothing to be mistaken for another.
  if (code && !book.benchmarks().some(({ items }) => items.some(({ itemCode }) => itemCode === code))) {
    return undefined;
  }
  const names = book.benchmarks().map(({ name }) => name);
  if (named.some(({ title }) => names.some((name) => sameBenchmark(title, name)))) return undefined;
  const title = first.title.replaceAll(/[《》]/g, '');
  return unclear(
    `材料引用的裁量基准是《${title}》，裁量基准库中没有这一基准，不能用库中的其他基准核对。`,
    [`《${title}》的文本`],
    [...named.map(({ path }) => path), 'benchmarkItem'],
  );
}

/** The benchmarks that the decision and the other papers name, that of the decision first. */
function namedBenchmarks(file: Context['file']): { title: string; path: string }[] {
  const own = file.decision?.benchmark;
  const decided = own ? [{ title: own, path: 'decision.benchmark' }] : [];
  const texts = [...agencyTexts(file).reverse(), ...benchmarkPapers(file)];
  const told = texts.flatMap(({ text, path }) => titlesIn(text, TITLE).map((title) => ({ title, path })));
  const bare = texts.flatMap(({ text, path }) => titlesIn(text, BARE).map((title) => ({ title, path })));
  const found = told.length > 0 ? told : bare;
  return [...decided, ...found].filter(
    ({ title }) => namesBenchmark(title) && !NO_TABLE.test(title.replaceAll(/[《》]/g, '')),
  );
}

const titlesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ groups }) => groups!.title!);
