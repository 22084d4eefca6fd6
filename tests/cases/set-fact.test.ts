import { describe, expect, it } from 'vitest';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { setFact } from '../../src/cases/set-fact.ts';

const FILE = exampleCaseFile('food-no-health-certificate');
const set = (path: string, text: string, source?: { paper: string; quote: string }) =>
  setFact(FILE, { path, text, confirmedBy: '示例甲', ...(source ? { source } : {}) });

describe('a person sets one fact', () => {
  it('and notes the words that show it', () => {
    const paper = FILE.papers!.find((one) => one.text)!;
    const quote = paper.text!.slice(0, 6);
    const next = set('party.phone', '010-0000000', { paper: paper.id, quote });
    expect(next.party.phone).toBe('010-0000000');
    expect(next.sources?.at(-1)).toEqual({
      path: 'party.phone',
      paper: paper.id,
      quote,
      by: 'person',
      confirmedBy: '示例甲',
    });
    expect(FILE.party.phone).not.toBe('010-0000000');
  });

  it('as yes or no, number, choice and list', () => {
    expect(set('violation.minor', '是').violation.minor).toBe(true);
    expect(set('violation.minor', '否').violation.minor).toBe(false);
    expect(set('violation.amounts.gains.yuan', '2,051.94 元').violation.amounts?.gains?.yuan).toBe(2051.94);
    expect(set('party.registry.status', 'active').party.registry?.status).toBe('active');
    expect(set('discussion.attendees', '示例甲、示例乙').discussion?.attendees).toEqual(['示例甲', '示例乙']);
  });

  it('back to not known, with its sources', () => {
    const known = set('party.phone', '010-0000000', {
      paper: FILE.papers![0]!.id,
      quote: FILE.papers![0]!.text!.slice(0, 4),
    });
    const next = setFact(known, { path: 'party.phone', text: ' ', confirmedBy: '示例甲' });
    expect(next.party.phone).toBeUndefined();
    expect(next.sources?.some((source) => source.path === 'party.phone')).toBe(false);
  });

  it('in a part of the file that was not there', () => {
    expect(set('hearing.toldOn', '2026-10-20').hearing?.toldOn).toBe('2026-10-20');
  });

  it.each([
    ['violation.minor', '大概', 'value'],
    ['violation.amounts.gains.yuan', '约两千', 'value'],
    ['violation.amounts.gains.yuan', '0.005', 'value'],
    ['hearing.toldOn', '2026-02-30', 'value'],
    ['party.registry.status', 'gone', 'value'],
    ['id', 'another', 'path'],
    ['papers.0.text', 'x', 'path'],
    ['no.such.fact', 'x', 'path'],
  ])('%s as “%s” is refused at %s', (path, text, field) => {
    expect(() => set(path, text)).toThrowError(
      expect.objectContaining({ kind: 'invalid-input', faults: [expect.objectContaining({ path: field })] }),
    );
  });

  it('with words that the paper does not say is refused at the quote', () => {
    expect(() =>
      set('party.phone', '010', { paper: FILE.papers![0]!.id, quote: '材料中没有的话' }),
    ).toThrowError(expect.objectContaining({ faults: [expect.objectContaining({ path: 'quote' })] }));
  });
});
