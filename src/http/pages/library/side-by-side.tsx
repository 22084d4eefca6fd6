import type { Child } from 'hono/jsx';
import { compareWords } from '../../../corpus/versions/compare-words.ts';

interface Side {
  head: Child;
  /** Absent: this side has no such article. */
  text?: string | undefined;
}

/** Two texts side by side, with what went marked in the old one and what came in the new one. */
export function SideBySide({ old, fresh }: { old: Side; fresh: Side }) {
  const runs =
    old.text !== undefined && fresh.text !== undefined ? compareWords(old.text, fresh.text) : undefined;
  return (
    <div class="side-by-side">
      <section>
        <h3>{old.head}</h3>
        <p class="document-text pre">
          {runs
            ? runs.map(({ change, text }) =>
                change === 'same' ? text : change === 'removed' ? <del>{text}</del> : null,
              )
            : (old.text ?? <span class="soft">没有与之对应的条文。</span>)}
        </p>
      </section>
      <section>
        <h3>{fresh.head}</h3>
        <p class="document-text pre">
          {runs
            ? runs.map(({ change, text }) =>
                change === 'same' ? text : change === 'added' ? <ins>{text}</ins> : null,
              )
            : (fresh.text ?? <span class="soft">没有与之对应的条文。</span>)}
        </p>
      </section>
    </div>
  );
}
