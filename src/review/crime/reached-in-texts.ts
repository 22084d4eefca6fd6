import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { type Context, isAnswer } from '../rules/rule.ts';
import { actDay } from '../steps/act-day.ts';
import { lineValue } from '../words/compare-line.ts';
import { figureInTexts } from '../words/figure-in-texts.ts';
import { priorCountTold } from '../words/prior-count-told.ts';
import { type CriminalState, criminalState, subjectOf } from './criminal-state.ts';
import { linesOfOffence } from './lines-of-offence.ts';
import { type OffenceFact, offenceFact } from './offence-fact.ts';
import { relatedOffences } from './related-offences.ts';

/**
 * The state of the case where a figure that a line needs stands in no field of the file, but a text of it states one at
 * or over the line. `undefined` otherwise: a figure of a text under the line shows nothing, as it may be a part.
 */
export function reachedInTexts(context: Context): CriminalState | undefined {
  const { file, profile } = context;
  const act = actDay(file);
  if (!act) return undefined;
  const figures: Record<string, OffenceFact> = {};
  for (const { offence } of relatedOffences(context)) {
    const { conduct } = offence;
    const told =
      conduct?.inText && !offenceFact(conduct.factor, { file, on: act.day }) && toldIn(conduct.inText, file);
    if (conduct && told) figures[conduct.factor] = { value: true, path: told };
    for (const line of linesOfOffence(offence, { on: act.day, subject: subjectOf(file), profile })) {
      for (const part of line.all) {
        if (part.op !== '>=' || !part.factor) continue;
        const known = offenceFact(part.factor, { file, on: act.day });
        const prior = /^prior-penalties-(?:(?<years>\d)y|total)$/.exec(part.factor);
        if (known && (!prior || Number(known.value) >= lineValue(part))) continue;
        const figure = prior
          ? priorCountTold(file, offence, prior.groups?.years ? Number(prior.groups.years) : undefined)
          : figureInTexts(part, file);
        if (figure && Number(figure.value) >= lineValue(part)) figures[part.factor] = figure;
      }
    }
  }
  if (Object.keys(figures).length === 0) return undefined;
  const state = criminalState(context, figures);
  return isAnswer(state) || state.state !== 'reached' ? undefined : state;
}

const KINDS: PaperKind[] = ['decision', 'closing-report'];
const DENIED = /没有|未发现|无证据|不属于|不构成|并非|不存在|是否/;

/** Where the decision or the report tells of the conduct in one of these words, and does not deny it. */
function toldIn(words: readonly string[], { papers = [] }: CaseFile): string | undefined {
  const index = papers.findIndex(
    ({ kind, text }) =>
      KINDS.includes(kind) &&
      text
        ?.split(/[。；;\n]/)
        .some((clause) => words.some((word) => clause.includes(word)) && !DENIED.test(clause)),
  );
  return index < 0 ? undefined : `papers.${index}.text`;
}
