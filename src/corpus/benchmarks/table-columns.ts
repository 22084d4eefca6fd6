import { sidesIn } from './spans/sides-in.ts';
import type { BoundWords } from './words/quantity-in.ts';
import { resultIn } from './words/result-in.ts';

/** What a column of a printed table holds. */
export interface Column {
  at: number;
  head: string;
  holds: 'condition' | 'tier' | 'party' | 'result' | 'legal' | 'remark' | 'ignored';
  /** Of a result column. */
  party?: 'person' | 'unit';
  /** For the persons responsible in the unit, beside it. */
  subject?: 'responsible-person';
  unit?: '元' | '万元';
  /** The words of the heading that tell the case apart: 逾期未改正. */
  label?: string;
  /** For 个体工商户, beside a column of units and none of persons. */
  business?: true;
  /** 其他处罚: what is due beside the fine of another column; blank where nothing is. */
  beside?: true;
}

const RESULT =
  /罚款|处罚(?:标准|幅度|基准|内容|种类|结果|档次和幅度)|裁量(?:标准|幅度|基准|结果|内容|比例|百分比)|处罚(?:比例|百分比)|处理(?:标准|意见|结果|幅度)|罚则标准|量罚|^(?:标准|幅度|金额|基准|罚金|处罚)$/;
const REMARK = /^(?:备注|说明|注)$|备注|注释/;
/** 其他处罚和措施, 并处: penalties beside the fine. */
const BESIDE =
  /^(?:(?:裁量|处罚|量罚|处理)(?:标准|幅度|基准|内容|结果))?其[他它](?:行政)?(?:处罚|措施|处理|罚则)|^(?:附加|并处|并用)(?:的?(?:处罚|措施))?$|^(?:非罚款类?|罚款以外的?)处罚/;
/** 法定罚款幅度: what the law allows, beside what the table lays down. */
const LEGAL = /法定(?:的)?(?:罚款|处罚)?(?:金额|数额)?(?:幅度|区间|范围|标准|额度)/;
/** 处罚对象: who is meant in a row. */
const PARTY_HEAD = /对象|主体|当事人|相对人|受罚|类别|类型|分类/;
const OFFENDER_HEAD = /对象|主体|当事人|相对人|受罚人/;
/** Headings that rank whatever stands below them. */
const RANKS = /^(?:裁量|处罚)(?:阶次|档次|等次|等级|阶层|层级)$|^(?:阶次|档次|等次)$/;
const IGNORED =
  /^(?:序号|编号)$|法律依据|处罚依据|违法依据|违反(?:的)?(?:条款|规定|依据)|定性依据|法律规定|实施(?:主体|机关|层级)|执法(?:主体|机关)|责任(?:单位|部门)|配套措施|监管措施/;
/** How often the agency decided so, and what it decided: nothing of the case. */
const STATISTICS =
  /^(?:近?[一二三两\d]*年(?:来|内)?)?(?:办理|办案|办结|查办|结案|适用)(?:案件)?(?:数量?|件数|宗数|次数|起数|频次)|案件(?:数量?|件数|宗数|起数)|(?:平均|历史|实际)(?:罚款|处罚)|(?:参考|典型|指导)案例|使用频次|发案率/;
const TIER_HEAD =
  /阶次|档次|等级|裁量(?:档|等|阶|层|情形分类)|阶$|^档$|分档|违法(?:程度|情节|等次)|情节(?:程度|轻重)?$|轻重/;
/** The words that tables rank with; a number alone (1–10) ranks too. */
export const TIER_WORDS =
  /^(?:第?[一二三四五六七八九十\d]{1,2}[级档阶]?|[ⅠⅡⅢⅣⅤ][级档阶等]?|[A-E][级档等]|(?:情节|违法(?:行为|程度)?|程度)?(?:不予|免予|免除|减轻|从轻|从重|显著轻微|较?轻微?|轻|一般|较为?严重|较重|重|中等?|普通|特别严重|特别重|特别恶劣|严重|恶劣|较?大|特别重大|重大|轻微不罚|首违不罚)(?:处罚|违法(?:行为)?|情节|情形|裁量|阶次|档|程度)?(?:的)?)$/;
