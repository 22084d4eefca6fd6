import { BASES, baseName } from '../../law/fine-range.ts';
import { hasNoFirstDay } from '../benchmark.ts';
import type { ItemPreview, TablePreview } from './preview-table.ts';

const METHODS = { weighted: '权重累加', tiered: '阶次', 'per-unit': '按单位计', none: '不能计算' } as const;
const FROM = { bundled: '随附罚则', printed: '表中所印条文', unknown: '没有读出' } as const;

/** The preview of a table for people: what was understood of each item, and what was not. */
export function previewLines({
  table,
  number,
  region,
  inForce,
  counts,
  remarks,
  items,
}: TablePreview): string[] {
  const total = items.length;
  const until = inForce.to ? `至 ${inForce.to}` : '';
  return [
    `${table}`,
    `文号 ${number ?? '未写明'}；地区 ${region || '未写明'}；${hasNoFirstDay({ inForce }) ? `未载明施行日期${until && `，${until}`}` : `自 ${inForce.from}${until}施行`}`,
    `${total} 个事项：权重累加 ${counts.weighted}，阶次 ${counts.tiered}，按单位计 ${counts['per-unit']}，不能计算 ${counts.none}`,
    ...remarks.map((remark) => `注意：${remark}。`),
    ...items.flatMap(itemLines),
  ];
}

function itemLines(item: ItemPreview): string[] {
  return [
    '',
    `${item.section} ${item.violation}［${METHODS[item.method]}］`,
    `  编号：${item.id}`,
    ...(item.breached.length ? [`  违反：${item.breached.join('、')}`] : []),
    item.statute
      ? `  罚则：${item.statute.provision}（${FROM[item.statute.from]}）${item.statute.spans.join('；')}`
      : '  罚则：没有写明条款',
    ...item.factors.map(
      ({ name, type, unit, choices }) =>
        `  要素 ${name}：${type === 'number' ? `数值${unit ? `（${unit}）` : ''}` : type === 'choice' ? choices!.join(' / ') : '是 / 否'}`,
    ),
    ...item.tiers.map(
      ({ conditions, fines, extra }, at) =>
        `  阶次 ${at + 1} ${conditions} → ${[...extra, ...fines].join('，') || '不处罚款'}`,
    ),
    ...weightLines(item),
    ...(item.perUnit?.add ?? []).map(({ factor, each }) => `  每 1 ${factor.replace(/数$/, '')} ${each} 元`),
    ...item.remarks.map((remark) => `  读法：${remark}`),
    ...item.conflicts.map((conflict) => `  冲突：${conflict}`),
    ...item.notUnderstood.map(({ row, reason }) => `  没有读懂${row ? `（第 ${row} 行）` : ''}：${reason}`),
  ];
}

function weightLines({ weights }: ItemPreview): string[] {
  if (!weights) return [];
  const { starts, factors, cap, floor } = weights;
  return [
    ...starts.map(({ name, percent, of }) => {
      const end = (amount: number | string) => Number(amount).toLocaleString('zh-CN');
      const span = `${baseName(of) ?? ''}${of.least === undefined ? '' : `${end(of.least)} 至 `}${end(of.max ?? of.times ?? 0)}`;
      if (of.least !== undefined || of.baseFactor)
        return `  幅度 ${name ? `${name} ` : ''}${span} ${of.max === undefined ? '倍' : '元'}：下端＋幅度×权重之和`;
      const times = of.base
        ? `${BASES[of.base]}×${of.times} 倍${of.baseLeast ? `（不足 ${of.baseLeast} 元的按此数）` : ''}`
        : `${Number(of.max).toLocaleString('zh-CN')} 元`;
      return `  起点 ${name ? `${name} ` : ''}${percent}% ×${times}`;
    }),
    ...factors.map(
      ({ name, degrees }) =>
        `  权重 ${name}：${degrees.map((degree) => `${degree.name} ${degree.percent}%`).join(' / ')}`,
    ),
    `  封顶 ${cap}%${floor === undefined ? '' : `，最低 ${floor}%`}`,
  ];
}
