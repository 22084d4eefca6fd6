import type { Field } from './fields-in.ts';
import type { Span } from './paper.ts';

const LABELS: [RegExp, 'item' | 'batch' | 'quantity'][] = [
  [
    /^(?:样品|抽样|采样|被抽样|样本|抽取)?(?:样品|物品|产品|商品|品种|食品)(?:名称)?$|^样品名称及规格$|^品名$/,
    'item',
  ],
  [/^(?:生产|产品|样品)?(?:批号|批次|生产日期或批号|生产日期\/批号|批号\/生产日期)$/, 'batch'],
  [/^(?:样品|抽样|采样|取样|抽取)?数量(?:\([^()]*\))?$|^样品(?:份数|数)$/, 'quantity'],
];
const SEALED =
  /(?:已|均|当场|现场|予以|当面|加贴|双方)[^。；;，,\n\t]{0,8}(?:封样|封存|密封|签封|加封|封条|封签)[^。；;，,\n\t]*|(?:封样|封存|密封|封签)(?:情况|状态|状况)?[:：\t 　]*(?:完好|完整|已封|已加贴|合格)/;

type Part = [name: 'item' | 'batch' | 'quantity' | 'sealed', value: string | true, span: Span];

/** What was taken as a sample: its name, batch and quantity as filled in, and that it was sealed. */
export function samplingIn(fields: readonly Field[], text: string): Part[] {
  const parts = LABELS.flatMap(([label, name]): Part[] => {
    const field = fields.find((one) => label.test(one.label) && one.value.length <= 60);
    if (!field) return [];
    const words = /^.*?(?=[ 　]+编号|[ 　]{2,}|$)/.exec(field.value)?.[0] ?? field.value;
    return [[name, words, { start: field.start, end: field.start + words.length }]];
  });
  const sealed = SEALED.exec(text);
  const denied = sealed && /[未不没无]/.test(text.slice(Math.max(0, sealed.index - 3), sealed.index + 4));
  return sealed && !denied
    ? [...parts, ['sealed', true, { start: sealed.index, end: sealed.index + sealed[0].length }]]
    : parts;
}