const BASE_HEAD = /货值|违法所得|经营额|合同价款|投资额|涉案金额|(?<!罚款)数额/;

/** Tells the columns apart by their headings, and where these say nothing by what stands in the cells. */
export function tableColumns(
  labels: readonly string[],
  cells: readonly string[][],
  bounds?: BoundWords,
): Column[] {
  const width = Math.max(labels.length, ...cells.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => columnAt(at, labels[at] ?? '', cells, bounds));
  if (!columns.some(({ holds }) => holds === 'result')) {
    const last = columns.findLast(({ holds }) => holds === 'condition' || holds === 'tier');
    if (last && share(last.at, cells, bounds) > 0.5) last.holds = 'result';
  }
  const ranked = columns.filter(({ holds }) => holds === 'tier');
  // 危害程度 beside 裁量阶次, with one word in several rows: a circumstance that is itself a degree.
  for (const column of ranked) {
    const own = cells.map((row) => row[column.at] ?? '').filter((cell) => !isBlank(cell));
    const circumstance = /程度|情节|轻重|后果/.test(column.head) && new Set(own).size < own.length;
    if (circumstance && ranked.some((other) => other !== column && RANKS.test(other.head)))
      column.holds = 'condition';
  }
  const lays = ({ holds, head, beside }: Column) => holds === 'result' && !beside && !LEGAL.test(head);
  for (const column of columns) {
    if (LEGAL.test(column.head) && columns.some(lays)) column.holds = 'legal';
    const rest = columns.filter((one) => one.holds === 'condition' && one !== column);
    const told = rest.some(({ at }) => cells.every((row) => !isBlank(row[at]) || row[at] === ''));
    if (column.holds === 'condition' && RANKS.test(column.head) && cells.length > 0 && told)
      column.holds = 'tier';
  }
  return columns;
}

function columnAt(
  at: number,
  given: string,
  cells: readonly string[][],
  bounds: BoundWords | undefined,
): Column {
  const head = given.replaceAll(/\s/g, '');
  const own = cells.map((row) => row[at]?.replaceAll(/\s/g, '') ?? '').filter(Boolean);
  const plain = { at, head };
  if (REMARK.test(head)) return { ...plain, holds: 'remark' };
  if (IGNORED.test(head) || STATISTICS.test(head)) return { ...plain, holds: 'ignored' };
  if (BESIDE.test(head)) return { ...plain, holds: 'result', beside: true };
  if (tellsSides(head, own)) return { ...plain, holds: 'party' };
  if (OFFENDER_HEAD.test(head) && isOneOffender(own)) return { ...plain, holds: 'remark' };
  const ranks = own.length > 0 && own.every((cell) => TIER_WORDS.test(cell));
  if (ranks && (TIER_HEAD.test(head) || /[一-鿿]/.test(own[0]!))) return { ...plain, holds: 'tier' };
  const named = RESULT.test(head) && !/适用|情形|条件/.test(head);
  // 情形 above 责令限期改正 tells when, not what.
  const when = /情形|情节|条件|阶段|适用/.test(head) && !own.some((cell) => /\d|罚款|处罚/.test(cell));
  if (named || (!BASE_HEAD.test(head) && !when && own.length > 1 && share(at, cells, bounds) > 0.8))
    return { ...plain, holds: 'result', ...resultHead(head) };
  return { ...plain, holds: 'condition' };
}

/** 单位 and 个人 in one column. Two kinds of units (生产企业, 经营企业) are told apart by their names, not by their side. */
function tellsSides(head: string, cells: readonly string[]): boolean {
  const own = [...new Set(cells.filter((cell) => !isBlank(cell)))];
  const sides = own.map((cell) => sidesIn(cell)?.toSorted().join());
  if (own.length === 0 || sides.includes(undefined) || new Set(sides).size < own.length) return false;
  return PARTY_HEAD.test(head) || own.length > 1;
}

/** 经营者 in all rows of an item: whom its name means anyway. */
function isOneOffender(cells: readonly string[]): boolean {
  const [only, more] = new Set(cells);
  return only !== undefined && !more && only.length <= 20 && !/[\d，。；的]/.test(only) && !isBlank(only);
}

