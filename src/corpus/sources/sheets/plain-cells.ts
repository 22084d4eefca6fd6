import { isLegalSpanHead } from '../../benchmarks/spans/legal-spans.ts';
import { isBlank, tableColumns } from '../../benchmarks/table-columns.ts';
import { baseColumns } from './base-columns.ts';
import { pairedColumns } from './paired-columns.ts';
import type { Grid } from './read-workbook.ts';
import { sharesOfMost } from './shares-of-most.ts';
import type { Header } from './sheet-header.ts';
import { singleColumns } from './single-columns.ts';
import { spansWithUnit } from './spans-with-unit.ts';

/** 空白的，表示不考虑该项情节: what a table itself says of its blank cells. */
const BLANK_MEANS_ANY =
  /(?:空白|空格|空着|留空|为空|未填写?|不填写?)[^。；]{0,16}?(?:不(?:考虑|限|作要求|作为|区分|要求)|无(?:此项)?(?:要求|限制)|任何)/;
/** 空格表示不对该类对象处以罚款: of the blank cells of fines. */
const BLANK_MEANS_NONE =
  /(?:空白|空格|空着|留空|为空)[^。；]{0,12}?(?:不(?:再)?(?:对|予|处|设)[^。；]{0,12}罚款?|不罚|无罚款)/;
/** What a heading counts: 违法次数, 从业人数, 超期天数. */
const COUNTED: [RegExp, string][] = [
  [/次数/, '次'],
  [/人数/, '人'],
  [/户数/, '户'],
  [/[天日]数/, '天'],
  [/月数/, '个月'],
  [/(?:年数|年限)/, '年'],
  [/(?:车辆|辆)数/, '辆'],
  [/批次数/, '批次'],
  [/([件台只头家份项处间栋株艘])数/, '$1'],
  [/比例|百分比/, '%'],
  [/倍数/, '倍'],
];
const IN_BRACKETS =
  /[（(](?:单位[:：])?(万元|亿元|元|倍|[%％‰]|万?吨|千克|公斤|克|万?平方米|㎡|万?立方米|亩|公顷|公里|米|个月|月|天|日|小时|年|次|人次|人|户|件|批次|批|台|辆|艘|只|头|羽|株|份|个|项|处|家|箱|瓶|袋|升|毫升|毫克|分贝)[）)]/;
/** 元/平方米: sums for each. */
const EACH = /元[/／每](平方米|立方米|公里|千克|公斤|[吨亩米株棵头只辆台件人次日天户个])/;
const SUMS = /^\d+(?:\.\d+)?(?:(?:[-—–~～]{1,2}|至)\d+(?:\.\d+)?)?$/;
/** 0.5至3, 不低于0.5、不超过3, 5以上10以下: numbers and the words of their ends, nothing else. */
const SUMS_WITHOUT_UNIT =
  /^(?:(?:不低于|不超过|超过|不足|处)?\d+(?:\.\d+)?(?:(?:及|含)?以[上下])?(?:[-—–~～、]{1,2}|至|到)?)+$/;
const BARE =
  /^(?:[≥>≤<＞＜]=?|达到|超过|不足|不满|不超过|低于)?\d+(?:\.\d+)?(?:(?:及|含)?以[上下内])?(?:(?:[-—~～至]|，)?(?:[≤<＜]=?|不足|不超过)?\d+(?:\.\d+)?(?:(?:及|含)?以[上下内])?)?$/;

/**
 * A sheet with its cells in words that can be read by themselves: ends of spans side by side joined, bare numbers with the unit that their
 * heading counts in, and blank conditions as / where the table says that a blank asks nothing.
 */
