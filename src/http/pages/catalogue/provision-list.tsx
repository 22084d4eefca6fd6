import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { MatchedProvision } from '../../../corpus/violations/match-violations.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { CitationNote } from '../citation-note.tsx';

const ROLES = { breached: '违反', punishing: '依据', answers: '看' } as const;
type Role = keyof typeof ROLES;

/** The provisions of an entry, each opening where it stands; what is not in force on the day says so. */
export function ProvisionList(props: {
  provisions: readonly MatchedProvision[];
  book: ReferenceBook;
  asOf: Day;
}) {
  const { provisions, book, asOf } = props;
  return (
    <dl class="facts small">
      {(Object.keys(ROLES) as Role[]).map((role) => {
        const own = provisions.filter((one) => one.role === role);
        return own.length === 0 ? null : (
          <>
            <dt>{ROLES[role]}</dt>
            <dd>
              {own.map((place, index) => (
                <>
                  {index > 0 && '、'}
                  <CitationNote citation={place} asOf={asOf} label={citationText(place)} />
                  <Absent book={book} place={place} asOf={asOf} />
                </>
              ))}
            </dd>
          </>
        );
      })}
    </dl>
  );
}

function Absent({ book, place, asOf }: { book: ReferenceBook; place: MatchedProvision; asOf: Day }) {
  const { state } = book.cite(place, asOf);
  if (state === 'in-force') return null;
  return (
    <span class="unclear">
      ？{state === 'unknown-law' ? '库中没有这部规范' : `${chineseDay(asOf)}没有这一条在施行`}
    </span>
  );
}
