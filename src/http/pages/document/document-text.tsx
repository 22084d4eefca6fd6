import type { AnyCaseFile } from '../../../cases/case-file.ts';
import type { Draft, Paragraph } from '../../../documents/draft.ts';
import { findGaps } from '../../../documents/find-gaps.ts';
import { deskLink } from '../desk/desk-link.ts';
import { factName } from '../fact-words.ts';

/** The document as it will look on paper; gaps and unresolved citations in red. */
export function DocumentText({ draft }: { draft: Draft }) {
  return (
    <article class="paper" aria-label={draft.title}>
      {draft.paragraphs.map((paragraph) => (
        <p class={`line ${classOf(paragraph)}`}>
          {withFaults(paragraph.text, draft).map((run) =>
            run.bad ? <span class="bad">{run.text}</span> : run.text,
          )}
        </p>
      ))}
    </article>
  );
}

function classOf(paragraph: Paragraph): string {
  if (paragraph.kind === 'heading') return 'heading';
  return ['title', 'number', 'sign'].includes(paragraph.kind) ? paragraph.kind : '';
}

/** Cuts a paragraph into runs, marking what keeps the text from being final. */
export function withFaults(text: string, draft: Pick<Draft, 'citations'>): { text: string; bad: boolean }[] {
  const bad = [
    ...findGaps(text),
    ...draft.citations.filter((citation) => citation.state !== 'in-force').map((citation) => citation.quote),
  ].filter((quote) => quote !== '' && text.includes(quote));
  if (bad.length === 0) return [{ text, bad: false }];
  const pattern = [...new Set(bad)]
    .sort((a, b) => b.length - a.length)
    .map((quote) => quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text
    .split(new RegExp(`(${pattern})`))
    .filter((part) => part !== '')
    .map((part) => ({ text: part, bad: bad.includes(part) }));
}

const MARKS = { rule: '规则', model: '模型', person: '人' } as const;

/** Every sentence with its author and the facts, papers and articles it comes from. */
export function SentenceSources({ draft, file }: { draft: Draft; file: AnyCaseFile }) {
  const caseId = file.id;
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">句子</th>
            <th scope="col">作者</th>
            <th scope="col">来源</th>
          </tr>
        </thead>
        <tbody>
          {draft.paragraphs.flatMap((paragraph) =>
            paragraph.sentences.map((sentence) => (
              <tr>
                <td>{sentence.text}</td>
                <td>
                  <span class="tag" title={sentence.model}>
                    {MARKS[sentence.by]}
                  </span>
                </td>
                <td class="small">
                  {sentence.from.map((origin) => {
                    if ('fact' in origin) {
                      return (
                        <div>
                          <a href={deskLink(caseId, { view: 'facts' }, `fact-${origin.fact}`)}>
                            {factName(origin.fact)}
                          </a>
                        </div>
                      );
                    }
                    if ('paper' in origin) {
                      return (
                        <div>
                          <a href={deskLink(caseId, { view: 'paper', paper: origin.paper })}>
                            {file.papers?.find((paper) => paper.id === origin.paper)?.title ?? origin.paper}
                          </a>
                        </div>
                      );
                    }
                    return <div>{'rule' in origin ? origin.rule : `地区方案 ${origin.profile}`}</div>;
                  })}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
