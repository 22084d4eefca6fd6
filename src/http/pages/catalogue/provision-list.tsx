import { versionOn } from '../../../corpus/citations/cite-article.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { MatchedProvision } from '../../../corpus/violations/match-violations.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { CitationNote } from '../citation-note.tsx';
import { inForceWords } from '../library/in-force-words.ts';

const ROLES = { breached: '违反', punishing: '依据', answers: '看' } as const;
type Role = keyof typeof ROLES;

/** The provisions of an entry, each opening where it stands; what is not in force on the day says so. */
export function ProvisionList(props: {
  provisions: readonly MatchedProvision[];
  book: ReferenceBook;
  asOf: Day;
  /** With the days of the version that is read. */
  withDays?: boolean;
}) {
  const { provisions, book, asOf, withDays } = props;
  return (
    <dl class="facts small">
      {(Object.keys(ROLES) as Role[]).map((role) => {
        const own = provisions.filter((one) => one.role === role);
        return own.length === 0 ? null : (
          <>
            <dt>{ROLES[role]}</dt>
            <dd>
              {own.map((place) => (
                <div>
                  <CitationNote citation={place} asOf={asOf} label={citationText(place)} />
                  {withDays && <VersionDays book={book} place={place} asOf={asOf} />}
                  <Absent book={book} place={place} asOf={asOf} />
                </div>
              ))}
            </dd>
          </>
        );
      })}
    </dl>
  );
}

interface PlaceProps {
  book: ReferenceBook;
  place: MatchedProvision;
  asOf: Day;
}

/** Since when, and until when, the version of the norm that holds on the day is in force. */
function VersionDays({ book, place, asOf }: PlaceProps) {
  const statute = book.statuteOf(place.law);
  const version = statute && versionOn(statute, asOf);
  if (!version) return null;
  const { effective: from, until: to, certainty } = version;
  return <span class="soft">（这一版{inForceWords({ from, to, known: certainty === 'checked' })}）</span>;
}

function Absent({ book, place, asOf }: PlaceProps) {
  const { state } = book.cite(place, asOf);
  if (state === 'in-force') return null;
  return (
    <span class="unclear">
      ？
      {state !== 'unknown-law'
        ? `${chineseDay(asOf)}没有这一条在施行`
        : `库中没有这部规范${book.statuteOf(place.law) ? '当时的文本' : ''}`}
    </span>
  );
}
