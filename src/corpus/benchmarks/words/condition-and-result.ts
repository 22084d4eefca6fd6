import type { BoundWords } from './quantity-in.ts';
import { resultIn } from './result-in.ts';

/** 情形：… 处罚：… within one cell. */
const LABELLED =
  /^(?:适用|违法)?(?:情形|情节|条件)[:：](?<when>[\s\S]+?)[\n；;。，,]?\s*(?:处罚|罚款|裁量)?(?:标准|幅度|处罚|罚款)[:：](?<what>[^：:]+)$/;
/** How a result begins within a cell: 处, 罚款, 给予警告, 不予处罚, 1000元, 对单位处. */
export const BEGINS =
  /^(?:可以?|应当|依法|一律)?(?:并|单)?(?:处|罚|给予|警告|通报|责令|没收|不予|免予|免于|不罚|吊销|暂扣|对(?:单位|个人|企业|直接|其|主要|公民|法人))|^\d[\d.]*[万千]?元|^(?:货值|违法所得)[^，。；]*\d[^，。；]*倍/;

/** 占用不足5平方米的，处1000元罚款 as condition and result; a result alone has no condition. `undefined` where they cannot be told apart. */
export function conditionAndResult(
  cell: string,
  bounds: BoundWords | undefined,
): [string, string] | undefined {
  const text = cell.trim();
  const { when, what } = LABELLED.exec(text)?.groups ?? {};
  if (when && what && resultIn(what, bounds)) return [when.trim().replace(/[；;。]$/, ''), what.trim()];
  if (BEGINS.test(text) && resultIn(text, bounds)) return ['/', text];
  for (const { 0: sign, index } of text.matchAll(/[，,；;：:。\n]/g)) {
    const [condition, result] = [text.slice(0, index).trim(), text.slice(index + sign.length).trim()];
    const plain = result.replace(/[。；;]$/, '');
    if (condition && BEGINS.test(plain) && !/罚款/.test(condition) && resultIn(plain, bounds))
      return [condition.replace(/的$/, ''), plain];
  }
  return undefined;
}
