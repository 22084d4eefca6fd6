import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { sheetMapOf } from '../../src/http/sheet-map-of.ts';

describe('what the import form says of a table', () => {
  it('is the map that the command takes', () => {
    expect(sheetMapOf({ kind: 'benchmark', tableName: ' ', columnItem: '' })).toBeUndefined();
    const said = {
      tableName: '示例裁量基准',
      tableRegion: '示例省',
      tableFrom: '2024-01-01',
      tableHeaderRow: '3',
      tableSheet: '2',
      tableAbove: 'includes',
      tableBelow: 'excludes',
      tableBoundSource: '表后说明',
      columnViolation: '违法行为',
      columnCells: '情形、处罚标准',
    };
    expect(sheetMapOf(said)).toEqual({
      name: '示例裁量基准',
      region: '示例省',
      from: '2024-01-01',
      headerRow: 3,
      sheet: 2,
      boundWords: { above: 'includes', below: 'excludes', source: '表后说明' },
      columns: { violation: '违法行为', cells: ['情形', '处罚标准'] },
    });
    expect(sheetMapOf({ tableSheet: '附件一' })).toEqual({ sheet: '附件一' });
  });

  it.each([
    [{ tableFrom: '2024年1月1日' }, 'tableFrom'],
    [{ tableHeaderRow: '三' }, 'tableHeaderRow'],
    [{ tableAbove: 'includes' }, 'tableBelow'],
  ])('%o is refused by the field', (fields, path) => {
    const told = (): unknown => {
      try {
        return sheetMapOf(fields);
      } catch (error) {
        return error;
      }
    };
    expect(told()).toBeInstanceOf(AppError);
    expect((told() as AppError).faults.map((fault) => fault.path)).toContain(path);
  });
});