export function plainCells(
  grid: Grid,
  header: Header,
  beside: readonly string[],
): { grid: Grid; header: Header } {
  const paired = pairedColumns(grid, singleColumns(grid, header), beside);
  const based = baseColumns(paired.grid, paired.header);
  const plain = sharesOfMost(based.grid, based.header, beside);
  const { cells: columns } = plain.header.at;
  const labels = columns.map((column) => plain.header.labels[column] ?? '');
  const holds = tableColumns(labels, []).map((column) => column.holds);
  const anyBlank = beside.some((line) => BLANK_MEANS_ANY.test(line.replaceAll(/\s/g, '')));
  const units = labels.map((label, at) => (holds[at] === 'condition' ? unitIn(label) : undefined));
  const each = labels.map((label, at) =>
    holds[at] === 'result' ? (EACH.exec(label)?.[1] ?? eachIn(beside)) : undefined,
  );
  const noFine = beside.some((line) => BLANK_MEANS_NONE.test(line.replaceAll(/\s/g, '')));
  const sum = sumUnitIn(beside);
  const money = labels.map((label, at) =>
    holds[at] === 'result' && !IN_BRACKETS.test(label) && !/[倍%％‰]|比例|百分/.test(label) ? sum : undefined,
  );
  const legal = labels.map(isLegalSpanHead);
  const counted = legal.includes(true) || [...units, ...each, ...money].some((unit) => unit !== undefined);
  if (!anyBlank && !noFine && !counted) return plain;
  const rows = plain.grid.rows.map((given, row) => {
    if (row <= header.to || given.filter(Boolean).length < 2) return given;
    const cells = [...given];
    for (const [at, column] of columns.entries()) {
      const unit = units[at];
      if (legal[at]) cells[column] = spansWithUnit(cells[column] ?? '', labels[at] ?? '', sum);
      const own = cells[column] ?? '';
      const by = each[at];
      if (by && SUMS.test(own.replaceAll(/\s/g, '')))
        cells[column] = eachWords(own.replaceAll(/\s/g, ''), by);
      if (unit && BARE.test(own.replaceAll(/\s/g, '')))
        cells[column] = own
          .replaceAll(/\s/g, '')
          .replaceAll(/\d+(?:\.\d+)?/g, (number) => `${number}${unit}`);
      if (money[at] && SUMS_WITHOUT_UNIT.test(own.replaceAll(/\s/g, '')))
        cells[column] = own.replaceAll(/\s/g, '').replaceAll(/\d+(?:\.\d+)?/g, `$&${money[at]}`);
      const meant = (anyBlank && holds[at] === 'condition') || (noFine && holds[at] === 'result');
      if (meant && isBlank(own) && !plain.grid.areaAt(row, column)) cells[column] = '/';
    }
    return cells;
  });
  return { ...plain, grid: { ...plain.grid, rows } };
}

/** 单位：万元 above a table is said of all its sums without a unit. */
function sumUnitIn(beside: readonly string[]): '元' | '万元' | undefined {
  const found = beside.flatMap(
    (line) =>
      /^[（(]?(?:(?:金额|罚款|货币|计量)?单位)[:：](?:人民币)?(万?元)[）)]?$/.exec(
        line.replaceAll(/\s/g, ''),
      )?.[1] ?? [],
  );
  const [only, more] = new Set(found);
  return more ? undefined : (only as '元' | '万元' | undefined);
}

/** 单位：元/平方米 above a table is said of all its sums. */
function eachIn(beside: readonly string[]): string | undefined {
  const lines = beside.map((line) => line.replaceAll(/\s/g, ''));
  const line = lines.find((one) =>
    /^[（(]?(?:(?:金额|罚款|计量)?单位)[:：]元[/／每][^，。；]{1,4}$/.test(one),
  );
  return line && EACH.exec(line)?.[1];
}

/** 600—700 as 每平方米600元至700元; one number is both ends. */
function eachWords(own: string, by: string): string {
  const [low, high = low] = own.split(/[-—–~～]{1,2}|至/);
  return `每${by}${low}元至${high}元`;
}

function unitIn(label: string): string | undefined {
  if (/权重|分值|系数|序号|编号|得分/.test(label)) return undefined;
  const own = IN_BRACKETS.exec(label)?.[1];
  if (own) return own;
  const [word, unit] = COUNTED.find(([words]) => words.test(label)) ?? [];
  return word && unit ? unit.replace('$1', word.exec(label)?.[1] ?? '') : undefined;
}
