import type { CaseFile } from '../cases/case-file.ts';
import { findCitations } from '../corpus/citations/find-citations.ts';
import { type ResolvedCitation, resolveCitation } from '../corpus/citations/resolve-citations.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Day } from '../law/dates.ts';
import { checkElements } from './check-elements.ts';
import type { DocumentForm, Draft } from './draft.ts';
import { findGaps } from './find-gaps.ts';

const STATES: Record<ResolvedCitation['state'], string> = {
  'in-force': '现行有效',
  superseded: '已被修改或者废止',
  'not-yet-in-force': '当时尚未施行',
  'no-such-article': '没有这一条款',
  'unknown-law': '法规库中没有这部规范',
};

/**
 * What a text holds, whoever wrote it: its citations as the library knows them, the elements present, and everything
 * that keeps it from being final. A citation counts as in force on the day of the act or on that of the decision:
 * substance follows the former, procedure the latter.
 */
export function checkText(
  text: string,
  options: { form: DocumentForm; file: CaseFile; book: ReferenceBook; on: Day },
): Pick<Draft, 'elements' | 'citations' | 'unresolved'> {
  const { book, file } = options;
  const days = [file.violation.endedOn, file.decision?.date ?? options.on].filter((day) => day !== undefined);
  const characters = [...text];
  const citations = findCitations(text, book.titleOf)
    .filter((found) =>
      citesNorm(found.law, characters.slice(Math.max(0, found.start - 4), found.start).join('')),
    )
    .map((found) => {
      const states = days.map((day) => resolveCitation(found, book, day));
      return states.find((citation) => citation.state === 'in-force') ?? states.at(-1)!;
    });
  const elements = checkElements(text, options.form);
  const unresolved = [
    ...new Set([
      ...findGaps(text).map((found) => `待补：${found.replace(/^【(待补：)?|(待编)?】$/g, '')}`),
      ...unresolvedCitations({ citations }).map(
        (citation) => `引用“${citation.quote}”：${wordsOf(citation)}`,
      ),
      ...elements.filter((element) => !element.present).map((element) => `缺少：${element.name}`),
    ]),
  ];
  return { elements, citations, unresolved };
}

function wordsOf({ state, heldFrom }: ResolvedCitation): string {
  return heldFrom ? `法规库中没有这部规范当时的文本（最早的一版自 ${heldFrom} 起施行）` : STATES[state];
}

/** The citations that the library cannot confirm: shown in red, and barred from a final paper. */
export function unresolvedCitations(draft: Pick<Draft, 'citations'>): ResolvedCitation[] {
  return draft.citations.filter((citation) => citation.state !== 'in-force');
}

/** A clause of a contract or of articles of association is no norm; nor is a bare number that nothing is rested on. */
function citesNorm(law: string | undefined, before: string): boolean {
  if (law) return !/(合同|协议|章程|承诺书|公约)$/.test(law);
  return /(依据|依照|根据|按照|违反|违反了|适用)$/.test(before);
}
