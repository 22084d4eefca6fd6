import { actDay } from './act-day.ts';
import { lineValue } from './compare-line.ts';
import { type CriminalState, criminalState, subjectOf } from './criminal-state.ts';
import { figureInTexts } from './figure-in-texts.ts';
import { linesOfOffence } from './lines-of-offence.ts';
import { type OffenceFact, offenceFact } from './offence-fact.ts';
import { relatedOffences } from './related-offences.ts';
import { type Context, isAnswer } from './rule.ts';

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
    for (const line of linesOfOffence(offence, { on: act.day, subject: subjectOf(file), profile })) {
      for (const part of line.all) {
        if (part.op !== '>=' || !part.factor) continue;
        if (offenceFact(part.factor, { file, on: act.day })) continue;
        const figure = figureInTexts(part, file);
        if (figure && Number(figure.value) >= lineValue(part)) figures[part.factor] = figure;
      }
    }
  }
  if (Object.keys(figures).length === 0) return undefined;
  const state = criminalState(context, figures);
  return isAnswer(state) || state.state !== 'reached' ? undefined : state;
}
