import type { CaseFile } from '../../cases/case-file.ts';

/** The column of a table or a provision that is for this party: 个体工商户 counts as a person. */
export function sideOf(party: Pick<CaseFile['party'], 'kind'>): 'person' | 'unit' {
  return party.kind === 'organisation' ? 'unit' : 'person';
}
