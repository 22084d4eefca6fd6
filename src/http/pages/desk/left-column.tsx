import { ACTIONS } from '../../../cases/case-file.ts';
import { paperKindName } from '../fact-words.ts';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import { countFacts } from './facts-view.tsx';
import { openFacts } from './open-view.tsx';

type View = [view: string, name: string, count?: number];

/** The left column: what there is. */
export function LeftColumn({
  desk,
  view,
  paper,
}: {
  desk: DeskData;
  view: string;
  paper?: string | undefined;
}) {
  const { stored } = desk;
  const papers = stored.file.papers ?? [];
  const views: View[] = [
    ...(desk.reading ? [['reading', '核对', desk.reading.open] satisfies View] : []),
    ...(desk.discretion ? [['what', '发生了什么'] satisfies View] : []),
    ['facts', '事实', countFacts(stored.file)],
    ['open', '待查明', openFacts(desk.findings).length],
    ...(desk.discretion ? [['matrix', '证据对照'] satisfies View] : []),
    ...ofPenalty(desk),
    ['people', '承办人', stored.handlers.length],
    ['records', '记录'],
  ];
  return (
    <nav class="side" aria-label="本案内容">
      <div class="views group">
        {views.map(([id, name, count]) => (
          <a
            href={deskLink(stored.id, { view: id })}
            data-desk
            aria-current={view === id || (view === 'fact' && id === 'facts') ? 'page' : undefined}
          >
            {name} {count !== undefined && <span class="count">{count}</span>}
          </a>
        ))}
        <a href={`/cases/${encodeURIComponent(stored.id)}/recordings`}>
          录音录像 <span class="count">{desk.recordings}</span>
        </a>
      </div>
      {!desk.discretion && (
        <p class="group small soft">{ACTIONS[stored.file.action]}案件没有类案、裁量和处罚决定书。</p>
      )}
      <div class="group">
        <h2>材料 {papers.length}</h2>
        {papers.map((entry) => (
          <a
            href={deskLink(stored.id, { view: 'paper', paper: entry.id })}
            data-desk
            title={paperKindName(entry.kind)}
            aria-current={view === 'paper' && paper === entry.id ? 'page' : undefined}
          >
            {entry.title}
          </a>
        ))}
        {desk.may.edit && desk.discretion && (
          <a href={`/cases/${encodeURIComponent(stored.id)}/dossier`}>＋ 加入材料</a>
        )}
        {papers.length === 0 && <p class="small soft">案件文件中没有材料。</p>}
      </div>
    </nav>
  );
}

function ofPenalty({ discretion, documents }: DeskData): View[] {
  if (!discretion) return [];
  return [
    ['likes', '类案', discretion.likes.length],
    ['discretion', '裁量'],
    ['documents', '文书', documents.length],
  ];
}
