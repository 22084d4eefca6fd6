import type * as z from 'zod';
import type { Condition, Test } from '../law/condition.ts';
import type { FineRange } from '../law/fine-range.ts';
import { compareFractions, type Fraction, fraction, ZERO } from '../law/fraction.ts';
import { fen } from '../law/money.ts';

type Path = (string | number)[];
type Amount = number | string;
type Fine = FineRange & { ofSpan?: true | undefined; when?: Condition | undefined };

/** What of an item the form is checked of. */
interface Form {
  factors: { name: string; label?: string | undefined; type: 'number' | 'choice' | 'yes-no' }[];
  tiers: { when: Condition; fine?: Fine | undefined; fines?: Fine[] | undefined }[];
  weights?:
    | {
        starts: {
          when?: Condition | undefined;
          of: Partial<Record<'least' | 'max' | 'baseLeast' | 'times', Amount | undefined>> & {
            base?: string | undefined;
            baseFactor?: string | undefined;
          };
        }[];
        factors: { degrees: { when: Condition }[] }[];
      }
    | undefined;
  perUnit?:
    | {
        from: Amount;
        to?: Amount | undefined;
        most?: Amount | undefined;
        add: { each: Amount; when?: Condition | undefined }[];
      }
    | undefined;
}

type Add = (path: Path, message: string) => void;

/** Figures and comparisons that nothing could be reckoned with: sums finer than a fen, shares upside down, words compared as numbers. */
export function checkItemForm(item: Form, context: z.RefinementCtx): void {
  const add: Add = (path, message) => context.addIssue({ code: 'custom', message, path });
  const { factors, tiers, weights, perUnit } = item;
  const conditions = (when: Condition | undefined, path: Path) => {
    if (when) checkCondition(when, factors, path, add);
  };
  for (const [index, { when, fine, fines }] of tiers.entries()) {
    const path = ['tiers', index];
    conditions(when, [...path, 'when']);
    const spans: [Fine, Path][] = [
      ...(fine ? [[fine, [...path, 'fine']] as [Fine, Path]] : []),
      ...(fines ?? []).map((one, place): [Fine, Path] => [one, [...path, 'fines', place]]),
    ];
    for (const [span, at] of spans) {
      conditions(span.when, [...at, 'when']);
      checkSpan(span, at, add);
    }
  }
  for (const [index, { when, of }] of (weights?.starts ?? []).entries()) {
    const path = ['weights', 'starts', index];
    conditions(when, [...path, 'when']);
    const { least, max, baseLeast, times, base, baseFactor } = of;
    const inYuan = base === undefined && baseFactor === undefined;
    checkAmounts({ least, max, times }, inYuan, [...path, 'of'], add);
    checkAmounts({ baseLeast }, true, [...path, 'of'], add);
  }
  for (const [index, { degrees }] of (weights?.factors ?? []).entries()) {
    for (const [place, { when }] of degrees.entries())
      conditions(when, ['weights', 'factors', index, 'degrees', place, 'when']);
  }
  if (!perUnit) return;
  const { from, to, most } = perUnit;
  checkAmounts({ from, to, most }, true, ['perUnit'], add);
  for (const [index, { each, when }] of perUnit.add.entries()) {
    conditions(when, ['perUnit', 'add', index, 'when']);
    checkAmounts({ each }, true, ['perUnit', 'add', index], add);
  }
}

function checkSpan(span: Fine, path: Path, add: Add): void {
  const { ofSpan, base, baseFactor, baseLeast, most, min, max } = span;
  checkAmounts({ min, max }, !ofSpan && base === undefined && baseFactor === undefined, path, add);
  checkAmounts({ baseLeast, most }, true, path, add);
  if (!ofSpan) return;
  const [low, high] = [exact(min ?? 0), exact(max ?? 1)];
  if (!low || !high) return;
  for (const [key, value, share] of [
    ['min', min, low],
    ['max', max, high],
  ] as const) {
    if (value !== undefined && compareFractions(share, fraction(1)) > 0)
      add([...path, key], `所取的一段应在 0 至 1 之间，如 0.3 表示 30%，不是 ${value}`);
  }
  if (compareFractions(low, high) > 0)
    add([...path, 'min'], `所取一段的下端 ${min ?? 0} 大于上端 ${max ?? 1}，请核对是否写反`);
}

/** What is no number at all or below zero, the schema itself refuses. */
function checkAmounts(
  amounts: Record<string, Amount | undefined>,
  inYuan: boolean,
  path: Path,
  add: Add,
): void {
  for (const [key, value] of Object.entries(amounts)) {
    const number = value === undefined ? undefined : exact(String(value).replaceAll(',', ''));
    if (value === undefined || !number || compareFractions(number, ZERO) < 0) continue;
    if (inYuan ? !isSum(value) : !exact(value))
      add([...path, key], `应为${inYuan ? '以元计、至多两位小数的数额' : '不带逗号的数'}，不是 ${value}`);
  }
}

function isSum(value: Amount): boolean {
  try {
    fen(value);
    return true;
  } catch {
    return false;
  }
}

function exact(value: Amount): Fraction | undefined {
  try {
    return fraction(value);
  } catch {
    return undefined;
  }
}

const COMPARES = new Set<Test['op']>(['<', '<=', '>', '>=']);

function checkCondition(when: Condition, factors: Form['factors'], path: Path, add: Add): void {
  if ('not' in when) checkCondition(when.not, factors, [...path, 'not'], add);
  for (const key of ['all', 'any'] as const) {
    const parts = key in when ? (when as Record<typeof key, Condition[]>)[key] : [];
    for (const [index, part] of parts.entries()) checkCondition(part, factors, [...path, key, index], add);
  }
  if (!('op' in when) || !COMPARES.has(when.op)) return;
  const { factor: name, op, value } = when;
  if (typeof value !== 'number') {
    const shown = Array.isArray(value) ? '几个值' : typeof value === 'string' ? `文字“${value}”` : '是与否';
    add([...path, 'value'], `用 ${op} 比较的应为数值（不加引号），不是${shown}`);
  }
  const declared = factors.find((factor) => factor.name === name);
  if (declared && declared.type !== 'number')
    add(
      [...path, 'op'],
      `裁量因素“${declared.label ?? name}”不是数值（type: ${declared.type}），不能用 ${op} 比较`,
    );
}
