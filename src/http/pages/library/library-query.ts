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
  agency: string;
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
    agency: (of('agency') ?? '').trim(),
    asOf: of('asOf') || today(),
    decidedOn: of('decidedOn') ?? '',
  };
}

/** Refuses with `invalid-input` what the address says and nothing is known of: a kind, a level, a day that does not exist. */
export function checkQuery(
  { asOf, decidedOn }: Pick<LibraryQuery, 'asOf' | 'decidedOn'>,
  of: (name: string) => string | undefined,
): void {
  const kind = of('kind') || 'all';
  const level = of('level') || 'law';
  const day = '存在的日期，写作 YYYY-MM-DD';
  const faults = [
    ...(Object.hasOwn(KINDS, kind) ? [] : [{ path: 'kind', expected: named(KINDS) }]),
    ...(Object.hasOwn(NORM_LEVELS, level) ? [] : [{ path: 'level', expected: named(NORM_LEVELS) }]),
    ...(isDay(asOf) ? [] : [{ path: 'asOf', expected: day }]),
    ...(decidedOn === '' || isDay(decidedOn) ? [] : [{ path: 'decidedOn', expected: day }]),
  ];
  if (faults.length === 0) return;
  const title = faults.every(({ expected }) => expected === day)
    ? '日期有误，请写作 YYYY-MM-DD。'
    : '检索条件有误，请改正后重试。';
  throw new AppError('invalid-input', title, { faults });
}

function named(values: Readonly<Record<string, string>>): string {
  return `${Object.entries(values)
    .map(([id, name]) => `${id}（${name}）`)
    .join('、')}之一`;
}
