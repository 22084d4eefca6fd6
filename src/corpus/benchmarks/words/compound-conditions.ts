import type { Condition } from '../../../law/condition.ts';
import { NOT_CORRECTED } from '../../../law/sanction-conditions.ts';
import { correctionIn } from './correction-in.ts';
import { conditionOf, degreeSequence } from './degree-sequence.ts';
import type { Factor, FactorConditions } from './factor-conditions.ts';
import { factsInCell } from './facts-in-cell.ts';
import { type BoundWords, type Quantity, quantityIn } from './quantity-in.ts';
import { sumOfCase } from './sum-of-case.ts';

/** 一年内, 两年内: how far back the count goes, no quantity of its own. */
const PERIOD = /^(?:最近|近)?(?:[一二两三四五六\d]+|十二)(?:个月|年|日|天)(?:之?内|以内)/;
/** 一次接纳, 每次持续: on one occasion, no quantity of its own. */
const OCCASION = /^(?:一次性?|单次|每次)(?=[^\d次]{2,12}\d)/;
const DENIAL = /^(?:尚未|从未|并未|未曾|未|没有|不存在|无)/;
/** 主体结构尚未完工, beside 主体结构已完工. */
const DENIED_WITHIN = /(?<=.{2})(?:尚未|仍未|还未|未|没有)(?=.{2})/;
/** Words that make another circumstance of the same one: 造成轻微损坏 is not 造成损坏. */
const DEGREE = /[轻重微严较特大小多少全部分未不无非死伤人]/;

/** Headings that name nothing that could be counted. */
const VAGUE_HEAD = /情节|情形|条件|程度|后果|适用|裁量/;

interface Counted {
  text: string;
  quantity: Quantity;
  /** Period and words beside the number: 一年内被查处. */
  about: string;
}

/**
 * Cells that join several circumstances (持续3个月以上，或者两年内受过处罚; 首次违法，且已自行改正) as facts of their own: numbers with one
 * scale for all cells, sums of the case, correction in time, and yes-or-no circumstances, of which 未造成… denies 造成…. `undefined`
 * where a joint is ambiguous, a number is not understood, or where the cells share nothing and are better chosen between. `hasRest`: the
 * column also has a cell for what none of these names.
 */
export function compoundConditions(
  header: string,
  cells: readonly string[],
  words: BoundWords,
  hasRest = false,
): FactorConditions | undefined {
  const trees = new Map<string, string[][]>();
  const leads = leadsOf(cells);
  for (const [at, cell] of cells.entries()) {
    const tree = factsInCell(cell) ?? belowLead(cell, leads) ?? (at > 0 ? listedIn(cell) : undefined);
    if (!tree) return undefined;
    trees.set(cell, tree);
  }
  const joined = [...trees.values()].filter((tree) => tree.length > 1 || tree[0]!.length > 1);
  const texts = [...new Set([...trees.values()].flat(2))];
  if (texts.some((text) => text.length < 2 || text.length > 40)) return undefined;
  const read: FactorConditions = { factors: [], conditions: new Map(), overall: [], remarks: [] };
  const facts = new Map<string, Condition>();
  // 逾期未改正 beside 拒不改正 are two degrees, not one fact.
  const failures = texts.filter((text) => correctionIn(text) === true);
  for (const text of texts) {
    const correction = failures.length > 1 ? undefined : correctionIn(text);
    if (correction !== undefined) facts.set(text, { factor: NOT_CORRECTED, op: '=', value: correction });
    const sum = correction === undefined ? sumOfCase(text, words) : undefined;
    if (sum) facts.set(text, sum);
  }
  if ([...facts.values()].some((fact) => 'factor' in fact && fact.factor === NOT_CORRECTED))
    read.factors.push(correctionFactor(header));
  const left = texts.filter((text) => !facts.has(text));
  const counted = countedIn(left, words);
  // 违法所得1万元以上，接纳5人以下 beside 违法所得不足1万元，接纳2人以上5人以下: what is beside the numbers tells them apart.
  const neverAlone = (text: string) =>
    [...trees.values()].flat().every((all) => all.length > 1 || !all.includes(text));
  if (!counted || !placeNumbers(counted, left, words, header, facts, read, neverAlone)) return undefined;
  someWhereNone(facts);
  const plain = left.filter((text) => !facts.has(text));
  if (plain.some((text) => /\d/.test(text.replace(PERIOD, '')))) return undefined;
  const named = placeWords(plain, facts, read);
  const shares = [...named.values()].some((uses) => uses > 1);
  if (joined.length === 0 && !shares) return undefined;
  const repeated = texts.some(
    (text) => [...trees.values()].filter((tree) => tree.flat().includes(text)).length > 1,
  );
  // 首次违法，且已改正: whoever meets one half only can choose no cell.
  const halves = cells.some((cell) => /[，,](?:并且|而且|且)/.test(cell));
  const history = plain.some((text) => PERIOD.test(text));
  if (plain.length === texts.length && !(shares || repeated || halves || history || hasRest))
    return undefined;
  for (const [cell, tree] of trees) {
    const any = tree.map((all): Condition => {
      const parts = all.map((text) => facts.get(text)!);
      return parts.length === 1 ? parts[0]! : { all: parts };
    });
    read.conditions.set(cell, any.length === 1 ? any[0]! : { any });
  }
  read.overall.push(...besideGravest([...trees.values()], facts));
  return read;
}

