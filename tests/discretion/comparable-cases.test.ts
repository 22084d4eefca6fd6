import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PastCase } from '../../src/corpus/past-cases.ts';
import { comparableCases } from '../../src/discretion/comparable-cases.ts';
import { BASE_CASES } from '../review/base-acts.ts';
import { BASE_CASE } from '../review/base-case.ts';
import { TEST_BOOK } from '../review/test-book.ts';

const past = (change: Partial<PastCase>): PastCase => ({
  id: 'like',
  title: '示例类案',
  example: true,
  agency: '示例市示例区市场监督管理局',
  region: '示例省示例市另一区',
  field: 'market',
  benchmarkItem: 'test-expired-food',
  violation: '经营超过保质期的食品',
  party: { kind: 'organisation', name: '示例公司' },
  decidedOn: '2024-05-06',
  facts: '示例事实。',
  breached: [],
  punishing: [],
  factors: {},
  amounts: {},
  grounds: [],
  statutory: { min: 50000, max: 100000 },
  penalties: [{ type: 'fine', amount: 60000 }],
  reasons: '示例理由。',
  ...change,
});
const ids = (cases: PastCase[], file: CaseFile = BASE_CASE) =>
  comparableCases(file, TEST_BOOK, cases).map(({ id }) => id);

describe('comparableCases', () => {
  it('takes cases of the same item in the region of the benchmark', () => {
    expect(ids([past({}), past({ id: 'other-item', benchmarkItem: 'another' })])).toEqual(['like']);
    expect(ids([past({ region: '示例省另一市' })])).toEqual([]);
  });

  it('takes cases decided while the benchmark is in force', () => {
    expect(ids([past({ decidedOn: '2023-02-01' })])).toEqual(['like']);
    expect(ids([past({ decidedOn: '2023-01-31' })])).toEqual([]);
  });

  it('leaves out cases whose fine has no place in a span', () => {
    expect(ids([past({ penalties: [{ type: 'warning' }] })])).toEqual([]);
    expect(ids([past({ statutory: { min: 50000 } })])).toEqual([]);
  });

  it('never measures a real case against invented ones', () => {
    const { example: _example, ...real } = BASE_CASE;
    expect(ids([past({}), past({ id: 'real', title: '另一案', example: false })], real)).toEqual(['real']);
  });

  it('asks for the same region where the case has no benchmark', () => {
    const { benchmarkItem: _item, ...file } = BASE_CASE;
    const without: CaseFile = { ...file, violation: { ...file.violation, itemCode: 'MK-002' } };
    const same = past({ itemCode: 'MK-002', region: '示例省示例市示例区' });
    expect(ids([same], without)).toEqual(['like']);
    expect(ids([past({ itemCode: 'MK-002' })], without)).toEqual([]);
  });

  it('finds more than a list shows, and none for other acts than penalties', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      past({ id: `like-${index}`, title: `类案${index}` }),
    );
    expect(ids(many)).toHaveLength(25);
    expect(comparableCases(BASE_CASES.licence, TEST_BOOK, many)).toEqual([]);
  });
});
