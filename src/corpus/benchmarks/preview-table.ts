import { citationText } from '../../law/citation.ts';
import { baseName } from '../../law/fine-range.ts';
import type { BenchmarkItem, Tier } from '../benchmark.ts';
import type { ItemReading } from './item-reading.ts';
import type { TableReading } from './read-table.ts';

/** What an import would understand of one item, and what not. */
export interface ItemPreview {
  id: string;
  section: string;
  violation: string;
  method: ItemReading['method'];
  breached: string[];
  statute: { provision: string; from: 'bundled' | 'printed' | 'unknown'; spans: string[] } | null;
  factors: { name: string; type: string; unit?: string; choices?: string[] }[];
  tiers: { name: string; conditions: string; fines: string[]; extra: string[] }[];
  weights?: BenchmarkItem['weights'];
  perUnit?: BenchmarkItem['perUnit'];
  remarks: string[];
  conflicts: string[];
  notUnderstood: { row?: number; reason: string }[];
}

export interface TablePreview {
  table: string;
  number?: string;
  region: string;
  inForce: { from: string; to?: string };
  counts: Record<ItemReading['method'], number>;
  remarks: string[];
  items: ItemPreview[];
}

/** A table as an import would understand it. */
export function previewTable({ benchmark, readings, remarks }: TableReading): TablePreview {
  const count = (method: ItemReading['method']) => readings.filter((one) => one.method === method).length;
  const { from, to } = benchmark.inForce;
  return {
    table: benchmark.name,
    ...(benchmark.number ? { number: benchmark.number } : {}),
    region: benchmark.region,
    inForce: { from, ...(to ? { to } : {}) },
    counts: {
      weighted: count('weighted'),
      tiered: count('tiered'),
      'per-unit': count('per-unit'),
      none: count('none'),
    },
    remarks,
    items: readings.map(previewItem),
  };
}

function previewItem({
  item,
  section,
  method,
  statute,
  faults,
  remarks,
  conflicts,
}: ItemReading): ItemPreview {
  return {
    id: item.id,
    section,
    violation: item.violation,
    method,
    breached: item.breached.map((place) => citationText(plain(place))),
    statute: statute
      ? {
          provision: citationText(statute.provision),
          from: statute.from,
          spans: (statute.sanction?.fines ?? []).map(
            ({ range, ...who }) => `${whoOf(who)}${spanWords(range)}`,
          ),
        }
      : null,
    factors: item.factors.map(({ name, type, unit, choices }) => ({
      name,
      type,
      ...(unit ? { unit } : {}),
      ...(choices ? { choices } : {}),
    })),
    tiers: item.tiers.map(({ name, conditions, fine, fines, extra }) => ({
      name,
      conditions,
      fines: (fines ?? (fine ? [fine] : [])).map((one) => `${whoOf(one)}${spanWords(one)}`),
      extra,
    })),
    ...(item.weights ? { weights: item.weights } : {}),
    ...(item.perUnit ? { perUnit: item.perUnit } : {}),
    remarks,
    conflicts,
    notUnderstood: faults,
  };
}

function whoOf({ party, subject }: { party?: string; subject?: string }): string {
  if (subject === 'responsible-person') return '责任人员';
  return party === 'person' ? '个人' : party === 'unit' ? '单位' : '';
}

function plain({ law, article, paragraph, item }: BenchmarkItem['breached'][number]) {
  return { law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) };
}

type Span = Pick<
  NonNullable<Tier['fine']>,
  'base' | 'baseFactor' | 'each' | 'min' | 'max' | 'minInclusive' | 'maxInclusive' | 'ofSpan'
>;

/** 5 万元以上 10 万元以下, 货值金额的 10 倍以上 13 倍以下, 幅度的 0% 至 30%. */
export function spanWords({ min, max, minInclusive, maxInclusive, ofSpan, ...of }: Span): string {
  const base = of.each ? undefined : baseName(of);
  const side = (value: number | string) => {
    if (ofSpan) return `${Number((Number(value) * 100).toFixed(4))}%`;
    if (base && Number(value) < 1) return `${Number((Number(value) * 100).toFixed(4))}%`;
    return base ? `${value} 倍` : `${Number(value).toLocaleString('zh-CN')} 元`;
  };
  const head = ofSpan ? '法定幅度的 ' : base ? `${base}的 ` : of.each ? `每${of.each} ` : '';
  if (min !== undefined && String(min) === String(max)) return `${head}${side(min)}`;
  const low = min === undefined ? '' : `${side(min)}以上${minInclusive === false ? '（不含）' : ''}`;
  const high = max === undefined ? '' : `${side(max)}以下${maxInclusive === false ? '（不含）' : ''}`;
  return `${head}${low}${high}`;
}
