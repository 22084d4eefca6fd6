import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import type { Finding } from '../../../review/screening/screen-case.ts';
import { paperKindName } from '../fact-words.ts';
import { rowName } from './read-value.ts';
import { type Quote, splitQuotes } from './split-quotes.ts';

interface PaperViewProps {
  file: AnyCaseFile;
  paperId: string;
  findings: Finding[];
  /** The rule or the fact whose quoted words are highlighted. */
  rule?: string | undefined;
  fact?: string | undefined;
  /** Words to highlight in the place of those that the file names for the fact. */
  quoted?: Quote[] | undefined;
  /** What was read of it, where the case was read from papers. */
  origin?: PaperOrigin | undefined;
}

/** Where a paper stands in what was handed in. */
export interface PaperOrigin {
  /** The file, inside an archive with the archive's name before it. */
  file: string;
  pages: [number, number];
  ocr: boolean;
  /** The original is the archive in which it came. */
  archive: boolean;
  /** The address of the original. */
  href?: string | undefined;
}

/** One paper of the dossier with the words that a finding or a fact rests on. */
export function PaperView({ file, paperId, findings, rule, fact, quoted, origin }: PaperViewProps) {
  const paper = file.papers?.find((entry) => entry.id === paperId);
  if (!paper) return <p class="note note-amber">案卷中没有编号为“{paperId}”的材料。</p>;
  const finding = findings.find((entry) => entry.rule === rule);
  const quotes = finding
    ? finding.papers.filter((entry) => entry.paper === paperId)
    : (quoted ?? (file.sources ?? []).filter((source) => source.paper === paperId && source.path === fact));
  const runs = splitQuotes(paper.text ?? '', quotes);
  const first = runs.findIndex((run) => run.quoted);
  const missed = quotes.length > 0 && first < 0;
  return (
    <article aria-label={paper.title}>
      <div class="paper-bar">
        <h2>{paper.title}</h2>
        <span class="soft small">
          {paperKindName(paper.kind)}
          {paper.number ? ` · ${paper.number}` : ''}
          {paper.date ? ` · ${chineseDay(paper.date)}` : ''}
        </span>
        {first >= 0 && (
          <a class="row-end small" href="#quote">
            到引用处
          </a>
        )}
      </div>
      {origin && <Origin origin={origin} />}
      {finding && (
        <p class="paper-bar small soft">
          {finding.rule} {finding.question}
        </p>
      )}
      {fact && !finding && <p class="paper-bar small soft">{rowName(file, fact)} 的来源</p>}
      {missed && <p class="note note-amber small">引用的文字在本材料中没有找到，请核对原件。</p>}
      <div class="paper">
        {paper.text ? (
          <div class="text">
            {runs.map((run, index) =>
              run.quoted ? <mark id={index === first ? 'quote' : undefined}>{run.text}</mark> : run.text,
            )}
          </div>
        ) : (
          <p class="soft">本材料没有录入文字，请查阅原件。</p>
        )}
      </div>
    </article>
  );
}

function Origin({ origin }: { origin: PaperOrigin }) {
  const [first, last] = origin.pages;
  return (
    <p class="paper-bar small soft">
      {origin.file} · {first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`}
      {origin.href && (
        <a href={origin.href} class="row-end">
          {origin.archive ? '原件（压缩包）' : '原件'}
        </a>
      )}
      {origin.ocr && <span class="unclear">文字由图像识别，可能有误，请对照原件。</span>}
    </p>
  );
}
