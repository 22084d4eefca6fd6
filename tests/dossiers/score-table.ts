import { isKeyField } from './key-fields.ts';
import type { Difference, FieldScore, Score } from './score-dossier.ts';

/** Adds the counts of several dossiers. */
export function addScores(scores: readonly Score[]): Score {
  const fields = new Map<string, FieldScore>();
  const differences: Difference[] = [];
  for (const score of scores) {
    differences.push(...score.differences);
    for (const [field, own] of score.fields) {
      const sum = fields.get(field) ?? { expected: 0, found: 0, wrong: 0, extra: 0 };
      for (const key of ['expected', 'found', 'wrong', 'extra'] as const) sum[key] += own[key];
      fields.set(field, sum);
    }
  }
  return { fields, differences };
}

/** Precision and recall over the key fields, or over those that `within` admits; 1 where there is nothing to count. */
export function precisionRecall(
  { fields }: Score,
  within: (field: string) => boolean = isKeyField,
): FieldScore & { precision: number; recall: number } {
  const sum = { expected: 0, found: 0, wrong: 0, extra: 0 };
  for (const [field, own] of fields) {
    if (!within(field)) continue;
    for (const key of ['expected', 'found', 'wrong', 'extra'] as const) sum[key] += own[key];
  }
  const stated = sum.found + sum.wrong + sum.extra;
  return {
    ...sum,
    precision: stated === 0 ? 1 : sum.found / stated,
    recall: sum.expected === 0 ? 1 : sum.found / sum.expected,
  };
}

/** The counts as a table, the key fields first. */
export function scoreTable(score: Score): string {
  const fields = [...score.fields.keys()].sort();
  const row = (name: string, within: (field: string) => boolean) => {
    const { expected, found, wrong, extra, precision, recall } = precisionRecall(score, within);
    const figures = [expected, found, wrong, extra].map((count) => String(count).padStart(5)).join(' ');
    return `${name.padEnd(44)} ${figures}  ${precision.toFixed(3)}  ${recall.toFixed(3)}`;
  };
  const part = (key: boolean) =>
    fields.filter((field) => isKeyField(field) === key).map((name) => row(name, (field) => field === name));
  return [
    `${'field'.padEnd(44)}  exp. found wrong extra  prec.  recall`,
    ...part(true),
    row('KEY FIELDS', isKeyField),
    ...part(false),
    row('OTHER FIELDS', (field) => !isKeyField(field)),
  ].join('\n');
}
