import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingOf, findingsOn, plantsIn } from './plant.ts';

const SETS = join(import.meta.dirname, '..');
const unchanged = new Map<string, ReturnType<typeof findingsOn>>();

/** The findings before any change: the same for all plants of a dossier. */
function before(dossier: string, profile: string) {
  const key = `${dossier} ${profile}`;
  const found = unchanged.get(key) ?? findingsOn(SETS, dossier, profile);
  unchanged.set(key, found);
  return found;
}

describe.each(plantsIn(import.meta.dirname))('材料中的缺陷：$name（$rule，$dossier）', (plant) => {
  const answers = (findings: ReturnType<typeof findingsOn>) =>
    findingOf(findings, plant.rule).map(({ answer }) => answer);

  it('改动材料之前没有指出，改动之后指出', () => {
    expect(answers(before(plant.dossier, plant.profile))).not.toContain('not-met');
    const after = findingsOn(SETS, plant.dossier, plant.profile, plant.changes);
    expect(answers(after)).toContain('not-met');
  });
});
