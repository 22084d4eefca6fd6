import type { Condition } from '../../../law/condition.ts';
import { plainNumber } from '../../../law/plain-number.ts';
import { BASE_OF_WORDS, conditionOf } from './degree-sequence.ts';
import type { Factor } from './factor-conditions.ts';
import { factsInCell } from './facts-in-cell.ts';
import { type BoundWords, quantityIn } from './quantity-in.ts';

const MARK = /[①②③④⑤⑥⑦⑧⑨⑩]|[（(][一二三四五六七八九十\d]{1,2}[）)]|(?<![\d.])\d{1,2}[.．、](?!\d)/g;
const ANY = /之一|任一|任意一|其中一项|一项以上/;
const ALL = /同时(?:具备|满足|符合|具有)|均|全部(?:具备|满足|符合)|下列(?:全部|所有)|且(?:具备|满足)?下列/;

/** What may stand before a list and asks nothing of its own: 有下列情形之一的. Anything else there is a condition, or turns the list round. */
const LEAD =
  /^(?:(?:违法行为|违法情节|违法情形|当事人|行为人|适用情形|情形|情节)?(?:同时)?(?:具有|具备|符合|存在|属于|满足|有|是)?(?:以下|下列|如下)?(?:全部|所有|任意|任一|任何)?(?:一项)?(?:的)?(?:情形|条件|情节|行为|情况|因素)?(?:之一|任一|一项以上|其中一项|均(?:具备|满足|符合))?(?:同时(?:具备|满足|符合|具有))?(?:的|者)?)[:：，,]?$/;

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
  if (parts.some((part) => part.length < 2) || !inSequence(marks)) return undefined;
  if (!LEAD.test(head.replaceAll(/\s/g, ''))) return undefined;
  const around = `${head}${/(?:，|。|；)?(?:同时(?:具备|满足|符合)|(?:以上)?(?:情形)?之一)的?$/.exec(parts.at(-1)!)?.[0] ?? ''}`;
  if (ANY.test(around) && ALL.test(around)) return undefined;
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

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** Marks of one kind that count from one: a list within a list, or one whose number is wrong, is not taken apart. */
function inSequence(marks: readonly RegExpMatchArray[]): boolean {
  const kinds = marks.map(([mark]) => (CIRCLED.includes(mark) ? '①' : /^[（(]/.test(mark) ? '（' : '.'));
  const numbers = marks.map(([mark]) =>
    CIRCLED.includes(mark)
      ? CIRCLED.indexOf(mark) + 1
      : Number(plainNumber(mark.replaceAll(/[（()）.．、]/g, ''))),
  );
  return new Set(kinds).size === 1 && numbers.every((number, at) => number === at + 1);
}

/** A cell that lists nothing, among cells that do. */
export function single(cell: string, words: BoundWords): { condition: Condition; factors: Factor[] } {
  const factors: Factor[] = [];
  const [first, ...others] = (factsInCell(cell) ?? [[cell.replaceAll(/\s/g, '')]]).map((all): Condition => {
    const parts = all.map((part) => clause(part, words, factors));
    return parts.length === 1 ? parts[0]! : { all: parts };
  });
  return { condition: others.length === 0 ? first! : { any: [first!, ...others] }, factors };
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
