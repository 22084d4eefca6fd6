import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { ViolationMatch } from '../../corpus/violations/match-violations.ts';
import type { NotInForce } from '../../corpus/violations/not-in-force.ts';
import type { Violation } from '../../corpus/violations/violation.ts';
import type { AppError } from '../../errors.ts';
import type { Person } from '../../staff/person.ts';
import type { CatalogueQuery } from './catalogue/catalogue-query.ts';
import { MatchList } from './catalogue/match-list.tsx';
import { NewCaseForm } from './catalogue/new-case-form.tsx';
import { WhatForm } from './catalogue/what-form.tsx';
import { FileInput } from './file-input.tsx';
import { FaultSummary, Page } from './page.tsx';

interface NewCaseProps {
  person: Person;
  /** What is said to have happened, and what that may be. */
  query: CatalogueQuery;
  matches?: ViolationMatch[] | undefined;
  others?: NotInForce[] | undefined;
  /** The item that was chosen, and the number offered for its case. */
  chosen?: { violation: Violation; id: string } | undefined;
  book: ReferenceBook;
  /** Where this agency is. */
  region: string | undefined;
  dense: boolean;
  /** A refused form: what was typed. */
  kept?: Record<string, string>;
  error?: AppError;
}

/** A new case begins with what happened; a dossier or a case file can be handed in instead. */
export function NewCasePage(props: NewCaseProps) {
  const { person, query, matches, others, chosen, book, region, dense, kept, error } = props;
  return (
    <Page title="新建案件" person={person} active="/cases">
      <div class="sheet narrow stack">
        <h1>新建案件</h1>
        <p class="note">
          有案卷材料的，请<a href="/dossiers/new">交入案卷</a>，案件由材料建立，不用录入。
        </p>
        <FaultSummary error={error} />
        {chosen ? (
          <NewCaseForm
            {...chosen}
            book={book}
            region={region}
            asOf={query.asOf}
            q={query.q}
            kept={kept ?? {}}
            error={error}
          />
        ) : (
          <WhatForm action="/cases/new" query={query} />
        )}
        {matches && (
          <MatchList
            matches={matches}
            others={others}
            book={book}
            asOf={query.asOf}
            dense={dense}
            actionOf={(match) => (
              <a
                class="button tiny"
                data-key="y"
                href={`/cases/new?${new URLSearchParams({ q: query.q, asOf: query.asOf, item: match.id })}`}
                aria-label={`就是这一项：${match.name}`}
              >
                就是这一项
              </a>
            )}
          />
        )}
        {!chosen && (
          <>
            <h2>已有案件文件</h2>
            <CaseFileForm text={kept?.text} />
            <form method="post" action="/cases/examples">
              <button type="submit">载入示例案件</button>
            </form>
          </>
        )}
      </div>
    </Page>
  );
}

/** The form that takes a new case file, of any kind of act. */
function CaseFileForm({ text }: { text?: string | undefined }) {
  return (
    <form method="post" action="/cases" enctype="multipart/form-data" class="card">
      <div class="field">
        <FileInput name="upload" label="选择案件文件" accept=".json,application/json" about="upload-about" />
        <p class="hint" id="upload-about">
          JSON，各种执法行为，格式见 mingcai schema case-file
        </p>
      </div>
      <div class="field">
        <label for="field-text">或者粘贴案件文件的内容</label>
        <textarea name="text" id="field-text" rows={8} spellcheck={false}>
          {text ?? ''}
        </textarea>
      </div>
      <p class="field">
        <button class="primary" type="submit">
          建立案件
        </button>
      </p>
    </form>
  );
}
