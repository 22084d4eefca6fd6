import type { AnyCaseFile, CaseFile, Source } from '../../cases/case-file.ts';
import { valueAt } from '../../cases/read-case-file.ts';
import { UNSAID } from '../../cases/unsaid.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { LikeCase } from '../../discretion/like-cases.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import { RULES } from '../criteria.ts';
import {
  type Answer,
  type AnswerKind,
  type Basis,
  type Consequence,
  type Context,
  type Criterion,
  isAnswer,
  notApplicable,
  type Rule,
  type Severity,
  unclear,
} from '../rules/rule.ts';
import { actDay } from '../steps/act-day.ts';
import { foundDay } from '../steps/found-day.ts';
import { type OtherWords, wordsAgainstNotes } from '../words/words-against-notes.ts';
import { asWordsHaveIt } from './as-words-have-it.ts';

/** 审查发现: one rule's answer with the article and the papers it rests on. */
export interface Finding {
  rule: string;
  criterion: Criterion;
  question: string;
  answer: AnswerKind;
  severity: Severity;
  consequence: Consequence;
  reason: string;
  basis: Basis[];
  papers: { paper: string; quote: string }[];
  facts: { path: string; value: unknown }[];
  missing: string[];
  steps: string[];
  by: 'rule' | 'model';
  /** Which model answered, and by which prompts (`name@version`). */
  model?: { name: string; prompts: string[] };
}

export interface ScreenOptions {
  profile: Profile;
  book: ReferenceBook;
  today: Day;
  rules?: Rule<never>[];
  /** Decided cases to compare with (`comparableCases`). */
  likeCases?: readonly LikeCase[];
}

/**
 * Runs every rule over one case, as people noted it and then as the words of its papers have it, where the two differ.
 * Pure: the same input gives the same findings, and no rule throws.
 */
export function screenCase(anyFile: AnyCaseFile, options: ScreenOptions): Finding[] {
  const file = anyFile as CaseFile;
  const found = withoutActDay(file, options, screened(file, options));
  const others = anyFile.action === 'penalty' ? wordsAgainstNotes(file) : [];
  if (others.length === 0) return found.map(({ finding }) => finding);
  const worded = screened(asWordsHaveIt(file, others), options);
  return found.map(({ finding }, index) => faultInWords(finding, worded[index]!, others));
}

/** The want of an act's day, as the rules that ask what its law threatened name it. */
const NO_DAY = '违法行为发生日或者终了日';

/**
 * Where nobody stated when the act was, a penalty is measured by the law of the day on which it was found. A fault may come of
 * that, and is told to rest on it; nothing is lawful for it.
 */
function withoutActDay(file: CaseFile, options: ScreenOptions, noted: Screened[]): Screened[] {
  const open = noted.filter(
    ({ finding: { criterion, answer, missing } }) =>
      criterion === 5 && answer === 'unclear' && missing.includes(NO_DAY),
  );
  const found = open.length > 0 && !actDay(file) ? foundDay(file) : undefined;
  if (!found) return noted;
  const ids = new Set(open.map(({ finding }) => finding.rule));
  const rules = (options.rules ?? RULES).filter(({ id }) => ids.has(id));
  const dated = { ...file, violation: { ...file.violation, endedOn: found.day } };
  const faults = new Map(
    screened(dated, { ...options, rules }).flatMap((one) =>
      one.finding.answer === 'not-met' ? [[one.finding.rule, one] as const] : [],
    ),
  );
  return noted.map((one) => {
    const fault = faults.get(one.finding.rule);
    if (!fault || !ids.has(one.finding.rule)) return one;
    const paths = [...fault.paths.filter((path) => path !== 'violation.endedOn'), found.path];
    return {
      finding: {
        ...fault.finding,
        reason: `${fault.finding.reason.replace(/。$/, '')}（违法行为的日期没有载明，按发现违法行为的${chineseDay(found.day)}核对）。`,
        facts: [
          ...fault.finding.facts.filter(({ path }) => path !== 'violation.endedOn'),
          { path: found.path, value: found.day },
        ],
      },
      paths,
    };
  });
}

