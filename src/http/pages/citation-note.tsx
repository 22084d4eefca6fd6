import type { Child } from 'hono/jsx';
import { findCitations } from '../../corpus/citations/find-citations.ts';
import { type Citation, citationShort, citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { articleLink } from './library/article-link.ts';

interface NoteProps {
  citation: Citation;
  /** The day on which it is read; default: today. */
  asOf?: Day | undefined;
  /** What it says, in our words, shown before the text itself has come. */
  gist?: string | undefined;
  /** What is shown in the line; by default the short form. */
  label?: string | undefined;
}

/** Numbers the notes of all pages: parts of a page are swapped for others, and none may share an id. */
let made = 0;

/**
 * A citation that opens: its full form, the gist, and the words of the article as the library has them on the day, with the
 * way to its page. Opened by mouse or keyboard without any script; the words of the article come when it opens.
 */
export function CitationNote({ citation, asOf, gist, label }: NoteProps) {
  const id = `citation-${++made}`;
  const when = asOf ? { asOf } : {};
  const link = articleLink(citation, when);
  return (
    <>
      <button type="button" class="citation" popovertarget={id}>
        {label ?? citationShort(citation)}
      </button>
      <span
        class="citation-note"
        id={id}
        popover="auto"
        role="note"
        data-citation={link.replace('/library/article?', '/library/article/text?')}
      >
        <a href={link}>{citationText(citation)}</a>
        {gist && <span class="block">要旨：{gist}</span>}
        <span class="block pre" data-text aria-live="polite" />
      </span>
    </>
  );
}

/** A bracket before a citation: the button would else take a line of its own and leave it behind. */
const OPENING = /[（(〔“]+$/;

/** A text in which every citation that names its norm opens. */
export function CitedText({ text, asOf }: { text: string; asOf?: Day | undefined }): Child {
  const points = [...text];
  const parts: Child[] = [];
  let at = 0;
  for (const { law, article, paragraph, item, start, end } of findCitations(text)) {
    // Several places in one quote share its words; the first of them opens.
    if (!law || start < at) continue;
    const citation = {
      law,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(item === undefined ? {} : { item }),
    };
    const before = points.slice(at, start).join('');
    const [opening = ''] = OPENING.exec(before) ?? [];
    const note = <CitationNote citation={citation} asOf={asOf} label={points.slice(start, end).join('')} />;
    parts.push(before.slice(0, before.length - opening.length));
    parts.push(
      opening ? (
        <span class="nowrap">
          {opening}
          {note}
        </span>
      ) : (
        note
      ),
    );
    at = end;
  }
  parts.push(points.slice(at).join(''));
  return <>{parts}</>;
}
