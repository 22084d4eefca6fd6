import type { ActFile } from '../../../src/cases/case-file.ts';
import { BASE_CASE } from '../base-case.ts';

/** The clean case that the rules of this kind of act start from: invented, of 2025, complete. */
export const COMPULSION_CASE: ActFile = {
  schema: 'mingcai/case-file@1',
  id: 'example-compulsion',
  number: '示市监强〔2025〕1号',
  title: '示例食品商行查封扣押案',
  cause: '对涉嫌不合格食品采取查封、扣押',
  example: true,
  jurisdiction: 'test',
  field: 'market',
  action: 'compulsion',
  agency: BASE_CASE.agency,
  officers: BASE_CASE.officers ?? [],
  handlers: ['o1', 'o2'],
  party: BASE_CASE.party,
};
