import type { Condition } from '../../../law/condition.ts';
import { BASE_NAMES, type FineRange } from '../../../law/fine-range.ts';
import type { Grade } from '../../../law/penalties.ts';
import { isResponsible, partyIn } from '../table-columns.ts';
import { clausesResult } from './clauses-result.ts';
import { leastBasesIn } from './least-bases-in.ts';
import { measureBeside } from './measure-beside.ts';
import { plainFines } from './plain-fines.ts';
import type { BoundWords } from './quantity-in.ts';
import { spanInCell } from './span-in-cell.ts';
import { type UnitSum, unitSumIn } from './unit-sum-in.ts';

/** Whom a span is for, where a cell tells them apart. */
interface Addressee {
  party?: 'person' | 'unit';
  subject?: 'responsible-person';
}

/** What one result cell (裁量标准) lays down. */
export interface Result {
  fine?: FineRange & { ofSpan?: true };
  /** Several, told apart by party or condition within one cell. */
  fines?: (FineRange & Addressee & { ofSpan?: true; when?: Condition })[];
  /** Penalties besides the fine, as printed. */
  extra: string[];
  /** Penalties that may be imposed besides, and need not. */
  mayAdd?: string[];
  grade?: Grade;
  /** A sum for each unit: 500元/车次. */
  perUnit?: UnitSum;
  /** What the cell says and no tier can hold: told, and left to a person. */
  told?: string[];
}

const NONE = /^(?:可以?|应当|依法)?(?:不予|免予|免于)(?:行政)?(?:处罚|罚款)(?:[（(][^）)]*[）)])?$|^不罚款?$/;
/** No fine, which is not yet no penalty. */
const NO_FINE = /^(?:可以?)?(?:不予|免予|免于|不|不并|不再|不再?并)(?:处以?)?罚款$/;
const OTHERS: [RegExp, string][] = [
  [/警告/, '警告'],
  [/通报批评/, '通报批评'],
  [/没收[^，。；]*(?:违法|非法)(?:所得|收入)/, '没收违法所得'],
  [
    // 没收渔获物和违法所得: anything beside the gains.
    /没收(?!(?:其|全部|的)*(?:违法|非法)(?:所得|收入)(?![^，。；]*(?:[、和及与]|以及)))[^，。；]*[^，。；的]/,
    '没收非法财物',
  ],
  [/吊销[^，。；]*/, '吊销许可证件'],
  [/(?:暂扣|吊扣)[^，。；]*/, '暂扣许可证件'],
  [/责令(?:其)?停产停业(?:整顿)?|责令停业(?:整顿)?|停产整治|停产整顿/, '责令停产停业'],
  [/责令[^，。；]{1,10}或者停产停业/, '责令停止使用或者停产停业'],
  [/责令关闭/, '责令关闭'],
  [/责令停工|停工整[顿治]/, '责令停产停业'],
  [/限制(?:开展)?(?:其)?(?:生产|经营)|(?:责令)?限产/, '限制开展生产经营活动'],
  [/(?:停止|暂停)(?:其)?执业|(?:限制|禁止)(?:其)?从业/, '限制从业'],
  [/降低(?:其)?资质等级/, '降低资质等级'],
  [/行政拘留/, '行政拘留'],
];
/** Orders that stand beside a penalty and are none; 责令 with anything else is a penalty that must not get lost. */
const ORDER =
  /责令(?:其|当事人)?(?:限期|立即|当场|按期|依法)?(?:改|整改|停止(?:违法|侵|使用|销售|生产|建设|施工|作业|发布|排放|采|开|捕捞|养殖|经营|营运|运营|运输|办学|举办|活动|[^，]{0,8}(?:行为|活动))|拆除|恢复|清|补|退|缴|赔偿|修复|治理|消除|召回|下架|公开|采取|重新|回收|销毁|限期)|改正|整改|教育|约谈|告诫|移送/;
/** A penalty that hangs on more than the tier: it is told, and not laid down. */
const ON_CONDITION = /^(?:情节(?:特别)?严重|拒不|逾期|造成)/;
/** 直至吊销许可证: the graver one may stand in the place of the other. */
const UP_TO = /直至/;
/** 有违法所得的，没收违法所得: no more than the penalty itself says. */
const IDLE = /^(?:对)?有(?:违法|非法)(?:所得|收入)的$/;
/** 责令停业整顿1个月至3个月: its figures are how long it lasts. */
const LASTS =
  /^(?:可以|应当)?(?:并)?(?:责令|给予)?(?:停产|停业|停工|暂扣|吊扣|暂停|停止|限制|禁止)[^\d，。；元倍%％罚]*\d+(?:个月|[日天年])(?:以上|以下|[至到—–~～-])?(?:\d+(?:个月|[日天年])(?:以下)?)?(?:的?(?:停业|停产)?整顿)?$/;
