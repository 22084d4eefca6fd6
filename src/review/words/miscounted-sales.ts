import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { equationsIn } from '../../law/equations-in.ts';
import { measuresIn } from '../../law/measures-in.ts';
import { pricedProductsIn } from '../../law/priced-products-in.ts';
import { type ProductIn, productsIn } from '../../law/products-in.ts';
import { totalsIn } from '../../law/totals-in.ts';

/** Papers in which the agency itself counts; what a party says of its sales is only his word. */
const COUNTING: PaperKind[] = [
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'decision',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
];
/** Papers whose writers work things out with signs (48米×30米＝1440平方米) and answer for them. */
const MEASURING: PaperKind[] = ['inspection-record', 'sampling-record', 'expert-opinion'];
const SHEET = /计算|核算|货值|违法所得/;
const SAID = /(?:当事人|申请人|代理人|证人|被询问人)[^，。；]{0,12}(?:称|认为|主张|提出|辩)/;

export interface MiscountedSales {
  title: string;
  quote: string;
  /** In yuan. */
  due: number;
  /** Of `due`: 元, 平方米. */
  unit: string;
  stated: number;
  path: string;
}

/**
 * What the agency's own papers count and miss: at a price (售出48盒，每盒45元，收入1980元), with signs (38瓶×25元＝1050元), in a
 * total of a row, in a measure told in two units.
 */
export function miscountedSales({ papers = [] }: CaseFile): MiscountedSales[] {
  return papers.flatMap(({ kind, title, text = '' }, index) => {
    const counts = COUNTING.includes(kind) || (kind === 'documentary-evidence' && SHEET.test(title));
    if (!counts && !MEASURING.includes(kind)) return [];
    const found = text
      .split(/[。；\n]/)
      .filter((sentence) => !SAID.test(sentence))
      .flatMap((sentence): (ProductIn & { unit?: string })[] => [
        ...(counts ? [...pricedProductsIn(sentence), ...productsIn(sentence), ...totalsIn(sentence)] : []),
        ...equationsIn(sentence),
        ...measuresIn(sentence),
      ])
      .filter(({ right }) => !right);
    return found
      .filter(
        (one, at) =>
          !found.slice(0, at).some(({ product, stated }) => product === one.product && stated === one.stated),
      )
      .map(({ quote, product, stated, unit = '元' }) => ({
        title,
        quote,
        due: product,
        unit,
        stated,
        path: `papers.${index}.text`,
      }));
  });
}
