import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import { shown } from '../../../discretion/case-factors.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import type { Condition } from '../../../law/condition.ts';

type Named = Pick<BenchmarkItem, 'factors'>;

/** A condition as a cell says it: `造成严重后果：是`, `货值金额不足 10,000 元`. Joined parts are told apart by brackets. */
export function conditionWords(condition: Condition, item: Named): string {
  if ('all' in condition) return condition.all.map((part) => inner(part, item)).join('，');
  if ('any' in condition) return condition.any.map((part) => inner(part, item)).join('或者');
  if ('not' in condition) return `不属于（${conditionWords(condition.not, item)}）`;
  const { factor, op, value } = condition;
  const name = factorLabel(factor, item);
  if (Array.isArray(value)) return `${name}：${value.map(shown).join('、')}之一`;
  const declared = item.factors.find((one) => one.name === factor);
  const unit = declared?.unit && typeof value === 'number' ? ` ${declared.unit}` : '';
  const said = `${shown(value)}${unit}`;
  const words: Record<typeof op, string> = {
    '=': `${name}：${said}`,
    '!=': `${name}：不是 ${said}`,
    '<': `${name}不足 ${said}`,
    '<=': `${name} ${said}以下`,
    '>': `${name}超过 ${said}`,
    '>=': `${name} ${said}以上`,
    within: `${name}：${said}`,
  };
  return words[op];
}

function inner(part: Condition, item: Named): string {
  const words = conditionWords(part, item);
  return 'any' in part || 'all' in part ? `（${words}）` : words;
}
