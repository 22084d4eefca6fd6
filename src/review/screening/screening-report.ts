import type { AnyCaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { rulesVersion } from '../rules/rules-version.ts';
import { isMajor } from './is-major.ts';
import type { Finding } from './screen-case.ts';

/** The outcome of a pre-screen as others read it: `mingcai screen --json`, one line of a batch. */
export interface ScreeningReport {
  case: string;
  /** `isMajor` is null where a fact that decides it is not known. */
  major: { isMajor: boolean | null; triggers: { why: string; basis: string }[]; unknown: string[] };
  findings: Omit<Finding, 'facts'>[];
  summary: Record<Finding['answer'], number>;
  rulesVersion: string;
  model: string | null;
}

/** The findings of a case as a report. */
export function screeningReport(file: AnyCaseFile, findings: Finding[], profile: Profile): ScreeningReport {
  const major = isMajor(file, profile);
  return {
    case: file.id,
    major: {
      isMajor: major.isMajor ?? null,
      triggers: major.triggers,
      unknown: major.unknown,
    },
    findings: findings.map(({ facts: _facts, ...finding }) => finding),
    summary: countAnswers(findings),
    rulesVersion: rulesVersion(),
    model: findings.find(({ model }) => model)?.model?.name ?? null,
  };
}

/** How many of each answer. */
export function countAnswers(findings: Pick<Finding, 'answer'>[]): Record<Finding['answer'], number> {
  const count = { met: 0, 'not-met': 0, unclear: 0, 'not-applicable': 0 };
  for (const finding of findings) count[finding.answer] += 1;
  return count;
}
