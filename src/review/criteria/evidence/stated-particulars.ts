import type { CaseFile } from '../../../cases/case-file.ts';
import type { Context } from '../../rules/rule.ts';
import { caseParticulars } from './case-particulars.ts';
import { foundQuantities } from './found-quantities.ts';
import { headingParticulars } from './heading-particulars.ts';
import { labelledLines } from './labelled-lines.ts';
import { notedOtherwise } from './noted-otherwise.ts';
import { sourceParticulars } from './source-particulars.ts';
import { statedSums } from './stated-sums.ts';

export type Paper = NonNullable<CaseFile['papers']>[number];

/** One particular that a paper states, beside what the case file holds of it. */
export interface Stated {
  /** Which particular, in Chinese. */
  what: string;
  paper: string;
  said: string;
  path: string;
  /** The file's own value with its paths; absent where the file has none. */
  due?: { text: string; paths: string[] };
  agrees: boolean;
  /** Whether two papers say the same, where the file has no value of its own. */
  same: (other: string) => boolean;
  /** Why the paper may lawfully differ: what nobody noted then has to be told. */
  unsettled?: string;
  /** The paper's own account of why it differs. */
  explained?: string;
}

/** Every comparable particular of every paper: noted ones, headings, labelled lines, counts, and the quotes of sources. */
export function statedParticulars(context: Context): Stated[] {
  const { file } = context;
  const papers = file.papers ?? [];
  const all = papers.flatMap((paper, index) => {
    const path = `papers.${index}`;
    const explained = paper.states?.differenceExplained;
    return [
      ...caseParticulars(paper.states ?? {}, paper, (field) => `${path}.states.${field}`, context),
      ...headingParticulars(paper, path, context),
      ...labelledLines(paper, path, context),
    ].map((stated) => (explained ? { ...stated, explained } : stated));
  });
  return [
    ...all,
    ...sourceParticulars(context),
    ...foundQuantities(context),
    ...statedSums(context),
    ...notedOtherwise(context),
  ];
}
