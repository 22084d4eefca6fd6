import type { ActFile } from '../../../src/cases/case-file.ts';
import { BASE_CASE } from '../base-case.ts';

/** The clean case that the rules of this kind of act start from: invented, of 2025, complete. */
export const LICENCE_CASE: ActFile = {
  schema: 'mingcai/case-file@1',
  id: 'example-licence',
  number: '示市监许〔2025〕1号',
  title: '示例餐饮店食品经营许可',
  cause: '申请食品经营许可',
  example: true,
  jurisdiction: 'test',
  field: 'market',
  action: 'licence',
  agency: BASE_CASE.agency,
  officers: BASE_CASE.officers ?? [],
  handlers: ['o1', 'o2'],
  party: BASE_CASE.party,
};
