import { type Fen, fen } from '../../../law/money.ts';
import { numbersInText } from '../../../law/numbers-in-text.ts';

const SUM = String.raw`(?:人民币)?((?:\d[\d,]*(?:\.\d+)?(?:万|亿)?|[〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]+))(?:元|圆)`;
/** 罚款70,000元, 处以七万元的罚款. */
const FINE = new RegExp(
  String.raw`罚款(?:共计|合计)?${SUM}(?!\d|[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖两]角|以[上下]|至|到|[-~—])|处以?${SUM}整?的?(?:行政)?罚款`,
  'g',
);
/** What somebody else was fined, or the party at another time, is no fine of this paper. */
const OTHER =
  /曾|此前|以往|前次|另案|同案|同类|参考|其他案件|他人|另一当事人|加处|每日|不超过|主张|请求|辩称|申辩|希望|恳请|(?:当事人|代理人|申请人|有人)[^,。;]{0,8}(?:称|认为|提出|要求|建议)|最初|初稿|初拟|初步/;

/**
 * The fines that the clauses of a paper name, in fen, each once. A clause that tells of other cases or of a daily
 * surcharge is passed over; a range (以上, 以下) names no fine.
 */
export function finesInText(text: string): Fen[] {
  const clauses = text
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .split(/[。;\n]|,(?!\d{3})/);
  const found = clauses
    .filter((clause) => !OTHER.test(clause))
    .flatMap((clause) => [...clause.matchAll(FINE)])
    .flatMap(([, after, before]) => sumOf(`${after ?? before}元`));
  return [...new Set(found)];
}

function sumOf(words: string): Fen[] {
  const [only, more] = numbersInText(words);
  return only && !more && /^\d+(?:\.\d{1,2})?$/.test(only.value) ? [fen(only.value)] : [];
}
