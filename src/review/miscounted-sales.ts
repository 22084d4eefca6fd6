import type { CaseFile } from '../cases/case-file.ts';
import type { PaperKind } from '../cases/paper-kinds.ts';
import { pricedProductsIn } from '../law/priced-products-in.ts';

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
const SHEET = /计算|核算|货值|违法所得/;
const SAID = /(?:当事人|申请人|代理人|证人|被询问人)[^，。；]{0,12}(?:称|认为|主张|提出|辩)/;

export interface MiscountedSales {
  title: string;
  quote: string;
  /** In yuan. */
  due: number;
  stated: number;
  path: string;
}

/** Counts at a price (售出48盒，每盒45元，收入1980元) in the agency's own papers that do not come out. */
export function miscountedSales({ papers = [] }: CaseFile): MiscountedSales[] {
  return papers.flatMap(({ kind, title, text = '' }, index) => {
    const counts = COUNTING.includes(kind) || (kind === 'documentary-evidence' && SHEET.test(title));
    if (!counts) return [];
    return text
      .split(/[。；\n]/)
      .filter((sentence) => !SAID.test(sentence))
      .flatMap((sentence) => pricedProductsIn(sentence))
      .filter(({ right }) => !right)
      .map(({ quote, product, stated }) => ({
        title,
        quote,
        due: product,
        stated,
        path: `papers.${index}.text`,
      }));
  });
}
