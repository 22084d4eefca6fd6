import { type Answer, combine, met, notMet, unclear } from './rule.ts';

/** One particular that a paper must bear: `path` below the paper's own, and its Chinese name. */
export interface Mark {
  path: string;
  name: string;
  /** `false` says that it is lacking; `undefined` that nobody noted it. */
  value: unknown;
}

/** Whether a paper bears all its particulars: not met names those it lacks, unclear those that nobody noted. */
export function requiredMarks(marks: Mark[], path: string, name: string): Answer {
  const lacking = marks.filter(({ value }) => value === false);
  const unknown = marks.filter(({ value }) => value === undefined);
  const at = (list: Mark[]) => list.map((mark) => `${path}.${mark.path}`);
  const names = (list: Mark[]) => list.map((mark) => mark.name).join('、');
  const answers: Answer[] = [];
  if (lacking.length > 0) answers.push(notMet(`${name}缺少${names(lacking)}。`, at(lacking)));
  if (unknown.length > 0) {
    const missing = unknown.map((mark) => `${name}的${mark.name}`);
    answers.push(unclear(`${name}的${names(unknown)}没有写明。`, missing, at(unknown)));
  }
  return combine(answers, met(`${name}的${names(marks)}齐全。`, at(marks)));
}
