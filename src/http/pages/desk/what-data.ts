import type { CaseFile } from '../../../cases/case-file.ts';
import { beforeChoices, type LastChoice, lastChoice } from '../../../cases/last-choice.ts';
import { pastChoices } from '../../../cases/past-choices.ts';
import { toldOfCase } from '../../../cases/told-of-case.ts';
import { libraryCatalogue } from '../../../corpus/violations/library-catalogue.ts';
import { matchOnDay, type ViolationMatch } from '../../../corpus/violations/match-violations.ts';
import type { NotInForce } from '../../../corpus/violations/not-in-force.ts';
import { choicesFor } from '../../../corpus/violations/past-choice.ts';
import type { Catalogue } from '../../../corpus/violations/violation.ts';
import { type Day, today } from '../../../law/dates.ts';
import { actDay } from '../../../review/steps/act-day.ts';
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
  /** More like it, and not in force on the day. */
  others: NotInForce[];
  last?: LastChoice;
  dense: boolean;
}

/** Matches with what was asked, else with what the case told before anything was chosen, and its facts. */
export async function whatData(
  options: AppOptions,
  id: string,
  file: CaseFile,
  q: string,
): Promise<WhatData> {
  const asked = q.trim();
  const day = actDay(file)?.day;
  const asOf = day ?? today();
  const catalogue = await libraryCatalogue(options.database.db);
  const region = regionOf(file, options);
  const { violation, cause } = await beforeChoices(options.database.db, id, file);
  const told = { cause, violation: { ...file.violation, name: violation.name } };
  const text = asked || toldOfCase(told, catalogue);
  const last = await lastChoice(options.database.db, id, file);
  const found = await matchOnDay(catalogue, text, {
    book: options.book,
    asOf,
    embedder: options.embedder,
    limit: 8,
    choices: choicesFor(await pastChoices(options.database.db), {
      agency: file.agency.name,
      except: file.id,
      example: file.example === true,
    }),
  });
  return {
    q: asked,
    asOf,
    dayKnown: day !== undefined,
    ...(region ? { region } : {}),
    catalogue,
    matches: found.items,
    others: found.notInForce,
    ...(last ? { last } : {}),
    dense: options.embedder !== undefined,
  };
}