/** 违法所得5万元以下 beside 没有违法所得: there is some. */
function someWhereNone(facts: Map<string, Condition>): void {
  const none = [...facts.values()].flatMap((fact) =>
    'op' in fact && fact.op === '<=' && fact.value === 0 ? [fact.factor] : [],
  );
  for (const [text, fact] of facts)
    if (
      'op' in fact &&
      /^</.test(fact.op) &&
      fact.value !== 0 &&
      none.includes(fact.factor) &&
      !/没有|无/.test(text)
    )
      facts.set(text, { all: [{ factor: fact.factor, op: '>', value: 0 }, fact] });
}

/** 逾期未改正，… at the head of several cells: what all of them begin with. */
function leadsOf(cells: readonly string[]): string[] {
  const heads = cells.flatMap(
    (cell) => /^[^，,；;或\d]{3,20}(?=[，,])/.exec(cell.replaceAll(/\s/g, ''))?.[0] ?? [],
  );
  return heads.filter((head, at) => heads.indexOf(head) < at);
}

/** 逾期未改正，超过30日的，或者涉及5台以上的: both alternatives stand under the words that other cells begin with too. */
function belowLead(cell: string, leads: readonly string[]): string[][] | undefined {
  const text = cell.replaceAll(/\s/g, '');
  const lead = leads.find((one) => text.startsWith(one));
  const rest = lead === undefined ? undefined : factsInCell(text.slice(lead.length + 1));
  return rest?.map((all) => [lead!, ...all]);
}

/** 5吨以上的；拒不改正的；造成伤害的: each of them is enough. Of the mildest cell nobody can say that. */
function listedIn(cell: string): string[][] | undefined {
  const parts = cell
    .replaceAll(/\s/g, '')
    .replace(/[。；;]$/, '')
    .split(/[；;]/);
  if (parts.length < 2 || !parts.every((part) => /的$/.test(part) && !/[，,或]/.test(part))) return undefined;
  const read = parts.map(factsInCell);
  return read.includes(undefined) ? undefined : read.flatMap((part) => part!);
}

function correctionFactor(header: string): Factor {
  return {
    name: NOT_CORRECTED,
    label: header ? `${header}：逾期不改正或者拒不改正` : NOT_CORRECTED,
    question: '责令限期改正后是否逾期未改正或者拒不改正？',
    type: 'yes-no',
  };
}

/** The numbers among the facts; `undefined` where one is a number that is not understood. */
function countedIn(texts: readonly string[], words: BoundWords): Counted[] | undefined {
  const counted: Counted[] = [];
  for (const text of texts) {
    const period = (PERIOD.exec(text) ?? OCCASION.exec(text))?.[0] ?? '';
    const own = text.slice(period.length);
    const quantity = quantityIn(own, words);
    // 再次违法或者面积5平方米以上: more than a number, and not told apart.
    if (quantity && /[或且；;，]/.test(quantity.about)) return undefined;
    if (quantity && !/^第/.test(quantity.about))
      counted.push({ text, quantity, about: `${period}${quantity.about}` });
    else if (quantity) counted.push({ text, quantity, about: `${period}${quantity.about.slice(1)}` });
    else if (/\d/.test(own)) return undefined;
  }
  // 首次 is a number where others count further, else a circumstance.
  for (const text of texts) {
    const first = /^(.*?)(?:首次|初次|第一次)(.*)$/.exec(text);
    const about = first ? `${first[1]}${first[2]}` : '';
    if (first && counted.some(({ quantity, about: other }) => quantity.unit === '次' && other === about))
      counted.push({
        text,
        quantity: { low: 1, lowInclusive: true, high: 1, highInclusive: true, unit: '次', about },
        about,
      });
  }
  return counted;
}

