import { type Condition, evaluate, type FactorValue } from '../law/condition.ts';
import { type Base, baseName, type FenRange, resolveRange } from '../law/fine-range.ts';
import type { Fen } from '../law/money.ts';
import type { Sanction, SanctionFine } from '../law/sanction.ts';
import { BUSINESS_AS_UNIT, type Side } from './spans/side-of.ts';

export type StatutoryRange =
  | { state: 'known'; fine: SanctionFine; range: FenRange }
  | { state: 'missing'; factors: string[] }
  | { state: 'none' }
  | { state: 'several' };

/**
 * The spans a provision has for an offender of this side, never those of the persons responsible beside it. Without a side (a
 * 个体工商户 of which the provision says nothing) both remain, and cannot be chosen between.
 */
export function finesFor(sanction: Sanction, side: Side | undefined): SanctionFine[] {
  return sanction.fines.filter(
    (fine) => (fine.subject ?? 'offender') === 'offender' && (!fine.party || !side || fine.party === side),
  );
}

/** The spans for the persons responsible, beside the unit that is fined. */
export function finesBeside({ fines }: Pick<Sanction, 'fines'>): SanctionFine[] {
  return fines.filter(({ subject }) => subject === 'responsible-person');
}

/** The conditions that switch between the spans. */
export function switchesOf(fines: SanctionFine[]): Condition[] {
  return fines.flatMap((fine) => (fine.when ? [fine.when] : []));
}

/**
 * The one span that the facts select, in fen. A missing figure leaves it open and is named; two spans that both
 * apply are reported, never chosen between.
 */
export function statutoryRange(
  fines: SanctionFine[],
  values: Readonly<Record<string, FactorValue>>,
  sums: Partial<Record<Base, Fen>>,
): StatutoryRange {
  const missing = new Set<string>();
  const open = fines.filter((fine) => !fine.when || evaluate(fine.when, values, missing) !== false);
  if (open.length === 0) return { state: 'none' };
  // Spans of both sides are here only where nobody knows on which one the party stands.
  if (new Set(open.flatMap(({ party }) => party ?? [])).size > 1)
    return { state: 'missing', factors: [BUSINESS_AS_UNIT, ...missing] };
  const sure = open.filter((fine) => !fine.when || evaluate(fine.when, values) === true);
  if (sure.length < open.length) return { state: 'missing', factors: [...missing] };
  if (sure.length > 1) return { state: 'several' };
  const fine = sure[0]!;
  const range = resolveRange(fine.range, sums, values);
  if (!range) return { state: 'missing', factors: [fine.range.baseFactor ?? fine.range.base!] };
  return { state: 'known', fine, range };
}

/** `货值金额的 10 倍以上 20 倍以下`, `50,000 元以上 …`: the span as the provision puts it. */
export function spanText(fine: SanctionFine['range']): string {
  const base = baseName(fine);
  const percent = base && !fine.each && Number(fine.max ?? fine.min) < 1;
  const side = (value: number | string): string =>
    !base || fine.each
      ? `${Number(value).toLocaleString('zh-CN')} 元`
      : percent
        ? `${Math.round(Number(value) * 1e6) / 1e4}%`
        : `${value} 倍`;
  const low = fine.min === undefined ? '' : `${side(fine.min)}以上`;
  const high = fine.max === undefined ? '' : `${side(fine.max)}以下`;
  return `${base ? `${base}${fine.each ? '' : '的'} ` : ''}${low}${low && high ? ' ' : ''}${high}`;
}
