import type { CaseFile } from '../../cases/case-file.ts';
import { type Fen, fen, yuan } from '../../law/money.ts';
import { type ProductIn, productsIn } from '../../law/products-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { type Answer, notMet } from '../rules/rule.ts';

const REASONS = 'decision.discretionReasons';
/** What the party or a witness said to the sum is not the agency's count. */
const REPORTED = /(?:当事人|申请人|代理人|陈述人|证人)[^，。；]{0,12}(?:称|认为|主张|提出|辩)/;
/** The sentence counts the fine itself, and not the base or a confiscation. */
const COUNTS_FINE = /罚款|每人[\d,.]+元/;
const COUNTS_BASE = /违法所得|货值|销售额|收入|没收|加处/;
/** The product is the fine itself, whatever its base is called: 罚款为违法所得的零点五倍，即18600元×0.5=9300元. */
const IS_FINE =
  /罚款(?:数额|金额)?的?计算|罚款(?:数额|金额)?(?:应当?)?(?:为|是|即|计|按|等于|[:=])|(?:确定|计算|核定|计处)罚款/;
/** The result is only a step on the way to the fine. */
const GOES_ON = /从轻|减轻|取整|四舍五入|分别|另(?:处|对)|上限|不超过|最高|合并|合计|折/;

/**
 * A product in the decision's reasons or text that is worked out wrong, or the one product that the reasons count the
 * fine by, whose result is not the fine. `undefined` where nothing of the kind is found: no count proves nothing.
 */
export function miscalculatedFine(
  file: CaseFile,
  fine: Fen | undefined,
  finePath: string,
): Answer | undefined {
  const texts = countedTexts(file);
  for (const { text, path } of texts) {
    const wrong = sentences(text)
      .flatMap((sentence) => productsIn(sentence))
      .find(({ right }) => !right);
    if (wrong) {
      return notMet(`罚款的计算应当正确，决定写“${wrong.quote}”，应为 ${shown(wrong.product)} 元。`, [path]);
    }
  }
  const reasons = texts.find(({ path }) => path === REASONS);
  const only = reasons && fine !== undefined ? fineCount(reasons.text, fine) : undefined;
  return only
    ? notMet(`罚款应与计算的结果一致，理由写“${only.quote}”，罚款为${yuan(fine!)}。`, [REASONS, finePath])
    : undefined;
}

function countedTexts({ decision, papers }: CaseFile): { text: string; path: string }[] {
  if (!decision) return [];
  const index = (papers ?? []).findIndex(({ id, kind }) =>
    decision.paper ? id === decision.paper : kind === 'decision',
  );
  const text = papers?.[index]?.text;
  return [
    ...(decision.discretionReasons ? [{ text: decision.discretionReasons, path: REASONS }] : []),
    ...(text ? [{ text, path: `papers.${index}.text` }] : []),
  ];
}

/** The single count of the fine in the reasons, where its result differs and the fine's own sum stands nowhere beside it. */
function fineCount(reasons: string, fine: Fen): ProductIn | undefined {
  const counted = sentences(reasons).flatMap((sentence) =>
    productsIn(sentence).map((product) => ({ sentence, product })),
  );
  const [only, ...others] = counted;
  if (!only || others.length > 0) return undefined;
  const [before = '', after = ''] = plainSums(reasons).split(only.product.quote);
  const last = /[^。；;\n]*$/.exec(before)?.[0] ?? '';
  const isFine = IS_FINE.test(last) && !/没收|加处/.test(last) && !GOES_ON.test(after);
  const counts = COUNTS_FINE.test(only.sentence) && !COUNTS_BASE.test(only.sentence);
  if (!isFine && (!counts || GOES_ON.test(reasons))) return undefined;
  if (!Number.isSafeInteger(Math.round(only.product.stated * 100))) return undefined;
  const sums = sumsIn(reasons).map((sum) => sum.fen);
  return fen(only.product.stated.toFixed(2)) === fine || sums.includes(fine) ? undefined : only.product;
}

/** As `productsIn` quotes it. */
const plainSums = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .replaceAll(/[*xX✕](?=[\d每])/g, '×')
    .replaceAll(/乘以?(?=\d)/g, '×');

function sentences(text: string): string[] {
  return text.split(/[。；;\n]/).filter((sentence) => !REPORTED.test(sentence));
}

function shown(value: number): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
}
