import type { ActFile } from '../../../src/cases/case-file.ts';
import { BASE_CASE } from '../base-case.ts';

/** The clean case that the rules of this kind of act start from: invented, of 2025, complete. */
export const INSPECTION_CASE: ActFile = {
  schema: 'mingcai/case-file@1',
  id: 'example-inspection',
  number: '示市监检〔2025〕1号',
  title: '示例食品商行食品安全检查',
  cause: '食品经营环节监督检查',
  example: true,
  jurisdiction: 'test',
  field: 'market',
  action: 'inspection',
  agency: BASE_CASE.agency,
  officers: BASE_CASE.officers ?? [],
  handlers: ['o1', 'o2'],
  party: BASE_CASE.party,
};
