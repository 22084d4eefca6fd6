import type { Child } from 'hono/jsx';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { AppError } from '../../../errors.ts';
import type { RecordEntry } from '../../../records/record-entry.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { CaseHead } from './case-head.tsx';
import type { DeskData } from './desk-data.ts';
import { DiscretionView } from './discretion-view.tsx';
import { FactForm } from './fact-form.tsx';
import { FactsView } from './facts-view.tsx';
import { FindingsColumn } from './findings-column.tsx';
import { LeftColumn } from './left-column.tsx';
import { LikesView } from './likes-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { OpenView } from './open-view.tsx';
import { DocumentsView, PeopleView, RecordsTable, UploadView } from './other-views.tsx';
import { PaperView } from './paper-view.tsx';
import { PenaltyOnly } from './penalty-only.tsx';
import { originOf, type ReadingData } from './reading-data.ts';
import { ReadingList } from './reading-list.tsx';
import type { ReadingQuery } from './reading-query.ts';
import { ReadingView } from './reading-view.tsx';
import type { WhatData } from './what-data.ts';
import { WhatView } from './what-view.tsx';

export interface DeskQuery {
  view: string;
  paper?: string | undefined;
  rule?: string | undefined;
  fact?: string | undefined;
  path?: string | undefined;
  /** What is said to have happened, on the view that asks. */
  q?: string | undefined;
  /** What is open on 核对. */
  reading?: ReadingQuery | undefined;
}

interface DeskPageProps {
  desk: DeskData;
  query: DeskQuery;
  records?: RecordEntry[];
  handlers?: Person[];
  /** What was read of the case, on the views that show it. */
  reading?: ReadingData | undefined;
  /** What may have happened, on the view that asks, and the library that it is read in. */
  what?: WhatData | undefined;
  book: ReferenceBook;
  /** A refused form: what was typed is kept and shown again. */
  refused?: { error: AppError; kept: Record<string, string> } | undefined;
}

/** One case: what there is, the thing itself, and what follows from it. */
export function DeskPage(props: DeskPageProps) {
  const { desk, query, reading } = props;
  const checks = query.view === 'reading' && reading && query.reading;
  return (
    <Page title={desk.stored.title} person={desk.person} active="/cases" desk>
      <CaseHead desk={desk} />
      <div class="tabs no-print" data-tabs>
        <a href="#middle">案卷</a>
        <a href="#right">{checks ? '核对' : '八项审查'}</a>
      </div>
      <div class={checks ? 'desk desk-reading' : 'desk'} data-case={desk.stored.id}>
        <div class="column column-left" tabindex={-1}>
          <LeftColumn desk={desk} view={query.view} paper={query.paper} />
        </div>
        <button class="grip no-print" type="button" data-grip="left" aria-label="调整左栏宽度" />
        <section class="column column-middle" id="middle" tabindex={0} aria-label="案卷内容">
          <Middle {...props} />
        </section>
        <button class="grip no-print" type="button" data-grip="right" aria-label="调整右栏宽度" />
        {checks ? (
          <section
            class="column column-right"
            id="right"
            tabindex={0}
            aria-label="核对"
            data-shows={`reading ${checks.group} ${checks.open ?? ''} ${checks.correct ?? ''}`}
          >
            <ReadingList
              desk={desk}
              data={reading}
              query={checks}
              error={props.refused?.error}
              kept={props.refused?.kept}
            />
          </section>
        ) : (
          <section
            class="column column-right"
            id="right"
            tabindex={0}
            aria-label="八项审查"
            data-shows="findings"
          >
            <FindingsColumn desk={desk} picked={query.rule} />
          </section>
        )}
      </div>
    </Page>
  );
}

/** What only a penalty case has. */
const PENALTY_VIEWS = new Set(['likes', 'discretion', 'documents', 'what']);

function Middle({ desk, query, records, handlers, reading, what, book, refused }: DeskPageProps): Child {
  const { file } = desk.stored;
  const { discretion } = desk;
  if (!discretion && PENALTY_VIEWS.has(query.view)) return <PenaltyOnly action={file.action} />;
  switch (query.view) {
    case 'paper':
      return (
        <PaperView
          file={file}
          paperId={query.paper ?? ''}
          findings={desk.findings}
          rule={query.rule}
          fact={query.fact}
          origin={reading && originOf(reading, query.paper ?? '')}
        />
      );
    case 'fact':
      return (
        <FactForm
          desk={desk}
          path={query.path}
          rule={query.rule}
          error={refused?.error}
          {...(refused ? { kept: refused.kept } : {})}
        />
      );
    case 'reading':
      return <ReadingView desk={desk} data={reading} query={query.reading ?? { group: 'paper' }} />;
    case 'what':
      return (
        what &&
        file.action === 'penalty' && (
          <WhatView desk={desk} file={file} what={what} book={book} error={refused?.error} />
        )
      );
    case 'matrix':
      return <MatrixView desk={desk} />;
    case 'open':
      return <OpenView desk={desk} />;
    case 'likes':
      return discretion && <LikesView discretion={discretion} />;
    case 'discretion':
      return discretion && <DiscretionView desk={desk} discretion={discretion} refused={refused} />;
    case 'documents':
      return <DocumentsView desk={desk} />;
    case 'people':
      return <PeopleView desk={desk} handlers={handlers ?? []} />;
    case 'records':
      return (
        <div class="stack">
          <h2>本案记录</h2>
          <RecordsTable entries={records ?? []} people={desk.people} />
        </div>
      );
    case 'upload':
      return <UploadView desk={desk} error={refused?.error} kept={refused?.kept.text ?? ''} />;
    default:
      return <FactsView desk={desk} />;
  }
}