function share(at: number, cells: readonly string[][], bounds: BoundWords | undefined): number {
  const own = cells
    .map((row) => row[at] ?? '')
    .filter((cell) => !isBlank(cell) && !/^[无一]$/.test(cell.trim()));
  return own.length === 0 ? 0 : own.filter((cell) => resultIn(cell, bounds)).length / own.length;
}

/** Whether a heading alone says what its column holds: 适用情形, 处罚标准, 轻微; not 单位, 逾期未改正. */
export function tellsColumn(head: string): boolean {
  return (
    [REMARK, IGNORED, RESULT, TIER_HEAD, TIER_WORDS].some((words) => words.test(head)) ||
    /适用|情形|条件|因素|要素|程度|权重|分值|百分值/.test(head)
  );
}

/** 对单位罚款（万元）: who is fined and in what. */
function resultHead(head: string): Pick<Column, 'party' | 'subject' | 'unit' | 'label'> {
  const unit = /[（(]?(?:单位[:：])?万元?[）)]/.test(head)
    ? '万元'
    : /[（(](?:单位[:：])?元[）)]/.test(head)
      ? '元'
      : undefined;
  const responsible = isResponsible(head);
  const party = responsible ? undefined : partyIn(head);
  const label = head
    .replaceAll(/[（(][^）)]*[）)]/g, '')
    .replaceAll(
      /罚款(?:金额|数额|幅度|标准|比例)?|处罚|裁量|标准|幅度|基准|(?<!货值|涉案|合同|经营|销售|所得)(?:金额|数额)|处理/g,
      '',
    )
    .replace(/^对/, '')
    .replace(/的$/, '');
  return {
    ...(unit ? { unit } : {}),
    ...(responsible ? { subject: 'responsible-person' } : {}),
    ...(party ? { party } : {}),
    ...(label ? { label } : {}),
  };
}

/** The persons responsible in a unit, who are fined beside it: 直接负责的主管人员, 主要负责人, 单位责任人. */
export function isResponsible(words: string): boolean {
  return /主管人员|责任人|责任者|负责人|法定代表人|实际控制人/.test(words);
}

/**
 * Whom a heading speaks of; a sole 单位 in （单位：万元） is the unit of the sums. 单位和个人 is everybody. 个体工商户 beside one of them does
 * not change whom the column is for: on which side they stand the provision says.
 */
export function partyIn(words: string): 'person' | 'unit' | undefined {
  const text = words.replaceAll(/[（(]单位[:：][^）)]*[）)]/g, '');
  const person = /个人|人员|自然人|公民|负责人|责任人|责任者/.test(text);
  const unit = /单位|企业|法人|组织|机构/.test(text) && !isResponsible(text);
  if (person && unit) return undefined;
  return person ? 'person' : unit ? 'unit' : undefined;
}

/** A cell that says that nothing is asked or laid down here. 无 alone says so in some columns only: see `saysNothing`. */
export function isBlank(cell: string | undefined): boolean {
  return (
    cell === undefined ||
    /^[\s/／\\—–\-－]*$|^(?:不限|不限定|无限制|不作要求|无要求|不作区分|不区分)$/.test(cell.trim())
  );
}

/**
 * Whether 无, or 一 typed for a dash, leaves a cell of this column open. No fine and no remark do; no harm (无 beside 轻微 and 严重) is a
 * circumstance like the others, and 一 beside 二 a rank.
 */
export function saysNothing({ holds, head }: Column, cell: string, all: readonly string[]): boolean {
  const word = cell.trim();
  if (!/^[无一]$/.test(word)) return false;
  if (holds === 'result' || holds === 'remark' || holds === 'ignored') return true;
  if (holds === 'tier') return false;
  if (word === '一') return !all.some((other) => /^[二两三四五]/.test(other.trim()));
  const others = all.filter((other) => other.trim() !== '无' && !isBlank(other));
  return others.length === 0 || /^(?:其他|其它|附加|补充)/.test(head);
}