/** What is lawful as people noted it is not lawful where the paper itself says otherwise. */
function faultInWords(noted: Finding, { finding, paths }: Screened, others: readonly OtherWords[]): Finding {
  if (noted.answer === 'not-met' || finding.answer !== 'not-met') return noted;
  const own = others.filter(({ path }) =>
    paths.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`)),
  );
  if (own.length === 0) return noted;
  const words = own.map(({ title, quote }) => `《${title}》写“${quote}”`);
  const beside = own.every(({ noted: value }) => value === undefined) ? '案卷没有录入' : '与案卷录入的不同';
  return {
    ...finding,
    reason: `${finding.reason.replace(/。$/, '')}（${[...new Set(words)].join('，')}，${beside}）。`,
    papers: own.map(({ paper, quote }) => ({ paper, quote })),
  };
}

/** A finding with the paths it rests on, also of values that are not there. */
interface Screened {
  finding: Finding;
  paths: string[];
}

/** Runs every rule over what people noted alone. */
export function screenNoted(file: AnyCaseFile, options: ScreenOptions): Finding[] {
  return screened(file, options).map(({ finding }) => finding);
}

function screened(anyFile: AnyCaseFile, options: ScreenOptions): Screened[] {
  // Each rule is handed only files of the kinds of act that it names.
  const file = anyFile as CaseFile;
  const answers = new Map<string, AnswerKind>();
  const context = contextOf(file, options, answers);
  const under = sourcesUnder(file.sources ?? []);
  const rules = (options.rules ?? RULES).filter((rule) =>
    (rule.actions ?? ['penalty']).includes(file.action),
  );
  return rules.map((rule) => {
    const governing = rule.lawOf?.(context) ?? file.decision?.date;
    const day = governing ?? options.today;
    const basis = rule.basis.filter((entry) => entry.from <= day && (!entry.to || day <= entry.to));
    const found = answerOf(rule, basis, day, context);
    // A decision that was made, nobody knows when: today's law is then only a guess at the law it was under.
    const guessed = !governing && rule.basis.length > 0 && file.decision && !file.decision.draft;
    const answer = guessed && found.answer === 'met' ? undated(found) : settledFor(found, file, under);
    answers.set(rule.id, answer.answer);
    const finding = {
      rule: rule.id,
      criterion: rule.criterion,
      question: rule.question,
      answer: answer.answer,
      severity: answer.severity ?? rule.severity,
      consequence: answer.consequence ?? rule.consequence,
      reason: answer.reason,
      basis: basis.length > 0 ? basis : rule.basis,
      papers: answer.paths.flatMap((path) => under(path).map(({ paper, quote }) => ({ paper, quote }))),
      facts: answer.paths
        .map((path) => ({ path, value: valueAt(file, path) }))
        .filter((fact) => fact.value !== undefined),
      missing: answer.missing ?? [],
      steps: answer.steps ?? [],
      by: 'rule' as const,
    };
    return { finding, paths: answer.paths };
  });
}

/** What the rules may look at; `answers` is read as it stands when a rule asks. */
export function contextOf(
  file: CaseFile,
  options: ScreenOptions,
  answers: ReadonlyMap<string, AnswerKind>,
): Context {
  return {
    file,
    profile: options.profile,
    book: options.book,
    today: options.today,
    ...(options.likeCases ? { likeCases: options.likeCases } : {}),
    answerOf: (rule) => answers.get(rule),
  };
}

function answerOf(rule: Rule<never>, basis: Basis[], day: Day, context: Context): Answer {
  if (rule.basis.length > 0 && basis.length === 0) {
    const first = rule.basis[0]!;
    return notApplicable(
      first.from > day
        ? `本案适用${chineseDay(day)}的规定，${citationText(first)}的要求当时尚未施行。`
        : `本案适用${chineseDay(day)}的规定，修订前${citationText(first)}的要求已不适用。`,
    );
  }
  const part = rule.about?.(context);
  if (isAnswer(part)) return part;
  return rule.decide(part as never, context);
}

/** What an answer rests on must be stated, and by more than a model's reading. */
function settledFor(answer: Answer, file: AnyCaseFile, under: (path: string) => readonly Source[]): Answer {
  return readByModel(unsaid(answer, file), under);
}

/** 符合 may rest on what a person wrote or rules read; what only a model read waits for a person. */
function readByModel(answer: Answer, under: (path: string) => readonly Source[]): Answer {
  if (answer.answer !== 'met') return answer;
  const open = answer.paths.find((path) => {
    const sources = under(path);
    return sources.length > 0 && sources.every(({ by, confirmedBy }) => by === 'model' && !confirmedBy);
  });
  return open
    ? unclear(
        '所依据的内容由模型从材料中读出，尚未经人核对。',
        ['模型读出的内容，请与材料核对'],
        answer.paths,
      )
    : answer;
}

/** Names that no paper states. */
const NAMES: [path: string, what: string][] = [
  ['agency.name', '办案机关的名称'],
  ['party.name', '当事人的名称'],
  ['cause', '案由'],
];

/** Nothing agrees or disagrees with a name that nobody stated. */
function unsaid(answer: Answer, file: AnyCaseFile): Answer {
  if (answer.answer !== 'met' && answer.answer !== 'not-met') return answer;
  const absent = NAMES.find(([path]) => answer.paths.includes(path) && valueAt(file, path) === UNSAID);
  return absent ? unclear(`材料没有载明${absent[1]}，不能核对。`, [absent[1]], answer.paths) : answer;
}

function undated({ paths }: Answer): Answer {
  return unclear('决定日期没有载明，不能确定适用哪时的规定。', ['决定日期'], paths);
}

/** The sources of a path: its own, and those of values below it. A large dossier has thousands, so each is filed once. */
function sourcesUnder(sources: readonly Source[]): (path: string) => readonly Source[] {
  const filed = new Map<string, Source[]>();
  for (const source of sources) {
    for (let end = source.path.length; end > 0; end = source.path.lastIndexOf('.', end - 1)) {
      const path = source.path.slice(0, end);
      const held = filed.get(path);
      if (held) held.push(source);
      else filed.set(path, [source]);
    }
  }
  return (path) => filed.get(path) ?? [];
}
