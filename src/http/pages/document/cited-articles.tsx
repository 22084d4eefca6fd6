import type { Draft } from '../../../documents/draft.ts';
import { citationText } from '../../../law/citation.ts';
import { CitationNote } from '../citation-note.tsx';

/** The articles that the document cites, each once; those that are in force open with their words. */
export function CitedArticles({ draft }: { draft: Draft }) {
  const cited = new Map(
    draft.citations
      .filter(({ state, article }) => state === 'in-force' && article !== '')
      .map((one) => [citationText(one), one]),
  );
  if (cited.size === 0) return null;
  return (
    <section>
      <h3>引用的条文</h3>
      <p class="small">
        {[...cited].map(([text, { law, article, paragraph, item }]) => (
          <CitationNote
            label={text}
            citation={{
              law,
              article,
              ...(paragraph === undefined ? {} : { paragraph }),
              ...(item === undefined ? {} : { item }),
            }}
          />
        ))}
      </p>
    </section>
  );
}