/** 货值1万元以上：处…, 货值金额1万元以上的处…: the branches of a fine by sums of the case, as tables shorten them. */
const BRANCH =
  /(?<=^|[，；。])((?:货值(?:金额)?|违法所得|违法经营额)(?:不足|不满|超过|在)?\d[\d.]*万?元(?:(?:及)?以[上下])?(?:(?:，|、)?不足\d[\d.]*万?元)?)(?:的?[：:]|的(?=并?处))/g;
/** Penalties without a condition or a party of their own behind the last fine. */
const TAIL =
  /^(?<clauses>.*；.*罚款)[；。](?<tail>(?:(?:并|同时)?(?:可以)?(?:并)?(?:责令|吊销|暂扣|没收|给予警告|警告|降低|通报)[^，。；：的]*[，；。]?)+)$/;
/** 责令改正，每超1000千克罚款500元: an order before a sum for each unit is none of its words. */
const ORDERED = /^(?:(?:责令|予以|限期)[^，。；：\d罚]{2,10}[，；])+(?=(?:按|处以?)?每)/;
/** Reads a result cell; `undefined` where anything of a figure is not understood. `unit` is that of the heading: （万元）. */
export function resultIn(
  cell: string,
  bounds: BoundWords | undefined,
  unit?: '元' | '万元',
): Result | undefined {
  const { found, rest: own } = /不足|不满|未达|低于|少于/.test(cell)
    ? leastBasesIn(cell)
    : { found: [], rest: cell };
  const rest = plainFines(own);
  const read = plainResult(rest, bounds, unit) ?? (losesOrder(rest) ? undefined : inClauses(rest, bounds));
  return found.length === 0 ? read : read && withLeast(read, found);
}

/** Clauses with fines, and at the end penalties that a sign as heavy as those between the clauses parts from the last: …罚款；吊销许可证. */
function inClauses(cell: string, bounds: BoundWords | undefined): Result | undefined {
  const text = cell
    .replaceAll(/\s/g, '')
    .replaceAll(BRANCH, (_, words: string) => `${words.replace(/货值(?!金额)/, '货值金额')}的，`);
  const whole = clausesResult(text, bounds);
  const { clauses, tail } = whole ? {} : (TAIL.exec(text)?.groups ?? {});
  if (!clauses || !tail) return whole;
  const [fined, due] = [clausesResult(clauses, bounds), plainResult(tail, bounds)];
  // 逾期不改正的，处…罚款；吊销许可证: nobody knows whether the condition goes on.
  const apart = fined?.fines?.every(({ when }) => !when || factorsIn(when).every(isBase));
  if (!fined || !apart || !due || due.fine || due.grade || due.told) return undefined;
  return {
    ...fined,
    extra: [...new Set([...fined.extra, ...due.extra])],
    ...(due.mayAdd ? { mayAdd: due.mayAdd } : {}),
  };
}

const factorsIn = (when: Condition) => JSON.stringify(when).match(/(?<="factor":")[^"]+/g) ?? [];
const isBase = (factor: string) => (BASE_NAMES as string[]).includes(factor);

/** 货值金额不足1万元的，按1万元计算 after the fine; `undefined` where no fine is counted on that base. */
function withLeast(read: Result, leasts: ReturnType<typeof leastBasesIn>['found']): Result | undefined {
  const all = read.fines ?? (read.fine ? [read.fine] : []);
  const known = leasts.every(({ base }) => base && all.some((fine) => fine.base === base));
  if (!known) return undefined;
  const own = <F extends FineRange>(fine: F): F => {
    const least = leasts.find(({ base }) => base === fine.base)?.least;
    return least === undefined || fine.base === undefined ? fine : { ...fine, baseLeast: least };
  };
  return {
    ...read,
    ...(read.fine ? { fine: own(read.fine) } : {}),
    ...(read.fines ? { fines: read.fines.map(own) } : {}),
  };
}

/** 责令关停设备: an order that is neither a known penalty nor one that stands beside penalties. */
function losesOrder(cell: string): boolean {
  return cell
    .replaceAll(/\s/g, '')
    .split(/[，。；]/)
    .some((part) => /责令/.test(part) && !ORDER.test(part) && !OTHERS.some(([word]) => word.test(part)));
}

