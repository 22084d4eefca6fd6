import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { provisionsOf } from '../../../corpus/violations/match-violations.ts';
import type { ProceduralQuestion } from '../../../corpus/violations/violation.ts';
import type { Day } from '../../../law/dates.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { EntryHead } from './entry-head.tsx';
import { ProvisionList } from './provision-list.tsx';

/** A procedural question and the articles that answer it. */
export function QuestionPage(props: {
  person: Person;
  question: ProceduralQuestion;
  book: ReferenceBook;
  asOf: Day;
}) {
  const { person, question, book, asOf } = props;
  return (
    <Page title={question.question} person={person} active="/catalogue">
      <article class="sheet stack">
        <EntryHead name={question.question} field={question.field} inForce={question.inForce} asOf={asOf} />
        <section class="card stack-small">
          <h2>看这些条文</h2>
          <ProvisionList provisions={provisionsOf(question)} book={book} asOf={asOf} withDays />
        </section>
        <section class="card stack-small">
          <h2>常见的问法</h2>
          <ul>
            {question.sayings.map((saying) => (
              <li>{saying}</li>
            ))}
          </ul>
        </section>
      </article>
    </Page>
  );
}
