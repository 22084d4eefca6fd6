import type { CaseFile } from '../cases/case-file.ts';
import { readCaseFile } from '../cases/read-case-file.ts';
import { exampleCase } from '../corpus/examples.ts';
import { pastCases } from '../corpus/past-cases.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { search } from '../corpus/search.ts';
import type { Db } from '../db/database.ts';
import { comparableCases } from '../discretion/comparable-cases.ts';
import { findTier } from '../discretion/find-tier.ts';
import { draftDecision } from '../documents/draft-decision.ts';
import { AppError } from '../errors.ts';
import { instructionsIn } from '../law/instructions-in.ts';
import type { Embedder } from '../models/embed.ts';
import { screenCase } from '../review/screening/screen-case.ts';
import { type Grade, metricsOf } from './grade.ts';
import { gradeDraft } from './grade-draft.ts';
import { gradeInstructions } from './grade-instructions.ts';
import { gradeLikeCases } from './grade-like-cases.ts';
import { gradeScreen } from './grade-screen.ts';
import { gradeSearch } from './grade-search.ts';
import { mergeCase } from './merge-case.ts';
import type { Suite } from './suite.ts';

/** The result of one suite. `failedGates` says which gate and by how much. */
export interface SuiteResult {
  suite: string;
  title: string;
  cases: number;
  metrics: Record<string, number>;
  passed: boolean;
  failedGates: string[];
  grades: Grade[];
}

/** What the suites run against. */
export interface Setting {
  db: Db;
  book: ReferenceBook;
  profiles: Map<string, Profile>;
  jurisdiction: string;
  /** Adds the dense half to the search suites. */
  embedder?: Embedder;
  onProgress?: (suite: string, done: number, total: number) => void;
}

/** Runs suites one after the other; the same corpus and rules give the same figures. */
export async function runSuites(suites: Suite[], setting: Setting): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  for (const suite of suites) {
    const grades: Grade[] = [];
    for (const entry of suite.cases) {
      grades.push(await gradeOne(suite.kind, entry, setting));
      setting.onProgress?.(suite.name, grades.length, suite.cases.length);
    }
    const metrics = metricsOf(grades);
    const failedGates = Object.entries(suite.gates).flatMap(([metric, { least, most }]) => {
      const value = metrics[metric];
      if (value === undefined) return [`没有指标 ${metric}`];
      if (least !== undefined && value < least) return [`${metric} 为 ${value}，低于 ${least}`];
      if (most !== undefined && value > most) return [`${metric} 为 ${value}，高于 ${most}`];
      return [];
    });
    results.push({
      suite: suite.name,
      title: suite.title,
      cases: suite.cases.length,
      metrics,
      passed: failedGates.length === 0,
      failedGates,
      grades,
    });
  }
  return results;
}

async function gradeOne(
  kind: Suite['kind'],
  entry: Suite['cases'][number],
  setting: Setting,
): Promise<Grade> {
  if (kind === 'search' && 'query' in entry) {
    const { hits } = await search(setting.db, entry.query, {
      kind: entry.kind,
      limit: 100,
      ...(entry.asOf ? { asOf: entry.asOf } : {}),
      ...(setting.embedder ? { embedder: setting.embedder } : {}),
    });
    return gradeSearch(
      entry,
      hits.map((hit) => hit.id),
    );
  }
  if (kind === 'like-cases' && 'alike' in entry) {
    const { hits } = await search(setting.db, entry.story, {
      kind: 'case',
      limit: 100,
      ...(setting.embedder ? { embedder: setting.embedder } : {}),
    });
    return gradeLikeCases(
      entry,
      hits.map((hit) => hit.id),
    );
  }
  if (kind === 'screen' && 'expect' in entry && 'example' in entry) {
    const file = caseOf(entry.example, entry.given);
    return gradeScreen(
      entry,
      screenCase(file, {
        profile: profileOf(file, setting),
        book: setting.book,
        today: entry.today,
        likeCases: comparableCases(file, setting.book, pastCases()),
      }),
    );
  }
  if (kind === 'draft' && 'contains' in entry) {
    const file = caseOf(entry.example, entry.given);
    const draft = draftDecision(file, {
      book: setting.book,
      profile: profileOf(file, setting),
      tier: findTier({ file, book: setting.book }),
    });
    return gradeDraft(entry, draft);
  }
  if (kind === 'instructions' && 'addressed' in entry) {
    return gradeInstructions(entry, instructionsIn(entry.text));
  }
  throw new AppError('invalid-input', `用例 ${entry.id} 与套件种类 ${kind} 不符。`);
}

function caseOf(example: string, given: Record<string, unknown>): CaseFile {
  return readCaseFile(mergeCase(exampleCase(example), given));
}

function profileOf(file: CaseFile, setting: Setting): Profile {
  const id = file.jurisdiction ?? setting.jurisdiction;
  const profile = setting.profiles.get(id);
  if (!profile) throw new AppError('not-found', `没有地区方案“${id}”。`);
  return profile;
}
