import type { Span } from '../paper.ts';
import type { Field } from './fields-in.ts';
import { labelledRows } from './labels-in.ts';

const LABELS: [RegExp, 'item' | 'batch' | 'quantity'][] = [
  [
    /^(?:样品|抽样|采样|被抽样|样本|抽取)?(?:样品|物品|产品|商品|品种|食品)(?:名称)?$|^样品名称及规格$|^品名$/,
    'item',
  ],
  [/^(?:生产|产品|样品)?(?:批号|批次|生产日期或批号|生产日期\/批号|批号\/生产日期)$/, 'batch'],
  [/^(?:样品|抽样|采样|取样|抽取)?数量(?:\([^()]*\))?$|^样品(?:份数|数)$/, 'quantity'],
];
const COLUMNS = {
  item: ['样品名称', '证据物品名称', '物品名称', '产品名称', '商品名称', '名称', '品名'],
  batch: ['批号', '生产批号', '批次', '生产日期及批号', '生产日期或批号', '生产日期/批号'],
  quantity: ['数量', '抽样数量', '样品数量', '采样数量'],
  other: [
    '序号',
    '编号',
    '规格',
    '规格型号',
    '单位',
    '备注',
    '抽样基数',
    '样品编号',
    '生产日期',
    '单价',
    '商标',
  ],
} as const;
const SEALED =
  /(?:已|均|当场|现场|予以|当面|加贴|双方)[^。；;，,\n\t]{0,8}(?:封样|封存|密封|签封|加封|封条|封签)[^。；;，,\n\t]*|(?:封样|封存|密封|封签)(?:情况|状态|状况)?[:：\t 　]*(?:完好|完整|已封|已加贴|合格)/;

/** 封样情况：未封样; the form's choice 已封样□未封样□ tells neither. */
const UNSEALED =
  /(?<![□☐○])(?:封样(?:情况|状态|状况)[ 　]*[:：\t][ 　]*(?:未|没有|无)|(?:样品|现场|当场)?(?:未|没有)(?:予以|进行|当场|加贴)?(?:封样|封存|密封|加封|封条))(?!的)[^。；;，,\n\t□☐]*/;
const COLUMN: ReadonlySet<string> = new Set(Object.values(COLUMNS).flat());

type Part = [name: 'item' | 'batch' | 'quantity' | 'sealed', value: string | boolean, span: Span];

/** What was taken as a sample: its name, batch and quantity as filled in, and that it was sealed. */
export function samplingIn(fields: readonly Field[], text: string): Part[] {
  const [row, second] = labelledRows(text, COLUMNS);
  const parts = LABELS.flatMap(([label, name]): Part[] => {
    const cell = second ? undefined : row?.[name];
    if (cell) return [[name, cell.value, { start: cell.start, end: cell.end }]];
    const field = fields.find((one) => label.test(one.label) && one.value.length <= 60);
    if (!field || row || COLUMN.has(field.value)) return [];
    const words = /^.*?(?=[ 　]+编号|[ 　]{2,}|$)/.exec(field.value)?.[0] ?? field.value;
    return [[name, words, { start: field.start, end: field.start + words.length }]];
  });
  const sealed = SEALED.exec(text);
  const denied = sealed && /[未不没无]/.test(text.slice(Math.max(0, sealed.index - 3), sealed.index + 4));
  const open = UNSEALED.exec(text);
  if (open) return [...parts, ['sealed', false, { start: open.index, end: open.index + open[0].length }]];
  return sealed && !denied
    ? [...parts, ['sealed', true, { start: sealed.index, end: sealed.index + sealed[0].length }]]
    : parts;
}
