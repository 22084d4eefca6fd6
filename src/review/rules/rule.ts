import type { ActFile, Action, CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { LikeCase } from '../../discretion/like-cases.ts';
import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Question } from '../screening/question.ts';

export type Criterion = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** 八项审查. */
export const CRITERIA: Record<Criterion, string> = {
  1: '主体合法',
  2: '执法资格',
  3: '程序合法',
  4: '事实清楚、证据合法充分',
  5: '适用法律准确、裁量适当',
  6: '未超越法定权限',
  7: '文书完备规范',
  8: '涉嫌犯罪移送',
};

export type AnswerKind = 'met' | 'not-met' | 'unclear' | 'not-applicable';
export type Severity = 'block' | 'major' | 'minor' | 'info';
/** What a court would do with the defect: 无效, 撤销, 确认违法（轻微）, 可补正. */
export type Consequence = 'void' | 'annul' | 'unlawful-minor' | 'correctable';

/**
 * Where a rule comes from. `from`/`to` are the days between which this article carries the rule (both included);
 * `states` are words that the official text must contain: every number in the rule stands here.
 */
export interface Basis extends Citation {
  gist: string;
  from: Day;
  to?: Day;
  states?: string[];
}

/** One answer of one rule. `reason` is one Chinese sentence: what was needed, what was found. */
export interface Answer {
  answer: AnswerKind;
  reason: string;
  /** Paths of the case file that the answer rests on; the engine finds their papers and quotes. */
  paths: string[];
  /** For `unclear`: the facts that would settle it, in Chinese. */
  missing?: string[];
  severity?: Severity;
  consequence?: Consequence;
  /** A deadline's count, shown on the page. */
  steps?: string[];
}

/**
 * What a rule may look at. `today` is the day of screening and `likeCases` are the decided cases to compare with, absent
 * where nobody looked for them; nothing else comes from outside the case.
 */
export interface Context<File = CaseFile> {
  file: File;
  profile: Profile;
  book: ReferenceBook;
  today: Day;
  likeCases?: readonly LikeCase[];
  /** Answers of other rules of this run, in the order of the list in criteria.ts. */
  answerOf(rule: string): AnswerKind | undefined;
}

export interface Rule<Part = unknown, File = CaseFile> {
  /** Number in the catalogue of checks, e.g. `C3-10`; a rule of the former law carries its year: `C3-09.1996`. */
  id: string;
  criterion: Criterion;
  /** The kinds of act it is asked of. Default: 行政处罚 alone. */
  actions?: Action[];
  /** The question, in Chinese, answered 是 when all is well. */
  question: string;
  severity: Severity;
  consequence: Consequence;
  certainty?: 'statute' | 'seed' | 'practice';
  basis: Basis[];
  /** Practice, seeds, standards: what is not in the statute's words. */
  otherBasis?: { document: string; gist: string }[];
  /** Written down where the law leaves a doubt: which reading the rule takes and why. */
  reading?: string;
  /** The day whose law governs this step. Default: the decision's day, else the day of screening. */
  lawOf?: (context: Context<File>) => Day | undefined;
  /** The part of the case file it is about; an Answer ends the rule there (not applicable, or unclear). */
  about?: (context: Context<File>) => Part | Answer;
  decide: (part: Part, context: Context<File>) => Answer;
  /** Where the answer needs judgement: what a model may be asked when `decide` leaves it unclear. */
  asks?: (context: Context<File>) => Question[];
}

/**
 * Checks the type of the part between `about` and `decide`, then forgets it: rules of all kinds of part stand in one
 * list, and only the engine hands `decide` what `about` gave.
 */
export function rule<Part>(definition: Rule<Part>): Rule<never> {
  return definition as unknown as Rule<never>;
}

/** What the file of any kind of act may hold; a penalty file holds 行政强制 at most. */
export type ActView = Omit<ActFile, 'action'> & { action: Action };
export type ActContext = Context<ActView>;

/** As `rule`, for the rules of compulsion, licence, inspection and levy. */
export function actRule<Part>(definition: Rule<Part, ActView> & { actions: Action[] }): Rule<never> {
  return definition as unknown as Rule<never>;
}

export function met(reason: string, paths: string[], more: Partial<Answer> = {}): Answer {
  return { answer: 'met', reason, paths, ...more };
}

export function notMet(reason: string, paths: string[], more: Partial<Answer> = {}): Answer {
  return { answer: 'not-met', reason, paths, ...more };
}

/** `missing` names each fact that would settle the question. */
export function unclear(reason: string, missing: string[], paths: string[] = []): Answer {
  return { answer: 'unclear', reason, paths, missing };
}

export function notApplicable(reason: string, paths: string[] = []): Answer {
  return { answer: 'not-applicable', reason, paths };
}

/**
 * Several tests in one rule: not-met wins, then unclear, then met; all not applicable stays so. Of several faults the
 * gravest counts: a milder severity only where all of them are milder, a graver consequence where one of them is.
 */
export function combine(answers: Answer[], whenEmpty: Answer): Answer {
  const order: AnswerKind[] = ['not-met', 'unclear', 'met', 'not-applicable'];
  const worst = order.find((kind) => answers.some((answer) => answer.answer === kind));
  if (!worst) return whenEmpty;
  const same = answers.filter((answer) => answer.answer === worst);
  const missing = [...new Set(same.flatMap((answer) => answer.missing ?? []))];
  const steps = same.flatMap((answer) => answer.steps ?? []);
  const { severity: _severity, consequence: _consequence, ...first } = same[0]!;
  const severity = same.every((answer) => answer.severity)
    ? SEVERITIES.find((one) => same.some((answer) => answer.severity === one))
    : undefined;
  const gravest = CONSEQUENCES.find((one) => same.some((answer) => answer.consequence === one));
  const raised = gravest === 'void' || gravest === 'annul';
  const consequence = raised || same.every((answer) => answer.consequence) ? gravest : undefined;
  return {
    ...first,
    ...(severity ? { severity } : {}),
    ...(consequence ? { consequence } : {}),
    reason: same
      .map((answer) => answer.reason.replace(/。$/, ''))
      .join('；')
      .concat('。'),
    paths: [...new Set(same.flatMap((answer) => answer.paths))],
    ...(missing.length ? { missing } : {}),
    ...(steps.length ? { steps } : {}),
  };
}

const SEVERITIES: Severity[] = ['block', 'major', 'minor', 'info'];
const CONSEQUENCES: Consequence[] = ['void', 'annul', 'unlawful-minor', 'correctable'];

export function isAnswer(value: unknown): value is Answer {
  return (
    typeof value === 'object' && value !== null && 'answer' in value && 'reason' in value && 'paths' in value
  );
}
