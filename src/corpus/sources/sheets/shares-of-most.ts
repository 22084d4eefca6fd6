import { yuanOf } from '../../../law/fine-range-in.ts';
import { tableColumns } from '../../benchmarks/table-columns.ts';
import type { Grid } from './read-workbook.ts';
import type { Header } from './sheet-header.ts';

/** 法定罚款最高额, 法定最高罚款（万元）, 罚款上限. */
const MOST_HEAD =
  /^法定(?:罚款|处罚)?(?:的)?(?:最高|上限)(?:罚款)?(?:限?额|金额|数额|值)?$|^(?:罚款|处罚)(?:的)?(?:法定)?(?:最高|上限)(?:限?额|金额|数额|值)?$|^最高罚款(?:限?额|金额|数额)?$/;
/** 罚款数额按“法定罚款最高额×裁量比例”计算. */
const FORMULA =
  /(?:最高|上限)[^，。；×xX*乘]{0,8}(?:[×xX*]|乘以?)[^，。；]{0,4}(?:裁量|处罚|罚款|量罚)?(?:比例|系数|百分比)|(?:裁量|处罚|罚款|量罚)?(?:比例|系数|百分比)[^，。；×xX*乘]{0,4}(?:[×xX*]|乘以?)[^，。；]{0,8}(?:最高|上限)/;
const SHARE = /(\d+(?:\.\d+)?)[%％]/g;

/**
 * A sheet with a column of the highest fines that the law allows (法定罚款最高额) and one of shares of them, where its notes or headings say that the
 * one is multiplied by the other: the shares as sums, and the highest fine as the span of the law.
 */
export function sharesOfMost(
  grid: Grid,
  header: Header,
  beside: readonly string[],
): { grid: Grid; header: Header } {
  const { cells } = header.at;
  const plain = (column: number) => (header.labels[column] ?? '').replaceAll(/\s/g, '');
  const named = (column: number) => plain(column).replaceAll(/[（(][^（）()]*[）)]/g, '');
  const most = cells.find((column) => MOST_HEAD.test(named(column)));
  if (most === undefined) return { grid, header };
  const unit = /万元/.test(plain(most)) ? '万元' : '元';
  const formula = beside.some((line) => FORMULA.test(line.replaceAll(/[\s“”"「」（）()]/g, '')));
  const shares = cells.filter(
    (column) =>
      column !== most &&
      tableColumns([plain(column)], [])[0]?.holds === 'result' &&
      (formula || /最高|上限/.test(plain(column))),
  );
  const rows = grid.rows.map((given, row) => {
    if (row <= header.to || shares.length === 0) return given;
    const area = grid.areaAt(row, most);
    const words = (grid.rows[area?.top ?? row]?.[area?.left ?? most] ?? '').replaceAll(/[\s,，]/g, '');
    const sum = yuanOf(/元$/.test(words) ? words : `${words}${unit}`);
    if (sum === undefined || sum <= 0) return given;
    const own = [...given];
    for (const column of shares)
      own[column] = (own[column] ?? '').replaceAll(
        SHARE,
        (_, percent: string) => `${Number(((sum * Number(percent)) / 100).toFixed(2))}元`,
      );
    if (own[most] !== '') own[most] = `${sum}元以下`;
    return own;
  });
  if (!rows.some((cells, row) => cells !== grid.rows[row])) return { grid, header };
  const labels = header.labels.map((label, column) => (column === most ? '法定罚款幅度' : label));
  return { grid: { ...grid, rows }, header: { ...header, labels } };
}
