import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { spanText } from '../../../discretion/statutory-range.ts';
import { citationText } from '../../../law/citation.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import type { Sanction, SanctionFine } from '../../../law/sanction.ts';
import type { Person } from '../../../staff/person.ts';
import { CitationNote } from '../citation-note.tsx';
import { Page } from '../page.tsx';
import type { CalculatorData } from './calculator-data.ts';
import { CalculatorForm } from './calculator-form.tsx';
import { CalculatorResult } from './calculator-result.tsx';
import { conditionWords } from './condition-words.ts';
import { Conventions } from './conventions.tsx';
import { FaultList } from './fault-list.tsx';
import { faultsOfItem } from './faults-of-table.ts';
import { ItemTable } from './item-table.tsx';
import { NoPenaltyList } from './no-penalty-list.tsx';
import { Succession } from './succession.tsx';
import { methodWords, PARTIES, tableLink, validityWords } from './table-words.ts';
import { withoutGaps } from './without-gaps.ts';

interface ItemProps {
  person: Person;
  benchmark: Benchmark;
  item: BenchmarkItem;
  book: ReferenceBook;
  data: CalculatorData;
}

/** One item: its law, the calculator with its result, the table with the cells that answer, and how the table is read. */
export function BenchmarkItemPage({ person, benchmark, item, book, data }: ItemProps) {
  const faults = faultsOfItem(benchmark, item, book);
  return (
    <Page title={item.violation} person={person} active="/benchmarks">
      <div class="sheet sheet-wide stack">
        <p class="small">
          <a href="/benchmarks">裁量基准</a> › <a href={tableLink(benchmark.id)}>{benchmark.name}</a>{' '}
          {benchmark.example && <span class="tag tag-accent">示例</span>}
        </p>
        <h1>{item.violation}</h1>
        <Head benchmark={benchmark} item={item} book={book} sanction={data.sanction} />
        {item.needsRetyping === undefined && <FaultList faults={faults} name="检查" />}
        <div class="calculator-grid">
          {item.needsRetyping === undefined && <CalculatorForm id={item.id} data={data} />}
          <CalculatorResult item={item} data={data} />
          <section class="stack-small calculator-table">
            <h2>裁量表</h2>
            <div id="item-table">
              <ItemTable item={item} marks={data.answer?.marks} />
            </div>
            <p class="soft small">
              ▸ 为事实所落入的格，? 为尚不能排除的格。裁量基准不是处罚的依据，处罚依据是上列条款。
            </p>
          </section>
        </div>
        <Conventions benchmark={benchmark} item={item} />
        <NoPenaltyList entries={data.entries} />
      </div>
    </Page>
  );
}

function Head({
  benchmark,
  item,
  book,
  sanction,
}: Pick<ItemProps, 'benchmark' | 'item' | 'book'> & { sanction: Sanction | undefined }) {
  return (
    <dl class="facts card item-head">
      <dt>违反</dt>
      <dd>
        {item.breached.length === 0
          ? '—'
          : item.breached.map((place) => (
              <CitationNote citation={withoutGaps(place)} label={citationText(withoutGaps(place))} />
            ))}
      </dd>
      <dt>处罚依据</dt>
      <dd>
        {sanction ? (
          <>
            <CitationNote citation={sanction.provision} label={citationText(sanction.provision)} />
            <span class="soft">{typesWords(sanction)}</span>
            {sanction.fines.map((fine) => (
              <span class="block">{fineOfStatute(fine, item)}</span>
            ))}
          </>
        ) : (
          <span class="unclear">? 罚则库中没有这一事项的处罚条款，不能核对法定幅度</span>
        )}
      </dd>
      <dt>方法</dt>
      <dd>
        {methodWords(item)}；
        {item.appliesTo === 'any' ? '单位、个人均适用' : `只适用于${PARTIES[item.appliesTo]}`}
      </dd>
      <dt>裁量基准</dt>
      <dd>
        {[benchmark.issuer, benchmark.number, benchmark.region, validityWords(benchmark)]
          .filter(Boolean)
          .join(' · ')}
        <Succession benchmark={benchmark} all={book.benchmarks()} />
      </dd>
    </dl>
  );
}

function typesWords({ types, mandatory }: Sanction): string {
  const optional = types.filter((type) => !mandatory.includes(type));
  const names = (list: Sanction['types']) => list.map((type) => PENALTY_TYPES[type]).join('、');
  return [
    mandatory.length > 0 ? `应当：${names(mandatory)}` : '',
    optional.length > 0 ? `可以：${names(optional)}` : '',
  ]
    .filter(Boolean)
    .join('；');
}

function fineOfStatute({ when, subject, party, range }: SanctionFine, item: BenchmarkItem): string {
  const whom = subject === 'responsible-person' ? '责任人员' : party ? PARTIES[party] : '';
  return [
    when ? `${conditionWords(when, item)}：` : '',
    whom ? `${whom}，` : '',
    `罚款 ${spanText(range)}`,
  ].join('');
}
