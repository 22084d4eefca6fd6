import type { Paper, Span } from '../paper.ts';
import { knownOfficers } from './known-officers.ts';

const ROLE = '(?:执法|承办|办案|经办|检查|稽查|监察)(?:人员|队员|员|人)';
const TOOK = '(?:收取|收缴|代收|代缴|收下|收讫|收妥|收走|收了|收到|经收|收款)';
const GAVE = '(?:交给|交予|交由|交到|交与|付给|递给|交付|给了|当面交)';
const MONEY = /现金|罚款|罚没款|罚金|现款/;
/** A rule, a denial, or something other than money. */
const NOT =
  /未|没有|不(?:得|予|能|是|收)|拒绝|严禁|禁止|应当?|可以|如|是否|第[^，。；]{1,6}条|回单|缴款(?:书|凭证)|(?:POS|刷卡|扫码|二维码)/i;
const OTHER_THING =
  /(?:收取|收到|收下)(?:(?!开|出具|给|填)[^。；，,\n]){0,16}(?:回单|凭证|材料|申请|意见|证据|收据|物品)/;

/** Where a paper says that somebody of the agency took the fine in cash: 现金，由执法人员王示在局办公室收取. */
export function cashTakenIn({ text }: Paper, dossier: readonly Paper[]): Span | undefined {
  const names = [...knownOfficers(dossier).keys()].filter((name) => /^\p{sc=Han}{2,4}$/u.test(name));
  const officer = `(?:${[ROLE, ...names].join('|')})`;
  const taken = new RegExp(
    `${officer}[^。；;\\n\\t\\d]{0,24}?${TOOK}|${GAVE}[^。；;，,\\n\\t]{0,12}${officer}`,
  );
  for (const { 0: words, index } of text.matchAll(/[^。；;\n\t]+/g)) {
    const match = taken.exec(words);
    if (!match || !MONEY.test(words) || !/现金|现款/.test(words) || OTHER_THING.test(words)) continue;
    const clause = words
      .slice(0, match.index + match[0].length)
      .split(/[，,]/)
      .at(-1);
    if (NOT.test(match[0]) || NOT.test(clause ?? '')) continue;
    const start = index + words.length - words.trimStart().length;
    return { start, end: index + words.trimEnd().length };
  }
  return undefined;
}
