import type { Condition } from '../../law/condition.ts';
import { BASE_OF_WORDS, conditionOf } from './degree-sequence.ts';
import type { Factor } from './factor-conditions.ts';
import { type BoundWords, quantityIn } from './quantity-in.ts';

const MARK = /[①②③④⑤⑥⑦⑧⑨⑩]|[（(][一二三四五六七八九十\d]{1,2}[）)]|(?<![\d.])\d{1,2}[.．、](?!\d)/g;
const ANY = /之一|任一|任意一|其中一项|一项以上/;
const ALL = /同时(?:具备|满足|符合|具有)|均|全部(?:具备|满足|符合)|下列(?:全部|所有)|且(?:具备|满足)?下列/;

/**
 * The circumstances that one cell lists with ①②, as yes-or-no questions and numbers joined by 且 or 或 where the cell says
 * which. `undefined` where it lists none or does not say how they are joined: then the whole cell stays one choice.
 */
export function enumerated(
  cell: string,
  words: BoundWords,
): { condition: Condition; factors: Factor[] } | undefined {
  const marks = [...cell.matchAll(MARK)];
  if (marks.length < 2) return undefined;
  const head = cell.slice(0, marks[0]!.index);
  const parts = marks.map((mark, at) =>
    cell
      .slice(mark.index + mark[0].length, marks[at + 1]?.index)
      .replaceAll(/\s|[；;。，,、]+$|[；;。]$/g, ''),
  );
  if (parts.some((part) => part.length < 2)) return undefined;
  const around = `${head}${/(?:，|。|；)?(?:同时(?:具备|满足|符合)|(?:以上)?(?:情形)?之一)的?$/.exec(parts.at(-1)!)?.[0] ?? ''}`;
  const either = ANY.test(around) || parts.slice(0, -1).every((part) => /或者?$/.test(part));
  const joined = either ? 'any' : ALL.test(around) ? 'all' : undefined;
  if (!joined) return undefined;
  const factors: Factor[] = [];
  const conditions = parts.map((part) =>
    clause(
      part.replace(/或者?$|[，；。]?(?:同时(?:具备|满足|符合)|(?:以上)?(?:情形)?之一)的?$/, ''),
      words,
      factors,
    ),
  );
  return { condition: joined === 'any' ? { any: conditions } : { all: conditions }, factors };
}

/** A cell that lists nothing, among cells that do. */
export function single(cell: string, words: BoundWords): { condition: Condition; factors: Factor[] } {
  const factors: Factor[] = [];
  return { condition: clause(cell.replaceAll(/\s/g, ''), words, factors), factors };
}

function clause(text: string, words: BoundWords, factors: Factor[]): Condition {
  const quantity = /[，；或]/.test(text) ? undefined : quantityIn(text, words);
  const about = quantity?.about ?? '';
  const base = quantity?.unit === '元' ? BASE_OF_WORDS.find(([word]) => word.test(about))?.[1] : undefined;
  if (quantity && (base || (about.length > 1 && about.length <= 16))) {
    const name = base ?? about;
    if (!base && !factors.some((factor) => factor.name === name))
      factors.push({
        name,
        question: `“${about}”是多少${quantity.unit}？`,
        type: 'number',
        unit: quantity.unit,
      });
    return conditionOf(name, quantity);
  }
  const name = text.replace(/的$/, '');
  if (!factors.some((factor) => factor.name === name))
    factors.push({ name, question: `是否属于“${name}”？`, type: 'yes-no' });
  return { factor: name, op: '=', value: true };
}
