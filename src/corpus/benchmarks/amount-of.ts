import type { Condition } from '../../law/condition.ts';
import { BASES } from '../../law/fine-range.ts';
import { conditionIn } from '../../law/sanction-conditions.ts';

/** 违法所得10万元以上的, 没有违法所得或者违法所得不足10万元的: the sums of the case. */
export function amountOf(cell: string): Condition | undefined {
  const text = cell.replaceAll(/\s/g, '');
  if (!/违法所得|非法所得|货值/.test(text)) return undefined;
  const { when, amount } = conditionIn(text);
  if (!amount || when === 'serious') return undefined;
  const names = JSON.stringify(when).match(/"factor":"[^"]+"/g) ?? [];
  return names.every((name) => Object.keys(BASES).some((base) => name === `"factor":"${base}"`))
    ? when
    : undefined;
}