function plainResult(cell: string, bounds: BoundWords | undefined, unit?: '元' | '万元'): Result | undefined {
  const text = offenderUnnamed(cell.replaceAll(/\s/g, ''))
    .normalize('NFC')
    .replaceAll('元元', '元')
    .replaceAll('（以上、以下', '（')
    .replaceAll(/(?<=(?<!\d)\d{1,3})[，,](?=\d{3}(?!\d))/g, '');
  // 5 10万元: two numbers, or one that was torn apart.
  if (/\d[ \u3000]+\d/.test(cell)) return undefined;
  if (NONE.test(text)) return { extra: [], grade: 'no-penalty' };
  const ordered = ORDERED.exec(text)?.[0] ?? '';
  const plainOrder = ordered === '' || (ORDER.test(ordered) && !OTHERS.some(([word]) => word.test(ordered)));
  const perUnit = plainOrder ? unitSumIn(text.slice(ordered.length)) : undefined;
  if (perUnit) return { extra: [], perUnit };
  const parts = text
    .split(/[，。；]|、(?=(?:处|罚款)[^，。；]*\d)|并且|同时|(?<=警告|所得)并(?=处)|(?<!\d)和(?=没收)/)
    .filter(Boolean);
  const extra: string[] = [];
  const mayAdd: string[] = [];
  const told: string[] = [];
  let fine: Result['fine'];
  // 警告，不予罚款: a penalty without a fine.
  if (parts.some((part) => NO_FINE.test(part))) {
    const rest = parts.filter((part) => !NO_FINE.test(part)).join('，');
    const beside = rest === '' ? undefined : plainResult(rest, bounds, unit);
    if (rest === '' && /不并|不再/.test(text)) return { extra: [] };
    if (beside && !beside.fine && beside.extra.length > 0) return beside;
  }
  const spared = parts.filter((part) => !NONE.test(part));
  if (spared.length < parts.length)
    return spared.every((part) => ORDER.test(part) && !/\d/.test(part))
      ? { extra: [], grade: 'no-penalty' }
      : undefined;
  // A condition within the cell: it is read clause by clause.
  if (parts.some((part) => /^(?:情节|逾期|拒不|造成|有前款|构成)[^\d]*的$/.test(part))) return undefined;
  for (const [at, part] of parts.entries()) {
    if (IDLE.test(part) && /没收|退还/.test(parts[at + 1] ?? '')) continue;
    const read = LASTS.test(part) || measureBeside(part) ? undefined : fineIn(part, bounds, unit);
    if (read === 'unread') return undefined;
    if (read) {
      if (fine) return undefined;
      fine = read;
      continue;
    }
    const known = OTHERS.filter(([word]) => word.test(part)).map(([, name]) => name);
    const measure = known.length === 0 ? measureBeside(part) : undefined;
    const named = measure?.extra ?? known;
    if (!measure && named.length === 0 && (/\d|倍|罚|处/.test(part) || !ORDER.test(part))) return undefined;
    told.push(...(measure?.told ?? []));
    const choice = (named.length > 1 && /(?<!以)或者?/.test(part)) || UP_TO.test(part);
    if (choice) {
      told.push(`“${part}”要择一，没有列为该阶次应当给予的处罚`);
      mayAdd.push(...named);
    } else if (ON_CONDITION.test(part))
      told.push(...named.map((name) => `“${part}”另有条件，没有把${name}列为该阶次应当给予的处罚`));
    else if (/^(?:并)?可(?:以|并|处)/.test(part)) mayAdd.push(...named);
    else extra.push(...named);
  }
  // 限期内改正 is what the party did, not what is imposed.
  const imposed = parts.some((part) => /责令|予以|教育|约谈|告诫/.test(part));
  if (!fine && extra.length === 0 && !imposed) return undefined;
  const besides = [...new Set(mayAdd)].filter((name) => !extra.includes(name));
  return {
    ...(fine ? { fine } : {}),
    extra: [...new Set(extra)],
    ...(besides.length > 0 ? { mayAdd: besides } : {}),
    ...(told.length > 0 ? { told } : {}),
  };
}

/** 并对举办者处…: the only one that a cell names needs no name, unless it is one side of several (单位, 责任人员). */
function offenderUnnamed(text: string): string {
  const all = [...text.matchAll(/对(?<who>[^，。；：:对处\d]{2,14}?)(?=可以|可并|并?处|给予)/g)];
  const [only, more] = all;
  const who = only?.groups?.who ?? '';
  const side = isResponsible(who) || /单位|个人|企业|法人|组织|机构|公民|人员|自然人/.test(who);
  return only && !more && !side ? text.replace(only[0], '') : text;
}

/** The fine in a part of a cell; nothing where the part speaks of none. */
function fineIn(
  part: string,
  bounds: BoundWords | undefined,
  unit: '元' | '万元' | undefined,
): Result['fine'] | 'unread' | undefined {
  const bare = part
    .replace(
      /^(?:可以?)?(?:并|单(?=处))?(?:可以?)?(?:并)?(?:处以?|给予|科以)?(?:罚款)?(?:[金数]额)?为?[:：]?(?:人民币)?/,
      '',
    )
    .replace(/(?:的?(?:行政)?罚款|的)+(?=$|[（(][^（）()]*[）)]$)/, '');
  if (!/\d|倍|分之|[一二三四五六七八九十百千万]+元|[%％]/.test(bare)) return undefined;
  // Whose fine it is, clauses tell.
  if (/^对/.test(bare) && (isResponsible(bare) || partyIn(bare))) return 'unread';
  const range = spanInCell(withUnit(bare, unit), bounds);
  return range === undefined || range === 'none' ? 'unread' : range;
}

/** 5以上10以下 under 罚款（万元）: the unit stands in the heading. */
function withUnit(words: string, unit: '元' | '万元' | undefined): string {
  if (!unit || /[元万倍%％]/.test(words)) return words;
  return words.replaceAll(/\d+(?:\.\d+)?/g, (number) => `${number}${unit}`);
}
