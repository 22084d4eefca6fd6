import type { Base } from '../../../law/fine-range.ts';
import { yuanOf } from '../../../law/fine-range-in.ts';
import { BASE_OF_WORDS } from '../words/degree-sequence.ts';

/** What the sum of weights is multiplied with. */
export interface Multiplier {
  /** The words before ＝ and between ＝ and ×: which column it is for. */
  about: string;
  max?: number;
  base?: Base;
  times?: number;
}

export interface Formula {
  multipliers: Multiplier[];
  /** Per cent. */
  cap?: number;
  /** Per cent; `about` names the column where the note speaks of one alone. */
  floor?: { percent: number; about: string };
}

/** Words of the formula note, wherever they stand. */
export const FORMULA = /罚款(?:金额|数额|额)?\s*[=＝:：][^。；;]*[×xX*＊乘]/;
const TERM = /罚款(?:金额|数额|额)?(?:为)?[=＝](?<sum>[^×xX*＊=＝。；;]*)[×xX*＊](?<terms>[^。；;（(]+)/g;
const PERCENT = '(\\d+(?:\\.\\d+)?)[%％]';
const CAP = new RegExp(
  `(?<about>[^。；;]*?)(?:总和|之和|合计|分值)?(?:超过|大于|高于)${PERCENT}[的时]*，?(?:一律)?按(?:照)?${PERCENT}`,
);
const FLOOR = new RegExp(
  `(?<about>[^。；;]*?)(?:总和|之和|合计|分值)?(?:不足|低于|小于|不到)${PERCENT}[的时]*，?(?:一律)?按(?:照)?${PERCENT}`,
);

/** Reads the note that holds the formula: maximum, or base × times; cap and floor. `unread`: a formula that is not understood. */
export function weightFormula(notes: readonly string[]): Formula | { unread: string } | undefined {
  const text = notes.join('。').replaceAll(/\s/g, '');
  const multipliers: Multiplier[] = [];
  for (const { groups = {}, index } of text.matchAll(TERM)) {
    const before =
      text
        .slice(0, index)
        .split(/[。；;：:]|[（(]\d+[）)]/)
        .at(-1) ?? '';
    const read = termsIn(groups.terms!);
    if (!read) return { unread: groups.terms! };
    multipliers.push({ about: `${before}＝${groups.sum}`, ...read });
  }
  if (multipliers.length === 0) return FORMULA.test(text) ? { unread: text.slice(0, 60) } : undefined;
  const bounds = boundsOfSum(notes);
  return 'unread' in bounds ? bounds : { multipliers, ...bounds };
}

/** 超过100%的，按100%计算; 不足20%的，按20%计算. */
export function boundsOfSum(notes: readonly string[]): Pick<Formula, 'cap' | 'floor'> | { unread: string } {
  const text = notes.join('。').replaceAll(/\s/g, '');
  const cap = CAP.exec(text);
  const floor = FLOOR.exec(text);
  if (floor && floor[2] !== floor[3]) return { unread: floor[0] };
  return {
    ...(cap?.[3] ? { cap: Number(cap[3]) } : {}),
    ...(floor ? { floor: { percent: Number(floor[3]), about: floor.groups!.about! } } : {}),
  };
}

/** 100万, 建设项目总投资额×5%, 所需处置费用×5倍. */
function termsIn(words: string): Omit<Multiplier, 'about'> | undefined {
  const terms = words.split(/[×xX*＊]/).filter(Boolean);
  let max: number | undefined;
  let base: Base | undefined;
  let times: number | undefined;
  for (const term of terms) {
    const multiple = /^(\d+(?:\.\d+)?)(倍|[%％])$/.exec(term);
    const own = BASE_OF_WORDS.find(([word]) => word.test(term))?.[1];
    const sum = own || multiple ? undefined : yuanOf(term.replace(/元?$/, '元'));
    if (multiple && times === undefined)
      times = multiple[2] === '倍' ? Number(multiple[1]) : percentOf(multiple[1]!);
    else if (own && base === undefined) base = own;
    else if (sum !== undefined && max === undefined) max = sum;
    else return undefined;
  }
  if (max !== undefined) return base || times !== undefined ? undefined : { max };
  return base && times !== undefined ? { base, times } : undefined;
}

function percentOf(number: string): number {
  return Number((Number(number) / 100).toFixed(8));
}
