import { parentPort, workerData } from 'node:worker_threads';
import { readAnyCaseFile } from '../cases/read-case-file.ts';
import { buildReferenceBook } from '../corpus/build-reference-book.ts';
import { readReferenceParts } from '../corpus/load-reference-book.ts';
import { pastCases } from '../corpus/past-cases.ts';
import { loadProfiles } from '../corpus/profile.ts';
import type { Statute } from '../corpus/read-statute-file.ts';
import type { OwnList } from '../corpus/violations/own-violation.ts';
import { comparableCases } from '../discretion/comparable-cases.ts';
import { AppError, type ErrorKind } from '../errors.ts';
import { jsonFault } from '../files/json-fault.ts';
import type { Day } from '../law/dates.ts';
import { profileOfCase } from '../review/screening/profile-of-case.ts';
import { screenCase } from '../review/screening/screen-case.ts';
import { screeningReport } from '../review/screening/screening-report.ts';

/** What a worker needs to know once: the norms and own lists of the opened library, and how to screen. */
export interface WorkerSettings {
  statutes: Statute[];
  ownLists: readonly OwnList[];
  jurisdiction: string;
  today: Day;
  all: boolean;
}

/** One case to screen, or why its file could not be read; `place` says where it came from, for people. */
export type BatchItem = { place: string } & (
  | { text: string }
  | { refusal: { kind: ErrorKind; message: string } }
);

const { statutes, ownLists, jurisdiction, today, all } = workerData as WorkerSettings;
const book = buildReferenceBook({ ...readReferenceParts(), statutes, ownLists });
const profiles = loadProfiles();

parentPort!.on('message', ({ chunk, items }: { chunk: number; items: BatchItem[] }) => {
  const answers = items.map(answerTo);
  parentPort!.postMessage({
    chunk,
    output: answers.map(({ line }) => `${line}\n`).join(''),
    refused: answers.flatMap(({ refused }, index) => (refused ? [items[index]!.place] : [])),
  });
});

function answerTo(item: BatchItem): { line: string; refused: boolean } {
  const { place } = item;
  if ('refusal' in item) return { line: JSON.stringify({ place, error: item.refusal }), refused: true };
  const { text } = item;
  try {
    const file = readAnyCaseFile(parse(text));
    const profile = profileOfCase(file, jurisdiction, profiles);
    const likeCases = comparableCases(file, book, pastCases());
    const report = screeningReport(file, screenCase(file, { profile, book, today, likeCases }), profile);
    const findings = report.findings
      .filter(({ answer }) => all || answer === 'not-met' || answer === 'unclear')
      .map(({ question: _question, steps: _steps, basis, ...finding }) => ({
        ...finding,
        basis: basis.map(({ law, article, paragraph, item }) => ({ law, article, paragraph, item })),
      }));
    return { line: JSON.stringify({ place, ...report, findings }), refused: false };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      line: JSON.stringify({ place, error: { kind: error.kind, message: error.message } }),
      refused: true,
    };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', `不是 JSON：${jsonFault(text, error)}。`);
  }
}
