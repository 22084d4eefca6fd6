import { AppError } from '../errors.ts';
import type { Citation } from '../law/citation.ts';
import type { CaseFile } from './case-file.ts';
import { readAnyCaseFile } from './read-case-file.ts';

/** What a choice of what happened fills in. */
export interface ViolationChoice {
  /** The plain 案由. */
  name: string;
  /** Where it comes from an agency's own list: how the list words it, and its row. */
  listed?: { name: string; row: number };
  breached: readonly Citation[];
  punishing: readonly Citation[];
  /** Its number in the agency's own list. */
  itemCode?: string | undefined;
  benchmarkItem?: string | undefined;
}

/** The facts that a choice sets, and that its undoing takes back. */
const CHOSEN = [
  'violation.name',
  'violation.itemCode',
  'provisions.breached',
  'provisions.punishing',
  'benchmarkItem',
];

/**
 * The file with the violation a person chose: its name, number, provisions and benchmark item. A choice without
 * a number or a benchmark item clears those of before, which belong to another violation. The given file is untouched.
 */
export function chooseViolation(file: CaseFile, choice: ViolationChoice): CaseFile {
  const { benchmarkItem: _, ...rest } = file;
  return checked({
    ...rest,
    ...namedAfter(file, choice.name),
    violation: named(file.violation, choice.name, choice.itemCode),
    provisions: {
      ...file.provisions,
      breached: choice.breached.map(place),
      punishing: choice.punishing.map(place),
    },
    ...(choice.benchmarkItem ? { benchmarkItem: choice.benchmarkItem } : {}),
    sources: (file.sources ?? []).filter(({ path }) => !isChosen(path)),
  });
}

/**
 * The file with what a choice set as it was in `before`, and all else as it is. Title and cause that `made` set go back as
 * long as they stand.
 */
export function takeBackChoice(file: CaseFile, before: CaseFile, made: CaseFile): CaseFile {
  const { benchmarkItem: _, provisions: __, ...rest } = file;
  const { breached, punishing } = before.provisions ?? {};
  const others = file.provisions?.alsoPunishing;
  const provisions = {
    ...(breached ? { breached } : {}),
    ...(punishing ? { punishing } : {}),
    ...(others ? { alsoPunishing: others } : {}),
  };
  return checked({
    ...rest,
    ...(file.title === made.title ? { title: before.title } : {}),
    ...(file.cause === made.cause ? { cause: before.cause } : {}),
    violation: named(file.violation, before.violation.name, before.violation.itemCode),
    ...(before.provisions || others ? { provisions } : {}),
    ...(before.benchmarkItem ? { benchmarkItem: before.benchmarkItem } : {}),
    sources: [
      ...(file.sources ?? []).filter(({ path }) => !isChosen(path)),
      ...(before.sources ?? []).filter(({ path }) => isChosen(path)),
    ],
  });
}

/** What of a file a choice sets. */
export interface Chosen extends Pick<CaseFile, 'provisions' | 'benchmarkItem'> {
  violation: Pick<CaseFile['violation'], 'name' | 'itemCode'>;
}

/** Whether two files say the same of what a choice sets. */
export function sameChoice(one: Chosen, other: Chosen): boolean {
  return said(one) === said(other);
}

function said({ violation, provisions, benchmarkItem }: Chosen): string {
  const places = (list: readonly Citation[] = []) =>
    list.map(({ law, article, paragraph, item }) => [law, article, paragraph, item]);
  return JSON.stringify([
    violation.name,
    violation.itemCode,
    places(provisions?.breached),
    places(provisions?.punishing),
    benchmarkItem,
  ]);
}

/** A cause that only repeats the name of the violation, and a title made of it, go with it. */
function namedAfter({ title, cause, violation }: CaseFile, name: string): Pick<CaseFile, 'title' | 'cause'> {
  const end = `${violation.name}案`;
  return {
    title: title.endsWith(end) ? `${title.slice(0, -end.length)}${name}案` : title,
    cause: cause === violation.name ? name : cause,
  };
}

function named(violation: CaseFile['violation'], name: string, itemCode: string | undefined) {
  const { itemCode: _, ...rest } = violation;
  return { ...rest, name, ...(itemCode ? { itemCode } : {}) };
}

function isChosen(path: string): boolean {
  return CHOSEN.some((chosen) => path === chosen || path.startsWith(`${chosen}.`));
}

function place({ law, article, paragraph, item }: Citation) {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

function checked(file: CaseFile): CaseFile {
  const read = readAnyCaseFile(file);
  if (read.action !== 'penalty') throw new AppError('invalid-input', '只有行政处罚案件可以选定违法行为。');
  return read;
}
