import type { CaseFile } from '../../../cases/case-file.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { wholeDecisionText } from '../../steps/whole-decision-text.ts';

/** What the decision must state, and whether it does; `undefined` when nobody has looked. */
export interface Element {
  name: string;
  value: boolean | undefined;
  path: string;
  /** Whether a decision of this text may state it: where the whole text cannot, it does not. */
  mayStand?: (text: string) => boolean;
}

/**
 * All stated: met. One known to be missing, or that the whole text of the decision cannot state: not met. One that nobody
 * looked at: unclear.
 */
export function statedInDecision(given: Element[], file?: CaseFile): Answer {
  const whole = file && wholeDecisionText(file);
  const elements = given.map((element) =>
    whole && element.value === undefined && element.mayStand?.(whole.text) === false
      ? { ...element, value: false, path: whole.path }
      : element,
  );
  const paths = [...new Set([...given, ...elements].map((element) => element.path))];
  const names = (value: boolean | undefined) =>
    elements.filter((element) => element.value === value).map((element) => element.name);
  const absent = names(false);
  if (absent.length > 0) return notMet(`决定书应载明${absent.join('、')}，没有载明。`, paths);
  const unknown = names(undefined);
  return unknown.length > 0
    ? unclear(
        `决定书是否载明${unknown.join('、')}没有核对。`,
        unknown.map((name) => `决定书的${name}`),
        paths,
      )
    : met(`决定书载明了${names(true).join('、')}。`, paths);
}
