import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import type { NotInForce } from '../../../corpus/violations/not-in-force.ts';
import type { Catalogue } from '../../../corpus/violations/violation.ts';
import type { AppError } from '../../../errors.ts';
import { today } from '../../../law/dates.ts';
import type { Person } from '../../../staff/person.ts';
import { FaultSummary, Page } from '../page.tsx';
import { catalogueLink } from './catalogue-link.ts';
import type { CatalogueQuery } from './catalogue-query.ts';
import { entryDays, isInForceOn } from './in-force-on.ts';
import { MatchList } from './match-list.tsx';
import { WhatForm } from './what-form.tsx';

interface CatalogueProps {
  person: Person;
  catalogue: Catalogue;
  query: CatalogueQuery;
  book: ReferenceBook;
  dense: boolean;
  matches?: ViolationMatch[] | undefined;
  others?: NotInForce[] | undefined;
  error?: AppError;
}

/** 事项目录: what people do, by field, and the search by what happened. */
export function CataloguePage(props: CatalogueProps) {
  const { person, catalogue, query, book, dense, matches, others, error } = props;
  const fields = fieldsOf(catalogue);
  return (
    <Page title={query.q ? `${query.q} · 事项目录` : '事项目录'} person={person} active="/catalogue">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>事项目录</h1>
          <span class="soft">
            违法事项 {catalogue.items.length} 项，程序问题 {catalogue.questions.length} 个
          </span>
        </div>
        <FaultSummary error={error} />
        <WhatForm action="/catalogue" query={query} fields={fields.map(({ name }) => name)} />
        {matches && (
          <MatchList matches={matches} others={others} book={book} asOf={query.asOf} dense={dense} />
        )}
        {!matches && fields.length === 0 && (
          <div class="empty">
            <h2>目录还是空的</h2>
            <p>由系统管理员导入本机关的行政执法事项清单，事项就列在这里。</p>
          </div>
        )}
        {!matches && <Tree catalogue={catalogue} fields={fields} query={query} />}
      </div>
    </Page>
  );
}

interface FieldCount {
  name: string;
  items: number;
  questions: number;
}

function fieldsOf({ items, questions }: Catalogue): FieldCount[] {
  const fields = new Map<string, FieldCount>();
  const of = (name: string) => {
    const field = fields.get(name) ?? { name, items: 0, questions: 0 };
    fields.set(name, field);
    return field;
  };
  for (const { field } of items) of(field).items += 1;
  for (const { field } of questions) of(field).questions += 1;
  return [...fields.values()];
}

/** The fields with their counts; the one that is open lists its entries. */
function Tree({
  catalogue,
  fields,
  query,
}: Pick<CatalogueProps, 'catalogue' | 'query'> & { fields: FieldCount[] }) {
  return (
    <nav class="card catalogue-tree" aria-label="按领域">
      <ul>
        {fields.map(({ name, items, questions }) => {
          const open = name === query.field;
          const address = new URLSearchParams({
            ...(open ? {} : { field: name }),
            ...(query.asOf === today() ? {} : { asOf: query.asOf }),
          });
          return (
            <li id={`tree-${name}`}>
              <a
                href={`/catalogue?${address}#tree-${encodeURIComponent(name)}`}
                aria-expanded={open ? 'true' : 'false'}
              >
                {open ? '▾' : '▸'} {name}
              </a>{' '}
              <span class="count soft small">{counts(items, questions)}</span>
              {open && <Branch catalogue={catalogue} field={name} asOf={query.asOf} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function counts(items: number, questions: number): string {
  return [...(items ? [`${items} 项`] : []), ...(questions ? [`${questions} 问`] : [])].join('，');
}

function Branch({ catalogue, field, asOf }: { catalogue: Catalogue; field: string; asOf: string }) {
  const entries = [...catalogue.items, ...catalogue.questions].filter((one) => one.field === field);
  return (
    <ul>
      {entries.map((one) => (
        <li data-fact class="finding">
          <a class="question" href={catalogueLink(one.id, asOf === today() ? undefined : asOf)}>
            {'name' in one ? one.name : one.question}
          </a>
          {!isInForceOn(one.inForce, asOf) && (
            <span class="soft small">（{entryDays(one.inForce)}，所选日期不在其中）</span>
          )}
        </li>
      ))}
    </ul>
  );
}
