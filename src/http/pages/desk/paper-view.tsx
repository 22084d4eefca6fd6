import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import type { Finding } from '../../../review/screen-case.ts';
import { factName, paperKindName } from '../fact-words.ts';
import { splitQuotes } from './split-quotes.ts';

interface PaperViewProps {
  file: AnyCaseFile;
  paperId: string;
  findings: Finding[];
  /** The rule or the fact whose quoted words are highlighted. */
  rule?: string | undefined;
  fact?: string | undefined;
}

/** One paper of the dossier with the words that a finding or a fact rests on. */
export function PaperView({ file, paperId, findings, rule, fact }: PaperViewProps) {
  const paper = file.papers?.find((entry) => entry.id === paperId);
  if (!paper) return <p class="note note-amber">案卷中没有编号为“{paperId}”的材料。</p>;
  const finding = findings.find((entry) => entry.rule === rule);
  const quotes = finding
    ? finding.papers.filter((entry) => entry.paper === paperId).map((entry) => entry.quote)
    : (file.sources ?? [])
        .filter((source) => source.paper === paperId && source.path === fact)
        .map((source) => source.quote);
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
      {finding && (
        <p class="paper-bar small soft">
          {finding.rule} {finding.question}
        </p>
      )}
      {fact && !finding && <p class="paper-bar small soft">{factName(fact)} 的来源</p>}
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
