import type { ActFile } from '../../../src/cases/case-file.ts';
import { BASE_CASE } from '../base-case.ts';

/** The clean case that the rules of this kind of act start from: invented, of 2025, complete. */
export const LEVY_CASE: ActFile = {
  schema: 'mingcai/case-file@1',
  id: 'example-levy',
  number: '示市监征〔2025〕1号',
  title: '示例建设单位污水处理费征收',
  cause: '征收污水处理费',
  example: true,
  jurisdiction: 'test',
  field: 'market',
  action: 'levy',
  agency: BASE_CASE.agency,
  officers: BASE_CASE.officers ?? [],
  handlers: ['o1', 'o2'],
  party: BASE_CASE.party,
};