/** One factor for the numbers of one thing; their spans must not overlap. */
function placeNumbers(
  counted: readonly Counted[],
  texts: readonly string[],
  words: BoundWords,
  header: string,
  facts: Map<string, Condition>,
  read: FactorConditions,
  neverAlone: (text: string) => boolean,
): boolean {
  for (const [unit, ofUnit] of Map.groupBy(counted, ({ quantity }) => quantity.unit)) {
    const abouts = [...new Set(ofUnit.map(({ about }) => about).filter(Boolean))];
    if (abouts.length > 1 && ofUnit.some(({ about }) => about === '')) return false;
    for (const about of abouts.length > 0 ? abouts : ['']) {
      const own = ofUnit.filter((one) => one.about === about || one.about === '');
      // 首次 beneath 违法情节 counts no circumstances.
      const name =
        about || (unit === '次' && VAGUE_HEAD.test(header) ? '违法次数' : header) || `数量（${unit}）`;
      if (read.factors.some((factor) => factor.name === name)) return false;
      const none = texts.filter(
        (text) => !counted.some((one) => one.text === text) && isNone(text, about) && own.length > 0,
      );
      const ordered = texts.filter((text) => none.includes(text) || own.some((one) => one.text === text));
      const degrees = ordered.map((text) => (none.includes(text) ? `无${about}` : plainDegree(text, about)));
      const sequence = ordered.length > 1 ? degreeSequence(degrees, words, about) : undefined;
      const overlap = sequence !== undefined && 'overlap' in sequence;
      // 50%以上且造成事故，或者100%以上: ends that are all printed mean what they say.
      const printed =
        own.filter(({ quantity }) => quantity.low === undefined).length < 2 && none.length === 0;
      if (overlap && !printed && !ordered.every(neverAlone)) return false;
      const spans = overlap ? undefined : sequence;
      for (const [at, text] of ordered.entries()) {
        const quantity = own.find((one) => one.text === text)?.quantity;
        const condition = spans?.conditions.get(degrees[at]!)?.(name);
        if (!condition && !quantity) return false;
        facts.set(text, condition ?? conditionOf(name, quantity!));
      }
      read.remarks.push(...(spans?.remarks ?? []));
      read.factors.push({ name, question: `“${name}”是多少${unit}？`, type: 'number', unit });
    }
  }
  return true;
}

/** The number without the words that all share; a first time counts as one. */
function plainDegree(text: string, about: string): string {
  const own = text
    .replace(PERIOD, '')
    .replace(OCCASION, '')
    .replace(/首次|初次|第一次/, '1次')
    .replace(/第(?=[二三四五六七八九十\d]+次)/, '');
  return about && own.includes(about) ? own.replace(about, '') : own;
}

/** 未造成路面污染 beside 路面污染面积20平方米以上: nothing of what is counted. */
function isNone(text: string, about: string): boolean {
  const rest = /^(?:未|没有|无)(?:造成|发生|产生|出现)?(.{2,})$/.exec(text)?.[1];
  return rest !== undefined && about !== '' && about.includes(rest);
}

/** Yes-or-no facts: 未造成人身伤害 is the denial of 造成人身伤害 where both stand in the column. How many cells' words name each. */
function placeWords(
  texts: readonly string[],
  facts: Map<string, Condition>,
  read: FactorConditions,
): Map<string, number> {
  const positive = texts.filter((text) => !DENIAL.test(text) && !DENIED_WITHIN.test(text));
  const uses = new Map<string, number>();
  for (const text of texts) {
    const within = !DENIAL.test(text) && DENIED_WITHIN.test(text);
    const denied = within
      ? text.replace(DENIED_WITHIN, '')
      : DENIAL.test(text)
        ? text.replace(DENIAL, '')
        : '';
    const opposite = positive.find((other) => text.includes('非') && other === text.replace('非', ''));
    const same =
      opposite ??
      positive.find((other) =>
        within ? other.replace(/已经?/, '') === denied : denied !== '' && isSame(denied, other),
      );
    const name = same ?? text;
    if (same && !opposite && !within && same !== denied) read.remarks.push(`“${text}”按“${same}”的反面读`);
    facts.set(text, { factor: name, op: '=', value: same === undefined });
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (!read.factors.some((factor) => factor.name === name))
      read.factors.push({ name, question: `是否属于“${name}”？`, type: 'yes-no' });
  }
  return uses;
}

/** 造成设施损坏 and 造成燃气设施损坏: the longer names the thing more fully, and says nothing of the degree. */
function isSame(one: string, other: string): boolean {
  // 未实际使用 denies 已实际使用.
  if (one === other.replace(/^已经?/, '')) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 2 || short.length < 5 || short.slice(0, 2) !== long.slice(0, 2))
    return false;
  let at = 0;
  let extra = '';
  for (const sign of long) {
    if (sign === short[at]) at += 1;
    else extra += sign;
  }
  return at === short.length && !DEGREE.test(extra) && short.slice(-2) === long.slice(-2);
}

/** 或者受过处罚 beside the gravest degree: it must not hold in the milder ones. */
function besideGravest(trees: readonly string[][][], facts: ReadonlyMap<string, Condition>): string[] {
  const last = trees.at(-1)!;
  if (last.length < 2) return [];
  const before = new Set(
    trees.slice(0, -1).flatMap((tree) => JSON.stringify(tree.flat().map((text) => facts.get(text)))),
  );
  return last.flatMap((all) => {
    const fact = all.length === 1 ? facts.get(all[0]!) : undefined;
    if (!fact || !('factor' in fact) || fact.value !== true) return [];
    return [...before].some((seen) => seen.includes(JSON.stringify(fact.factor))) ? [] : [fact.factor];
  });
}
