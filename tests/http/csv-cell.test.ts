import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/http/pages/evenness/csv-cell.ts';

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+1', '-2+3+cmd|calc', '@sum', '-12元', '\tx', '\r=1'])(
    'is made a text where a spreadsheet would reckon it: %j',
    (cell) => expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/),
  );

  it('leaves numbers as they are, and quotes what has commas, quotes or lines', () => {
    expect(csvCell('-0.25')).toBe('-0.25');
    expect(csvCell('示例案')).toBe('示例案');
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
  });
});
