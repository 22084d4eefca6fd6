import type { CaseFile } from '../../../cases/case-file.ts';
import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import { NOT_ESTABLISHED } from '../../../discretion/case-factors.ts';
import type { FactorValue } from '../../../law/condition.ts';
import type { Day } from '../../../law/dates.ts';
import { fieldName } from './calculator-query.ts';
import { itemLink } from './table-words.ts';

/** The calculator of an item, filled in with the facts of a case, for trying what another fact would do. */
export function calculatorLink(
  item: BenchmarkItem,
  file: CaseFile,
  facts: { values: Readonly<Record<string, FactorValue>>; notEstablished: readonly string[] },
  on: Day | undefined,
): string {
  const query = new URLSearchParams();
  if (on) query.set('on', on);
  query.set('party', file.party.kind);
  for (const [name, value] of Object.entries(facts.values)) {
    query.set(fieldName({ name }), value === true ? 'yes' : value === false ? 'no' : String(value));
  }
  for (const name of facts.notEstablished) query.set(fieldName({ name }), NOT_ESTABLISHED);
  const accepted = (file.circumstances?.grounds ?? []).filter(({ state }) => state === 'accepted');
  for (const kind of new Set(accepted.map((ground) => ground.kind))) query.append('g', kind);
  if (accepted.length === 0 && file.circumstances?.noGrounds) query.append('g', 'none');
  return `${itemLink(item.id)}?${query}`;
}
