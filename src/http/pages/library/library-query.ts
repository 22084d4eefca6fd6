import { AppError } from '../../../errors.ts';
import { isDay, today } from '../../../law/dates.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';

export const KINDS = { all: '全部', law: '法规', benchmark: '裁量基准', case: '案例' } as const;
export type Kind = keyof typeof KINDS;

/** What is searched for, as the address of the page says it. */
export interface LibraryQuery {
  q: string;
  kind: Kind;
  level: NormLevel | '';
  region: string;
  asOf: string;
  decidedOn: string;
}

export function readLibraryQuery(of: (name: string) => string | undefined): LibraryQuery {
  const kind = of('kind') ?? '';
  const level = of('level') ?? '';
  return {
    q: (of('q') ?? '').trim(),
    kind: Object.hasOwn(KINDS, kind) ? (kind as Kind) : 'all',
    level: Object.hasOwn(NORM_LEVELS, level) ? (level as NormLevel) : '',
    region: (of('region') ?? '').trim(),
    asOf: of('asOf') || today(),
    decidedOn: of('decidedOn') ?? '',
  };
}

/** Refuses with `invalid-input`, naming the field of a day that does not exist. */
export function checkDays({ asOf, decidedOn }: Pick<LibraryQuery, 'asOf' | 'decidedOn'>): void {
  const expected = '存在的日期，写作 YYYY-MM-DD';
  const faults = [
    ...(isDay(asOf) ? [] : [{ path: 'asOf', expected }]),
    ...(decidedOn === '' || isDay(decidedOn) ? [] : [{ path: 'decidedOn', expected }]),
  ];
  if (faults.length) throw new AppError('invalid-input', '日期有误，请写作 YYYY-MM-DD。', { faults });
}
