import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PastCase } from '../../src/corpus/past-cases.ts';

/** A past case as the case file it would have been before its decision. */
export function caseOfPast(past: PastCase): CaseFile {
  const fines = past.penalties.map(({ type, amount }) =>
    amount === undefined ? { type } : { type, amount },
  );
  return {
    id: `file-${past.id}`,
    title: `复原：${past.title}`,
    cause: past.violation,
    field: past.field,
    action: 'penalty',
    procedure: 'ordinary',
    agency: { name: past.agency, region: past.region },
    party: past.party,
    violation: {
      name: past.violation,
      facts: past.facts,
      ...(past.itemCode ? { itemCode: past.itemCode } : {}),
      ...(past.actOn ? { endedOn: past.actOn } : {}),
      amounts: Object.fromEntries(Object.entries(past.amounts).map(([base, yuan]) => [base, { yuan }])),
    },
    provisions: { breached: past.breached, punishing: past.punishing },
    ...(past.benchmarkItem ? { benchmarkItem: past.benchmarkItem } : {}),
    circumstances: {
      factors: past.factors,
      grounds: past.grounds.map((kind) => ({ kind, state: 'accepted' as const })),
    },
    proposal: { result: 'penalty', penalties: fines },
  };
}
