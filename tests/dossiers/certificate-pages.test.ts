import { describe, expect, it } from 'vitest';
import { certificatePages } from '../../src/dossiers/words/certificate-pages.ts';
import { paperOf } from './paper-of.ts';

const known = new Set(['王示', '李例']);
const read = (text: string) =>
  certificatePages(paperOf('other', text), known).map(({ name, bound, day, start, end }) => [
    name,
    bound,
    day,
    text.slice(start, end).length > 0,
  ]);

describe('执法证复印件、资格证明上的有效期', () => {
  it('标签行写明起止', () => {
    expect(
      read('行政执法证复印件\n姓名：王示\n证件编号：SL-1\n有效期：2020年3月1日至2025年2月28日\n'),
    ).toEqual([
      ['王示', 'validFrom', '2020-03-01', true],
      ['王示', 'validTo', '2025-02-28', true],
    ]);
  });
  it('表格每人一行', () => {
    expect(
      read('执法人员资格证明\n姓名\t执法证号\t有效期起\t有效期止\n李例\tSL-2\t2022-01-01\t2026-12-31\n'),
    ).toEqual([
      ['李例', 'validFrom', '2022-01-01', true],
      ['李例', 'validTo', '2026-12-31', true],
    ]);
  });
  it('营业执照、别人的证件不读', () => {
    expect(read('营业执照\n姓名：王示\n有效期：2020年3月1日至2025年2月28日\n')).toEqual([]);
    expect(read('执法证\n姓名：赵某某\n有效期至：2025年2月28日\n')).toEqual([]);
  });
});
