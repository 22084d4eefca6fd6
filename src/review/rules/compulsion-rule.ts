import type { ActFile } from '../../cases/case-file.ts';
import { COMPULSION_KINDS, type CompulsionKind } from '../../cases/compulsion.ts';
import { type Day, dayOf } from '../../law/dates.ts';
import {
  type ActContext,
  type ActView,
  type Answer,
  actRule,
  combine,
  notApplicable,
  type Rule,
  unclear,
} from './rule.ts';

/** One 行政强制 of the file. */
export type Compulsion = NonNullable<ActFile['compulsions']>[number];

/** 行政强制措施 (行政强制法 9). */
export const MEASURES: CompulsionKind[] = [
  'personal-freedom',
  'sealing',
  'seizure',
  'freezing',
  'other-measure',
];
export const SEALING: CompulsionKind[] = ['sealing', 'seizure'];
/** What an agency executes by its own decision on execution (行政强制法 37). */
export const EXECUTIONS: CompulsionKind[] = [
  'transfer',
  'auction',
  'restoration',
  'demolition',
  'other-execution',
];

interface CompulsionRule extends Omit<Rule<Compulsion[], ActView>, 'actions' | 'about' | 'decide' | 'lawOf'> {
  /** The kinds of compulsion it is asked of. */
  kinds: CompulsionKind[];
  /** Said where the file holds none of these kinds. */
  none: string;
  /** Whether it is the one that asks for the 行政强制 that a penalty file shows but nobody entered. */
  asksForRecord?: boolean;
  /** Judges one entry; `path` is its place in the file. Several tests are combined. */
  judge: (entry: Compulsion, path: string, context: ActContext) => Answer | Answer[];
}

/**
 * A rule about each 行政强制 of the file: penalty files may hold some, compulsion files must. The law in force when
 * the first of them began governs. With several entries each reason names its own.
 */
export function compulsionRule({
  kinds,
  none,
  judge,
  asksForRecord,
  ...definition
}: CompulsionRule): Rule<never> {
  return actRule({
    ...definition,
    actions: ['penalty', 'compulsion'],
    lawOf: firstDay,
    about: (context) => compulsionsOf(context, asksForRecord === true),
    decide: (entries, context) => {
      const judged = entries.flatMap((entry, index) => {
        const path = `compulsions.${index}`;
        if (!entry.kind) return [{ index, answer: kindUnknown(path) }];
        if (!kinds.includes(entry.kind)) return [];
        const found = judge(entry, path, context);
        const answer = Array.isArray(found) ? combine(found, notApplicable(none, [path])) : found;
        return [{ index, answer }];
      });
      return combine(
        judged.map(({ index, answer }) =>
          entries.length > 1 ? named(answer, entries[index]!, index) : answer,
        ),
        notApplicable(none, ['compulsions']),
      );
    },
  });
}

function compulsionsOf({ file }: ActContext, asksForRecord: boolean): Compulsion[] | Answer {
  const entries = file.compulsions ?? [];
  if (entries.length > 0) return entries;
  const trace = asksForRecord && file.action === 'penalty' ? seizureShown(file) : undefined;
  if (trace) {
    return unclear(
      '案卷有查封、扣押的行为或者决定书，行政强制一栏没有填写，无法审查。',
      ['行政强制的种类和经过'],
      ['compulsions', trace],
    );
  }
  return file.action === 'penalty'
    ? notApplicable('案卷没有采取行政强制的记载。', ['compulsions'])
    : unclear('行政强制案卷没有记载所采取的强制。', ['行政强制的种类和经过'], ['compulsions']);
}

/** The act or the paper by which a file shows a seizure. */
function seizureShown({ acts, papers }: ActContext['file']): string | undefined {
  const act = acts?.findIndex(({ kind }) => kind === 'seizure') ?? -1;
  if (act >= 0) return `acts.${act}.kind`;
  const paper = papers?.findIndex(({ kind }) => kind === 'seizure-decision') ?? -1;
  return paper >= 0 ? `papers.${paper}.kind` : undefined;
}

function kindUnknown(path: string): Answer {
  return unclear('行政强制的种类没有载明。', ['行政强制的种类'], [path]);
}

function named(answer: Answer, { kind, target }: Compulsion, index: number): Answer {
  const name = `第${index + 1}项${kind ? COMPULSION_KINDS[kind] : '强制'}${target ? `（${target}）` : ''}`;
  return { ...answer, reason: `${name}：${answer.reason}` };
}

/** The day a compulsion began, with its place in the file. */
export function startOf(entry: Compulsion, path: string): { day: Day; path: string } | undefined {
  if (entry.startedOn) return { day: entry.startedOn, path: `${path}.startedOn` };
  return entry.startedAt ? { day: dayOf(entry.startedAt), path: `${path}.startedAt` } : undefined;
}

function firstDay({ file }: ActContext): Day | undefined {
  return file.compulsions
    ?.flatMap((entry) => startOf(entry, '')?.day ?? [])
    .sort()
    .at(0);
}
