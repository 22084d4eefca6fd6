import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { caseFileJsonSchema } from '../../src/cases/case-file-json-schema.ts';
import { readCaseFile, valueAt } from '../../src/cases/read-case-file.ts';
import { AppError } from '../../src/errors.ts';
import { BASE_CASE } from '../review/base-case.ts';

/** The case with the value at the dotted path replaced, or removed where it is `undefined`. */
function altered(path: string, value: unknown): unknown {
  const file = structuredClone(BASE_CASE) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return file;
}

function faultsOf(input: unknown): { path: string; expected: string }[] {
  try {
    readCaseFile(input);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).kind).toBe('invalid-input');
    return (error as AppError).faults;
  }
}

describe('readCaseFile', () => {
  it('refuses a paragraph that no article has: it could not be written out', () => {
    const provisions = {
      ...BASE_CASE.provisions,
      breached: [{ law: '示例法', article: '1', paragraph: 1e15 }],
    };
    expect(faultsOf({ ...BASE_CASE, provisions }).map(({ path }) => path)).toEqual([
      'provisions.breached.0.paragraph',
    ]);
  });

  it('reads a whole case unchanged', () => {
    expect(readCaseFile(BASE_CASE)).toEqual(BASE_CASE);
  });

  it.each<[string, string, unknown, string, string]>([
    ['多余的字段', 'partyy', {}, 'partyy', '没有这个字段'],
    ['多余的下级字段', 'party.nickname', '某', 'party.nickname', '没有这个字段'],
    ['缺少的字段', 'party.name', undefined, 'party.name', '应为文字，这里缺少'],
    ['不存在的日期', 'filing.approvedOn', '2025-02-30', 'filing.approvedOn', 'YYYY-MM-DD'],
    ['错误写法的日期', 'filing.approvedOn', '2025/03/06', 'filing.approvedOn', 'YYYY-MM-DD'],
    ['错误的时刻', 'acts.0.startedAt', '2025-03-03T24:00', 'acts.0.startedAt', 'HH:MM'],
    ['不是号码的信用代码', 'party.creditCode', '待补充', 'party.creditCode', '信用代码应为'],
    ['不是号码的身份号码', 'party.idNumber', '1101 05', 'party.idNumber', '身份号码应为'],
    ['负的金额', 'proposal.penalties.0.amount', -1, 'proposal.penalties.0.amount', '不小于 0'],
    ['不足一分的金额', 'proposal.penalties.0.amount', 0.001, 'proposal.penalties.0.amount', '分'],
    ['文字写的金额', 'proposal.penalties.0.amount', '六万', 'proposal.penalties.0.amount', '应为数字'],
    ['不认识的处罚', 'proposal.penalties.0.type', 'fines', 'proposal.penalties.0.type', '、fine、'],
    ['条号写成中文', 'provisions.breached.0.article', '三十四', 'provisions.breached.0.article', '条号'],
    ['没有的证据', 'violation.elements.0.evidence', ['e9'], 'violation.elements.0.evidence', '没有“e9”'],
    ['没有的人员', 'acts.0.officers', ['o9'], 'acts.0.officers', '没有“o9”'],
    ['没有的送达人', 'services.0.servers', ['o9'], 'services.0.servers', '没有“o9”'],
    ['没有的材料', 'filing.paper', 'p99', 'filing.paper', '没有“p99”'],
    ['重复的编号', 'officers.1.id', 'o1', 'officers.1.id', '重复'],
    ['空字符', 'cause', '案\u0000由', 'cause', '可显示的文字'],
    ['残缺的字符', 'cause', '案\ud800由', 'cause', '可显示的文字'],
  ])('refuses %s with its place and what was expected', (_name, path, value, place, words) => {
    const fault = faultsOf(altered(path, value)).find((entry) => entry.path === place);
    expect(fault?.expected).toContain(words);
  });

  it('takes the name of somebody who only served a paper', () => {
    expect(faultsOf(altered('services.0.servers', ['o1', '卜示']))).toEqual([]);
  });

  it('accepts both sides where the border runs: 0 yuan, one fen, the 29th of February of a leap year', () => {
    for (const [path, value] of [
      ['proposal.penalties.0.amount', 0],
      ['proposal.penalties.0.amount', 0.01],
      ['filing.clueOn', '2024-02-29'],
    ] as const) {
      expect(faultsOf(altered(path, value))).toEqual([]);
    }
    expect(faultsOf(altered('filing.clueOn', '2025-02-29'))).toHaveLength(1);
  });

  it('refuses a source whose words the paper does not say, or whose value is not there', () => {
    const papers = [
      ...BASE_CASE.papers!,
      { id: 'px', kind: 'other' as const, title: '材料', text: '货值480元' },
    ];
    const withSource = (path: string, quote: string): CaseFile => ({
      ...BASE_CASE,
      papers,
      sources: [{ path, paper: 'px', quote }],
    });
    expect(faultsOf(withSource('violation.amounts.goods', '货值480元'))).toEqual([]);
    expect(faultsOf(withSource('violation.amounts.goods', '货值481元'))[0]?.path).toBe('sources.0.quote');
    expect(faultsOf(withSource('violation.amounts.loss', '货值480元'))[0]?.path).toBe('sources.0.path');
  });

  it('names every fault, not just the first', () => {
    const input = { ...(altered('party.name', undefined) as object), field: '', unknown: 1 };
    expect(
      faultsOf(input)
        .map((fault) => fault.path)
        .sort(),
    ).toEqual(['field', 'party.name', 'unknown']);
  });

  it('refuses whatever is no case, and never with anything but a refusal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(faultsOf(value).length).toBeGreaterThan(0);
      }),
    );
  });

  it('describes itself as a JSON Schema', () => {
    const schema = caseFileJsonSchema() as { $schema: string; required: string[]; properties: object };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toContain('party');
    expect(Object.keys(schema.properties)).toContain('violation');
  });
});

describe('valueAt', () => {
  it('follows dotted paths through lists and objects', () => {
    expect(valueAt(BASE_CASE, 'priorNotices.0.servedOn')).toBe('2025-04-16');
    expect(valueAt(BASE_CASE, 'priorNotices.7.servedOn')).toBeUndefined();
    expect(valueAt(BASE_CASE, 'party.name.length.x')).toBeUndefined();
  });
});
