import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from './denied-words.ts';

/** Papers in which the agency itself weighs the case, in the order of the procedure. */
const KINDS: PaperKind[] = [
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'hearing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'decision',
];

export interface AgencyText {
  kind: PaperKind;
  title: string;
  text: string;
  path: string;
}

/** The words of the agency's own papers, signs in plain form and without gaps within a line. */
export function agencyTexts({ papers = [] }: CaseFile): AgencyText[] {
  return papers
    .flatMap(({ kind, title, text }, index) =>
      text && KINDS.includes(kind)
        ? [
            {
              kind,
              title,
              text: plainText(text),
              path: `papers.${index}.text`,
            },
          ]
        : [],
    )
    .sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}
