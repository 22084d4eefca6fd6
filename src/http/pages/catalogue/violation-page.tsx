import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { provisionsOf } from '../../../corpus/violations/match-violations.ts';
import type { Catalogue, Violation } from '../../../corpus/violations/violation.ts';
import { benchmarkItemsOf } from '../../../discretion/benchmark-items-of.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { catalogueLink } from './catalogue-link.ts';
import { EntryHead } from './entry-head.tsx';
import { fineWords, penaltyWords } from './fine-words.ts';
import { entryDays } from './in-force-on.ts';
import { PastCases } from './past-cases.tsx';
import type { PastOf } from './past-cases-of.ts';
import { ProvisionList } from './provision-list.tsx';

interface ViolationProps {
  person: Person;
  catalogue: Catalogue;
  violation: Violation;
  book: ReferenceBook;
  asOf: Day;
  past: PastOf;
}

/** One item of the catalogue with everything on it. */
export function ViolationPage(props: ViolationProps) {
  const { person, violation, book, asOf, past } = props;
  const { id, name, field, inForce, plain, penalties, fine, agency, level } = violation;
  return (
    <Page title={name} person={person} active="/catalogue">
      <article class="sheet stack">
        <EntryHead name={name} field={field} inForce={inForce} asOf={asOf} />
        <Followers {...props} />
        {violation.unverified && (
          <p class="note note-amber">
            ? 本项的条款没有核对过正式文本：{violation.unverified}。请先查对原文。
          </p>
        )}
        <p class="prose">{plain}</p>
        {person.role === 'handler' && (
          <p class="no-print">
            <a class="button" href={`/cases/new?${new URLSearchParams({ item: id, asOf })}`}>
              按这一项新建案件
            </a>
          </p>
        )}
        <section class="card stack-small" id="provisions">
          <h2>条款和处罚</h2>
          <ProvisionList provisions={provisionsOf(violation)} book={book} asOf={asOf} withDays />
          <dl class="facts small">
            <dt>处罚种类</dt>
            <dd>{penaltyWords(penalties)}</dd>
            {fine.length > 0 && (
              <>
                <dt>罚款幅度</dt>
                <dd>
                  {fine.map((span) => (
                    <div>{fineWords(span)}</div>
                  ))}
                </dd>
              </>
            )}
            <dt>主管机关</dt>
            <dd>{level ? `${level}${agency}` : agency}</dd>
            {(violation.own || violation.inOwnList !== undefined) && (
              <>
                <dt>本机关清单</dt>
                <dd>{ownWords(violation)}</dd>
              </>
            )}
            <dt>裁量基准</dt>
            <dd>
              <Benchmarks violation={violation} book={book} asOf={asOf} />
            </dd>
            {violation.crime && (
              <>
                <dt>相关罪名</dt>
                <dd>{violation.crime}</dd>
              </>
            )}
          </dl>
        </section>
        <div class="card-columns">
          <List title="构成要件" entries={violation.elements} />
          <List title="常见的证据" entries={violation.evidence} />
          <List title="不构成或者不罚的情形" entries={violation.excludes} />
          <Neighbours {...props} />
          <List title="人们怎样说" entries={violation.sayings} />
        </div>
        <PastCases past={past} />
      </article>
    </Page>
  );
}

function ownWords({ own, inOwnList }: Violation): string {
  if (!own) return inOwnList ? '清单里有' : '不在本机关清单里，请核对有没有职权';
  return `${own.agency}的清单第 ${own.row} 行${own.code ? `，编码 ${own.code}` : ''}`;
}

function List({ title, entries }: { title: string; entries: readonly string[] }) {
  if (entries.length === 0) return null;
  return (
    <section class="card stack-small">
      <h2>{title}</h2>
      <ul class="bullets">
        {entries.map((entry) => (
          <li>{entry}</li>
        ))}
      </ul>
    </section>
  );
}

/** What follows an item whose provisions were repealed, and what it follows itself. */
function Followers({ catalogue, violation }: ViolationProps) {
  const next = catalogue.items.find(({ id }) => id === violation.followedBy);
  const former = catalogue.items.filter(({ followedBy }) => followedBy === violation.id);
  const until = violation.inForce[1];
  const { afterwards } = violation;
  if (!next && !afterwards && former.length === 0) return null;
  return (
    <div class={next || afterwards ? 'note note-amber' : 'note'}>
      {!next && afterwards && (
        <p>
          本项条款{until ? `到${chineseDay(until)}止` : '已被代替'}。{afterwards}
        </p>
      )}
      {next && (
        <p>
          本项条款{until ? `到${chineseDay(until)}止` : '已被代替'}；之后的行为适用“
          <a href={catalogueLink(next.id)}>{next.name}</a>”（{entryDays(next.inForce)}）。
        </p>
      )}
      {former.map((one) => (
        <p>
          更早的行为适用“<a href={catalogueLink(one.id)}>{one.name}</a>”（{entryDays(one.inForce)}）。
        </p>
      ))}
    </div>
  );
}

function Benchmarks({ violation, book, asOf }: Pick<ViolationProps, 'violation' | 'book' | 'asOf'>) {
  const fitting = benchmarkItemsOf(violation, book, { on: asOf });
  if (fitting.length === 0) return <>{chineseDay(asOf)}没有同一依据的裁量基准事项</>;
  return (
    <>
      {fitting.map(({ benchmark, item }) => (
        <div>
          <a href={`/benchmarks/${encodeURIComponent(item.id)}`}>{item.violation}</a>{' '}
          <span class="soft">（{benchmark.name}）</span>{' '}
          {benchmark.example && <span class="tag tag-accent">示例</span>}
          {item.id !== violation.benchmarkItem && item.violation !== violation.name && (
            <span class="unclear"> ? 依据相同，是不是同一事项请核对</span>
          )}
        </div>
      ))}
    </>
  );
}

function Neighbours({ catalogue, violation }: ViolationProps) {
  const known = new Map(catalogue.items.map((one) => [one.id, one.name]));
  const neighbours = violation.neighbours.filter(({ id }) => known.has(id));
  if (neighbours.length === 0) return null;
  return (
    <section class="card stack-small">
      <h2>容易混的事项</h2>
      <ul class="bullets">
        {neighbours.map(({ id, tell }) => (
          <li>
            {tell}：<a href={catalogueLink(id)}>{known.get(id)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
