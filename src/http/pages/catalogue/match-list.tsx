import type { Child } from 'hono/jsx';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import { type NotInForce, notInForceWords } from '../../../corpus/violations/not-in-force.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { catalogueLink } from './catalogue-link.ts';
import { MatchCard } from './match-card.tsx';

interface ListProps {
  matches: readonly ViolationMatch[];
  /** Those that are more like it and hold on other days. */
  others?: readonly NotInForce[];
  book: ReferenceBook;
  asOf: Day;
  /** Whether a model took part. */
  dense: boolean;
  /** What can be done with a match, and what that does, in words. */
  actionOf?: (match: ViolationMatch) => Child;
  effectOf?: (match: ViolationMatch) => string | undefined;
}

/** What may have happened, the likeliest first. A person chooses. */
export function MatchList({ matches, others = [], book, asOf, dense, actionOf, effectOf }: ListProps) {
  if (matches.length === 0) {
    return (
      <div>
        <OtherDays others={others} asOf={asOf} />
        <div class="empty">
          <h2>没有相近的事项</h2>
          <p>
            目录里没有条款在{chineseDay(asOf)}
            施行的相近事项。请换用更具体的说法（做了什么、涉及什么物品），或者改行为日。
          </p>
        </div>
      </div>
    );
  }
  return (
    <div>
      <OtherDays others={others} asOf={asOf} />
      <h2 class="visually-hidden">可能的事项</h2>
      <p class="soft small" role="status">
        条款在{chineseDay(asOf)}施行的前 {matches.length} 项，最像的在前；由您判断是不是。
        {dense ? '' : '只按词语比较（没有装入语义模型）。'}
      </p>
      {matches.map((match) => (
        <MatchCard
          match={match}
          book={book}
          asOf={asOf}
          action={actionOf?.(match)}
          effect={effectOf?.(match)}
        />
      ))}
    </div>
  );
}

/** What fits better, but not on the day of the act. */
function OtherDays({ others, asOf }: { others: readonly NotInForce[]; asOf: Day }) {
  if (others.length === 0) return null;
  return (
    <div class="note note-amber">
      {others.map((one) => (
        <p>
          {notInForceWords(one, asOf)}{' '}
          <a href={catalogueLink(one.instead?.id ?? one.id)}>看“{one.instead?.name ?? one.name}”</a>
        </p>
      ))}
    </div>
  );
}
