import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Action, AnyCaseFile } from '../../src/cases/case-file.ts';
import type { Profile } from '../../src/corpus/profile.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import type { LikeCase } from '../../src/discretion/like-cases.ts';
import { caseFor, merge } from './case-for.ts';
import { likeCasesAt } from './like-cases-at.ts';
import { bookWith } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

export interface YamlCase {
  rule: string;
  name: string;
  answer: string;
  file: AnyCaseFile;
  profile: Profile;
  today: string;
  likeCases?: LikeCase[];
  book: ReferenceBook;
}

interface Written {
  rule: string;
  action?: Action;
  cases: {
    name: string;
    answer: string;
    given?: object;
    profile?: object;
    today?: string;
    likeCases?: number[];
    ownList?: object;
  }[];
}

/** Every case of every rule's YAML, as a case file: the properties of the rules are tried on all of them. */
export function yamlCases(): YamlCase[] {
  const here = import.meta.dirname;
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('whole-cases'))
    .sort()
    .flatMap((name) => {
      const { rule, action, cases } = parse(readFileSync(join(here, name), 'utf8')) as Written;
      return cases.map(({ name: title, answer, given, profile, today, likeCases, ownList }) => ({
        rule,
        name: title,
        answer,
        file: caseFor(given, action ?? 'penalty'),
        profile: merge<Profile>(TEST_PROFILE, profile ?? {}),
        today: today ?? '2025-07-01',
        book: bookWith(ownList),
        ...(likeCases ? { likeCases: likeCasesAt(likeCases) } : {}),
      }));
    });
}
