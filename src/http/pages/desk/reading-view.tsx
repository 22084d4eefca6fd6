import type { DeskData } from './desk-data.ts';
import { PaperView } from './paper-view.tsx';
import { originOf, type ReadingData } from './reading-data.ts';
import { openGroupOf, readingGroups } from './reading-groups.ts';
import type { ReadingQuery } from './reading-query.ts';

interface ReadingViewProps {
  desk: DeskData;
  data: ReadingData | undefined;
  query: ReadingQuery;
}

/** The middle of 核对: the paper, with the words of the fact that is looked at. */
export function ReadingView({ desk, data, query }: ReadingViewProps) {
  const { stored } = desk;
  if (!data) {
    return (
      <div class="empty">
        <h2>本案不是由材料读出的</h2>
        <p>交入案卷材料以后，读出的每项事实连同出处列在这里。</p>
        {desk.may.edit && (
          <a class="button primary" href={`/cases/${encodeURIComponent(stored.id)}/dossier`}>
            加入材料
          </a>
        )}
      </div>
    );
  }
  const paper = query.paper ?? firstPaper(desk, data, query);
  const row = data.rows.find(({ path }) => path === query.fact);
  const start = query.start === undefined ? undefined : Number(query.start);
  const said = [
    ...(row?.sources ?? []),
    ...data.reading.conflicts.filter(({ path }) => path === query.fact).flatMap(({ values }) => values),
    ...data.reading.instructions,
    ...data.reading.faults.map((fault) => ({ ...fault, start: undefined })),
  ].filter((one) => one.paper === paper);
  const exact = said.filter((one) => start !== undefined && one.start === start);
  const quoted = exact.length > 0 ? exact : (row?.sources ?? []).filter((one) => one.paper === paper);
  return (
    <PaperView
      file={stored.file}
      paperId={paper ?? ''}
      findings={[]}
      fact={query.fact}
      quoted={quoted}
      origin={paper ? originOf(data, paper) : undefined}
    />
  );
}

/** The paper whose facts are listed, or the one that the first of them rests on. */
function firstPaper(desk: DeskData, data: ReadingData, query: ReadingQuery): string | undefined {
  const groups = readingGroups(desk.stored.file, data.rows, query.group);
  const group = openGroupOf(groups, query.open);
  const papers = desk.stored.file.papers ?? [];
  if (query.group === 'paper' && papers.some(({ id }) => id === group?.key)) return group?.key;
  return group?.rows[0]?.sources[0]?.paper ?? papers[0]?.id;
}
