import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingOf, findingsOn, plantsIn } from './plant.ts';

const SETS = join(import.meta.dirname, '..');

describe.each(plantsIn(import.meta.dirname))('材料中的缺陷：$name（$rule，$dossier）', (plant) => {
  const answers = (changes: typeof plant.changes) =>
    findingOf(findingsOn(SETS, plant.dossier, plant.profile, changes), plant.rule).map(
      ({ answer }) => answer,
    );

  it('改动材料之前没有指出，改动之后指出', () => {
    expect(answers([])).not.toContain('not-met');
    expect(answers(plant.changes)).toContain('not-met');
  });
});
