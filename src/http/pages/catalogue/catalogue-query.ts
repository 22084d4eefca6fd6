import { AppError } from '../../../errors.ts';
import { isDay, today } from '../../../law/dates.ts';

/** What is asked of the catalogue, as the address of the page says it. */
export interface CatalogueQuery {
  q: string;
  asOf: string;
  field: string;
}

/** The longest account of what happened that is compared; the rest of a longer one is not read. */
const LONGEST = 4000;

export function readCatalogueQuery(of: (name: string) => string | undefined): CatalogueQuery {
  return {
    q: (of('q') ?? '').trim().slice(0, LONGEST),
    asOf: of('asOf') || today(),
    field: (of('field') ?? '').trim(),
  };
}

/** Refuses with `invalid-input` for a day that does not exist. */
export function checkDay({ asOf }: Pick<CatalogueQuery, 'asOf'>): void {
  if (isDay(asOf)) return;
  throw new AppError('invalid-input', '日期有误，请写作 YYYY-MM-DD。', {
    faults: [{ path: 'asOf', expected: '存在的日期，写作 YYYY-MM-DD' }],
  });
}
