import { TIER_WORDS, tableColumns } from '../../benchmarks/table-columns.ts';
import type { BenchmarkRow } from './benchmark-rows.ts';
import { type LabelledParts, labelledParts } from './labelled-parts.ts';
import { provisionInName } from './provision-in-name.ts';
import type { Grid } from './read-workbook.ts';
import { rowBeside } from './row-beside.ts';
import type { Header, Role } from './sheet-header.ts';
import { cellName } from './sheet-parts.ts';

/** The items of a sheet. */
export interface SheetRows {
  rows: BenchmarkRow[];
  /** The row of the sheet, from 1, in which each begins. */
  at: number[];
  /** Rows (from 1) that belong to no item, or to one without a name, and why they were not read. */
  unread: { row: number; reason: string }[];
}

interface Item {
  row: BenchmarkRow;
  at: number;
  /** The last words of each column, for cells that were left blank below them. */
  above: string[];
  basis: string;
  /** The cell that names the violation, as printed. */
  named: string;
}

/**
 * Rows of one violation belong together. A merged area counts for all its rows; what else is blank stays blank, but for cells left
 * blank at the head of a row below others: they go on, and that is told. Chapter headings, footnotes and headings that a new page
 * repeats are no rows. In a list of items (`list`) every row with a number of its own is an item of its own.
 */
export class SheetReader {
  private readonly found: Item[] = [];
  private readonly unread: SheetRows['unread'] = [];
  private readonly kinds: ('result' | 'condition' | 'rank' | 'beside')[];
  private readonly labels: string[];
  /** Columns whose cells are merged downwards somewhere: there a blank cell is meant. */
  private readonly mergedColumns: Set<number>;
  private current: Item | undefined;
  private chapter: string | undefined;

  private readonly grid: Grid;
  private readonly header: Header;
  private readonly table: string;
  private readonly list: boolean;

  constructor(grid: Grid, header: Header, table: string, list: boolean) {
    this.grid = grid;
    this.header = header;
    this.table = table;
    this.list = list;
    this.labels = header.at.cells.map((column) => header.labels[column] || `第${column + 1}列`);
    this.kinds = tableColumns(this.labels, []).map(({ holds }, at) =>
      TIER_WORDS.test(this.labels[at]!)
        ? 'rank'
        : holds === 'remark' || holds === 'ignored'
          ? 'beside'
          : holds === 'result'
            ? 'result'
            : 'condition',
    );
    this.mergedColumns = new Set(
      header.at.cells.filter((column) =>
        grid.rows.some((_, row) => {
          const area = row > header.to ? grid.areaAt(row, column) : undefined;
          return area !== undefined && area.bottom > area.top;
        }),
      ),
    );
  }

  read(): SheetRows {
    for (let row = this.header.to + 1; row < this.grid.rows.length; row++) this.take(row);
    return {
      rows: this.found.map(({ row }) => row),
      at: this.found.map(({ at }) => at + 1),
      unread: this.unread,
    };
  }

  private take(row: number): void {
    const own = this.grid.rows[row]!;
    if (!own.some(Boolean)) return;
    const beside = this.list ? undefined : rowBeside(this.grid, this.header, row);
    if (beside) {
      // What follows a chapter heading belongs to no item above it.
      if (beside.chapter !== undefined) [this.chapter, this.current] = [beside.chapter, undefined];
      return;
    }
    const { at } = this.header;
    const number = this.own(row, at.item);
    const violation = this.own(row, at.violation);
    const begins = violation ? this.isNew(violation, number) : this.isNewBasis(row, number);
    if (begins) this.begin(row, !this.list && violation !== '' && this.isHalf(row, number));
    else if (!violation && number && number !== this.current?.row.item && !this.isMerged(row, at.violation)) {
      this.unread.push({ row: row + 1, reason: '有编号，没有违法行为的名称' });
      // What stands below it is not of the item above either.
      if (!this.list) this.current = undefined;
      return;
    }
    const { current } = this;
    if (!current) {
      if (!this.list && at.cells.some((column) => own[column]))
        this.unread.push({ row: row + 1, reason: '上面没有违法行为的名称，不知道属于哪一项' });
      return;
    }
    for (const [role, words] of [
      ['breached', current.row.breached],
      ['basis', current.row.basis],
    ] as const) {
      const said = this.own(row, at[role]);
      if (!said || words.includes(said)) continue;
      if (role === 'basis' && words.length > 0)
        this.remark(current, `工作表第 ${row + 1} 行的处罚依据另有“${said}”，法定幅度按第一个核对`);
      words.push(said);
    }
    this.addCells(row, current);
  }

  private own(row: number, column: number | undefined): string {
    return column === undefined ? '' : (this.grid.rows[row]?.[column] ?? '');
  }

  /** The cell goes on from a row above. */
  private isMerged(row: number, column: number | undefined): boolean {
    const area = column === undefined ? undefined : this.grid.areaAt(row, column);
    return area !== undefined && area.top < row;
  }

  private isNew(violation: string, number: string): boolean {
    const { current } = this;
    return violation !== current?.named || (number !== '' && number !== current.row.item);
  }

