import type { Child } from 'hono/jsx';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { chosenWords } from '../../../corpus/violations/chosen-words.ts';
import type { ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import type { Day } from '../../../law/dates.ts';
import { catalogueLink } from './catalogue-link.ts';
import { ProvisionList } from './provision-list.tsx';

interface MatchProps {
  match: ViolationMatch;
  book: ReferenceBook;
  asOf: Day;
  /** What can be done with it, and what that does. */
  action?: Child;
  effect?: string | undefined;
}

/** One entry that may be what happened: why, what has to be checked, how it differs, its provisions. */
export function MatchCard({ match, book, asOf, action, effect }: MatchProps) {
  const { id, name, kind, field, why, missing, tell, provisions } = match;
  return (
    <section class="card hit finding" id={`match-${id}`} data-fact data-match>
      <div class="row">
        <h3>
          <a class="question" href={catalogueLink(id, asOf)}>
            {name}
          </a>
        </h3>
        <span class="tag">{kind === 'question' ? '程序问题' : field}</span>
        {action && <span class="row-end">{action}</span>}
      </div>
      <ProvisionList provisions={provisions} book={book} asOf={asOf} />
      {(why.met.length > 0 || missing.length > 0) && (
        <ul class="small elements" aria-label="构成要件">
          {why.met.map((element) => (
            <li>
              <span class="met">✓ 已说到</span> {element}
            </li>
          ))}
          {missing.map((element) => (
            <li>
              <span class="unclear">? 请核实</span> {element}
            </li>
          ))}
        </ul>
      )}
      {tell.map((other) => (
        <p class="small">
          与“<a href={catalogueLink(other.id, asOf)}>{other.name}</a>”怎样区分：{other.tell}
        </p>
      ))}
      {effect && <p class="small">{effect}</p>}
      <p class="small soft">{reasons(match)}</p>
    </section>
  );
}

function reasons({ why: { words, expanded, saying, similarity, chosen } }: ViolationMatch): string {
  return [
    ...(words.length > 0 ? [`词语相符：${words.join('、')}`] : []),
    ...(expanded.length > 0
      ? [
          `推及：${expanded
            .slice(0, 6)
            .map(({ word, from }) => `${from}→${word}`)
            .join('、')}`,
        ]
      : []),
    ...(chosen ? [chosenWords(chosen)] : []),
    ...(saying === null ? [] : [`最接近的说法：“${saying}”${near(similarity)}`]),
  ].join('；');
}

function near(similarity: number | null): string {
  return similarity === null ? '' : `（语义相近 ${similarity.toFixed(2)}）`;
}
