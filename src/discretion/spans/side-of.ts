import type { CaseFile } from '../../cases/case-file.ts';
import type { Sanction } from '../../law/sanction.ts';

/** The column of a table or a provision. */
export type Side = 'person' | 'unit';

/** What a person answers where the provision does not say on which side 个体工商户 stands. */
export const BUSINESS_AS_UNIT = 'individual-business-as-unit';

/**
 * The column that is for this party. 个体工商户 stands where the provision puts it (生产经营单位, 其他生产经营者 take it among the
 * units), else where a person has said; `undefined`: to be asked wherever persons and units are told apart.
 */
export function sideOf(
  { party, circumstances }: Pick<CaseFile, 'party' | 'circumstances'>,
  sanction: Pick<Sanction, 'individualBusinessAs'> | undefined,
): Side | undefined {
  if (party.kind === 'organisation') return 'unit';
  if (party.kind === 'person') return 'person';
  if (sanction?.individualBusinessAs) return sanction.individualBusinessAs;
  const said = circumstances?.factors?.[BUSINESS_AS_UNIT];
  return typeof said === 'boolean' ? (said ? 'unit' : 'person') : undefined;
}

/** `单位`, `个人`. */
export const SIDE_NAMES: Record<Side, string> = { unit: '单位', person: '个人' };
