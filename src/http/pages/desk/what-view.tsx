import type { CaseFile } from '../../../cases/case-file.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { AppError } from '../../../errors.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay } from '../../../law/dates.ts';
import { effectWords } from '../catalogue/choice-of.ts';
import { MatchList } from '../catalogue/match-list.tsx';
import { WhatForm } from '../catalogue/what-form.tsx';
import { CitationNote } from '../citation-note.tsx';
import { FaultSummary } from '../page.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import type { WhatData } from './what-data.ts';

interface WhatProps {
  desk: DeskData;
  file: CaseFile;
  what: WhatData;
  book: ReferenceBook;
  error?: AppError | undefined;
}

/** What happened, by the catalogue: what the case says now, and what may be chosen for it. */
export function WhatView({ desk, file, what, book, error }: WhatProps) {
  const { stored } = desk;
  const items = new Map(what.catalogue.items.map((one) => [one.id, one]));
  const matches = what.matches.filter(({ id }) => items.has(id));
  return (
    <div class="stack">
      <h2>发生了什么</h2>
      <FaultSummary error={error} />
      <Chosen desk={desk} file={file} what={what} />
      <WhatForm
        action={deskLink(stored.id)}
        query={{ q: what.q, asOf: what.asOf, field: '' }}
        day={
          what.dayKnown
            ? `按行为日${chineseDay(what.asOf)}`
            : `案件还没有写明行为日，按今天（${chineseDay(what.asOf)}）`
        }
      >
        <input type="hidden" name="view" value="what" />
      </WhatForm>
      {!what.q && <p class="small soft">以下按本案认定的事实和选定以前所说的话比较，也可以另外说。</p>}
      <MatchList
        matches={matches}
        others={what.others}
        book={book}
        asOf={what.asOf}
        dense={what.dense}
        actionOf={(match) =>
          desk.may.edit && (
            <form method="post" action={`/cases/${encodeURIComponent(stored.id)}/violation`}>
              <input type="hidden" name="item" value={match.id} />
              <input type="hidden" name="revision" value={String(stored.revision)} />
              <button class="tiny" type="submit" data-key="y" aria-label={`选定“${match.name}”`}>
                选定
              </button>
            </form>
          )
        }
        effectOf={({ id }) => {
          const item = items.get(id);
          return item && desk.may.edit ? effectWords(item, book, what.asOf, what.region) : undefined;
        }}
      />
    </div>
  );
}

/** What the case says now; the last choice can be taken back while it stands. */
function Chosen({
  desk: { stored, may },
  file,
  what: { last, asOf },
}: Pick<WhatProps, 'desk' | 'file' | 'what'>) {
  const places = [...(file.provisions?.breached ?? []), ...(file.provisions?.punishing ?? [])];
  return (
    <section class="card stack-small">
      <p>
        本案现为：<strong>{file.violation.name}</strong>
      </p>
      <p class="small">
        {places.length === 0 ? (
          <span class="unclear">? 还没有填条款</span>
        ) : (
          places.map(({ law, article, paragraph, item }, index) => {
            const citation = {
              law,
              article,
              ...(paragraph === undefined ? {} : { paragraph }),
              ...(item === undefined ? {} : { item }),
            };
            return (
              <>
                {index > 0 && '、'}
                <CitationNote citation={citation} asOf={asOf} label={citationText(citation)} />
              </>
            );
          })
        )}
      </p>
      {last && may.edit && (
        <form method="post" action={`/cases/${encodeURIComponent(stored.id)}/violation/undo`} class="row">
          <span class="small soft">
            第 {last.revision} 版选定了“{last.name}”
          </span>
          <input type="hidden" name="revision" value={String(stored.revision)} />
          <button class="tiny" type="submit" data-undo-last>
            撤销选定
          </button>
        </form>
      )}
    </section>
  );
}
