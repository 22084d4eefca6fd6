import type { Condition } from '../../../law/condition.ts';
import { BASES } from '../../../law/fine-range.ts';
import { conditionIn } from '../../../law/sanction-conditions.ts';

/** 违法所得10万元以上的, 没有违法所得或者违法所得不足10万元的: the sums of the case. */
export function amountOf(cell: string): Condition | undefined {
  const text = cell.replaceAll(/\s/g, '');
  if (!/违法所得|非法所得|货值/.test(text) || saysMore(text)) return undefined;
  const { when, amount } = conditionIn(text);
  if (!amount || when === 'serious') return undefined;
  const names = JSON.stringify(when).match(/"factor":"[^"]+"/g) ?? [];
  return names.every((name) => Object.keys(BASES).some((base) => name === `"factor":"${base}"`))
    ? when
    : undefined;
}

/** 再次违法或者货值金额5万元以上: a circumstance beside the sum, which must not get lost. */
function saysMore(text: string): boolean {
  const sum = text.replaceAll(
    /(?:没有|无)(?:违法|非法)所得(?:或者?|、)|(?:或者?|、)(?:没有|无)(?:违法|非法)所得/g,
    '',
  );
  const before = /^(.*?)(?:违法所得|非法所得|货值)/.exec(sum)?.[1] ?? '';
  return before.length > 12 || /[或且并和]|次|首|再|曾|未|不|拒|逾期|改正|造成|处罚/.test(before);
}