  /** Under one merged violation a row with its own number and its own penalty provision is an item of its own. */
  private isNewBasis(row: number, number: string): boolean {
    const basis = this.own(row, this.header.at.basis);
    return (
      this.current !== undefined &&
      this.isMerged(row, this.header.at.violation) &&
      number !== '' &&
      number !== this.current.row.item &&
      basis !== '' &&
      basis !== this.current.basis
    );
  }

  /** A name without number and provision in a table that gives both: it may be the rest of the name above. */
  private isHalf(row: number, number: string): boolean {
    const { at } = this.header;
    const { current } = this;
    return (
      current?.row.item !== undefined &&
      number === '' &&
      at.basis !== undefined &&
      current.basis !== '' &&
      this.own(row, at.basis) === '' &&
      ![at.item, at.basis].some((column) => this.isMerged(row, column))
    );
  }

  private begin(row: number, half: boolean): void {
    const { at } = this.header;
    const before = this.current;
    const word = (role: Role) => {
      const column = at[role];
      const area = column === undefined ? undefined : this.grid.areaAt(row, column);
      return this.own(area?.top ?? row, area?.left ?? column);
    };
    const item = word('item');
    const field = word('field') || this.chapter || this.current?.row.field;
    const named = word('violation');
    const joined = at.basis === undefined ? provisionInName(named) : undefined;
    const parts: LabelledParts | undefined = labelledParts(named) ?? joined;
    const violation = parts?.violation ?? named;
    const read: BenchmarkRow = {
      table: this.table,
      ...(item ? { item } : {}),
      ...(field ? { field } : {}),
      violation,
      breached: [],
      basis: [],
      columns: this.labels,
      cells: [],
      notes: [],
    };
    for (const role of ['breached', 'basis'] as const) {
      const words = word(role) || parts?.[role];
      if (words) read[role].push(words);
    }
    this.current = { row: read, at: row, above: [], basis: word('basis'), named };
    this.chapter = undefined;
    this.found.push(this.current);
    if (!half || !before) return;
    for (const item of [before, this.current])
      this.doubt(
        item,
        `${cellName(row, at.violation)} 的名称没有编号，也没有处罚依据，可能是上一项名称的后半`,
      );
  }

  private addCells(row: number, item: Item): void {
    const { at } = this.header;
    const { grid } = this;
    if (!at.cells.some((column) => grid.rows[row]![column])) return;
    const number = item.row.cells.length + 1;
    let leading = true;
    const cells = at.cells.map((column, place) => {
      const area = grid.areaAt(row, column);
      if (area && (area.bottom > area.top || area.right > area.left)) {
        const words = grid.rows[area.top]![area.left]!;
        if (area.top === row && words) leading = false;
        return area.right > area.left ? this.across(row, column, place, words, item) : words;
      }
      const own = grid.rows[row]![column]!;
      if (own) {
        item.above[place] = own;
        if (this.kinds[place] !== 'beside') leading = false;
        return own;
      }
      const above = item.above[place];
      if (!leading || this.kinds[place] === 'beside' || !above) return '';
      if (this.mergedColumns.has(column)) {
        if (this.kinds[place] !== 'result')
          this.doubt(
            item,
            `${cellName(row, column)} 是空格，“${this.labels[place]}”一列别处是合并的，这里不知道是接着上一行还是不限`,
          );
        return '';
      }
      this.remark(item, `第 ${number} 行“${this.labels[place]}”是空格，按接着上一行读作“${above}”`);
      return above;
    });
    for (const column of at.cells) {
      const why = grid.odd.get(`${row},${column}`);
      if (why) this.doubt(item, `${cellName(row, column)} ${why}`);
    }
    for (const column of this.header.unnamed) {
      if (grid.rows[row]![column]) this.doubt(item, `${cellName(row, column)} 有字，而这一列没有表头`);
    }
    item.row.cells.push(cells);
  }

  /** One cell over several columns: one fine for all of them, or one circumstance in place of all conditions. */
  private across(row: number, column: number, place: number, words: string, item: Item): string {
    const area = this.grid.areaAt(row, column)!;
    const covered = this.header.at.cells.flatMap((one, at) =>
      one >= area.left && one <= area.right && this.kinds[at] !== 'beside' ? [at] : [],
    );
    const kinds = new Set(covered.map((at) => this.kinds[at]!));
    // One weight over the columns of units and persons is the weight of both.
    const weights = covered.every((at) => /权重|分值|百分[值比]|系数/.test(this.labels[at]!));
    if (weights) return words;
    if (kinds.size <= 1) return kinds.has('condition') && covered[0] !== place ? '/' : words;
    if (words)
      this.doubt(
        item,
        `${cellName(area.top, area.left)} 的“${words}”跨了${covered.map((at) => `“${this.labels[at]}”`).join('、')}几列，不知道属于哪一列`,
      );
    return words;
  }

  private doubt({ row }: Item, reason: string): void {
    row.doubts ??= [];
    if (!row.doubts.includes(reason)) row.doubts.push(reason);
  }

  private remark({ row }: Item, words: string): void {
    row.remarks ??= [];
    row.remarks.push(words);
  }
}
