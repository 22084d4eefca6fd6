import type { CaseFile } from '../../../cases/case-file.ts';
import { type LastChoice, lastChoice } from '../../../cases/last-choice.ts';
import { pastChoices } from '../../../cases/past-choices.ts';
import { libraryCatalogue } from '../../../corpus/violations/library-catalogue.ts';
import { matchViolations, type ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import { choicesFor } from '../../../corpus/violations/past-choice.ts';
import type { Catalogue } from '../../../corpus/violations/violation.ts';
import { type Day, today } from '../../../law/dates.ts';
import { actDay } from '../../../review/act-day.ts';
import type { AppOptions } from '../../app-options.ts';
import { regionOf } from '../catalogue/choice-of.ts';

/** What the desk shows of what may have happened. */
export interface WhatData {
  q: string;
  /** The act's day, or today where the file does not tell it. */
  asOf: Day;
  dayKnown: boolean;
  /** Where the case is, as far as known. */
  region?: string;
  catalogue: Catalogue;
  matches: ViolationMatch[];
  last?: LastChoice;
  dense: boolean;
}

/** Matches with what was asked, else with what the case says itself. */
export async function whatData(
  options: AppOptions,
  id: string,
  file: CaseFile,
  q: string,
): Promise<WhatData> {
  const asked = q.trim();
  const text = asked || [file.violation.name, file.cause, file.violation.facts].filter(Boolean).join('\n');
  const day = actDay(file)?.day;
  const asOf = day ?? today();
  const catalogue = await libraryCatalogue(options.database.db);
  const region = regionOf(file, options);
  const last = await lastChoice(options.database.db, id, file);
  return {
    q: asked,
    asOf,
    dayKnown: day !== undefined,
    ...(region ? { region } : {}),
    catalogue,
    matches: await matchViolations(catalogue, text, {
      book: options.book,
      asOf,
      embedder: options.embedder,
      limit: 8,
      choices: choicesFor(await pastChoices(options.database.db), {
        agency: file.agency.name,
        except: file.id,
        example: file.example === true,
      }),
    }),
    ...(last ? { last } : {}),
    dense: options.embedder !== undefined,
  };
}
