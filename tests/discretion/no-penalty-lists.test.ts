import { describe, expect, it } from 'vitest';
import { departureOf } from '../../src/discretion/evenness/departure-of.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { bookOf, caseWith, itemOf, LAW, sanctionOf, tableOf } from './invented-tables.ts';

const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const tiers = [
  {
    order: 1,
    name: '一般',
    grade: 'ordinary',
    when: { factor: '数', op: '>=', value: 0 },
    conditions: '不论件数',
    fine: { min: 10_000, max: 50_000 },
  },
];
const entry = {
  id: 'slight-1',
  violation: '示例轻微违法行为',
  field: 'market',
  breached: [{ law: LAW, article: '9' }],
  when: {
    all: [
      { factor: 'first-violation', op: '=', value: true },
      { factor: 'slight-harm', op: '=', value: true },
      { factor: '数', op: '<', value: 3 },
    ],
  },
  conditions: '首次违法，危害后果轻微，不足三件',
  factors: [
    { name: 'first-violation', question: '是否首次违法？', type: 'yes-no' },
    { name: 'slight-harm', question: '危害后果是否轻微？', type: 'yes-no' },
    ...factors,
  ],
  figures: '示例清单第 1 项',
};
const list = { noPenalty: [entry] };
const met = { firstViolation: true, harm: { occurred: false } };
const ACT = 'act-slight-1';

function given(
  facts: Record<string, number | string | boolean>,
  violation: object = met,
  more: { table?: object; file?: Parameters<typeof caseWith>[2]; other?: object[] } = {},
) {
  const table = tableOf([itemOf({ factors, tiers })], { ...list, ...more.table });
  const others = (more.other ?? []).map((other) => tableOf([], { id: 'other', ...other }));
  const file = caseWith(
    facts,
    {},
    {
      violation: {
        name: '示例违法行为',
        endedOn: '2023-05-01',
        amounts: { gains: { yuan: 0 } },
        ...violation,
      },
      ...more.file,
    },
  );
  const book = bookOf([table, ...others], [sanctionOf({ min: 10_000, max: 100_000 })]);
  return { file, result: findTier({ file, book }) };
}
const asked = ({ result }: ReturnType<typeof given>) => result.missing.map(({ factor }) => factor);

describe('轻微不罚清单', () => {
  it('no penalty where every condition is known to hold: no span, no penalty, and any fine departs from it', () => {
    const fined = { decision: { penalties: [{ type: 'fine', amount: 20_000 }] } };
    const { file, result } = given({ 数: 2, [ACT]: true }, met, { file: fined });
    expect(result.grounds.noPenalty).toBe('must');
    expect(result.steps.find(({ step }) => step === '轻微不罚清单')?.basis).toBe(
      '《中华人民共和国行政处罚法》第三十三条第一款；《示例裁量基准》“示例轻微违法行为”（示例清单第 1 项）',
    );
    expect(result.range).toBeUndefined();
    expect(result.penalties).toMatchObject({ required: [], optional: [], open: [] });
    expect(result.position?.inRange).toBeUndefined();
    expect(result.position?.text).toContain('应当不予处罚');
    expect(departureOf(file, result)).toBe(1);
  });

  it('the same provision does not say that it is the act of the list: that is asked first', () => {
    const open = given({ 数: 2 });
    expect(open.result.grounds.noPenalty).toBeUndefined();
    expect(open.result.range).toBeDefined();
    expect(asked(open)).toEqual([ACT]);
    expect(open.result.missing[0]?.question).toContain('本案行为是否就是“示例轻微违法行为”？');
    const other = given({ 数: 2, [ACT]: false });
    expect(other.result.grounds.noPenalty).toBeUndefined();
    expect(asked(other)).toEqual([]);
    expect(other.result.whatWouldChange.some(({ tier }) => tier.endsWith('不予处罚'))).toBe(false);
  });

  it('the name or the code of the entry says that it is', () => {
    expect(given({ 数: 2 }, { ...met, name: '示例轻微违法行为' }).result.grounds.noPenalty).toBe('must');
    const byCode = given(
      { 数: 2 },
      { ...met, itemCode: 'slight-1' },
      { table: { noPenalty: [{ ...entry, breached: [] }] } },
    );
    expect(byCode.result.grounds.noPenalty).toBe('must');
  });

  it('another act is not on the list', () => {
    const breached = [{ law: LAW, article: '8' }];
    expect(asked(given({ 数: 2 }, met, { table: { noPenalty: [{ ...entry, breached }] } }))).toEqual([]);
  });

  it('a missing condition is asked for, never assumed', () => {
    const open = given({ 数: 2, [ACT]: true }, {});
    expect(open.result.grounds.noPenalty).toBeUndefined();
    expect(asked(open)).toEqual(['first-violation', 'slight-harm']);
  });

  it('a condition that alone stands in the way is told', () => {
    const { result } = given({ 数: 3, [ACT]: true });
    expect(result.grounds.noPenalty).toBeUndefined();
    expect(result.whatWouldChange.some(({ tier }) => tier.endsWith('不予处罚'))).toBe(true);
  });

  it.each([
    [{ occurred: true, slight: true }, 'must'],
    [{ occurred: true, slight: false }, undefined],
    [{ occurred: true }, undefined],
  ])('a slight violation is not slight harm: %o → %s', (harm, noPenalty) => {
    const { result } = given({ 数: 2, [ACT]: true }, { firstViolation: true, minor: true, harm });
    expect(result.grounds.noPenalty).toBe(noPenalty);
  });

  it('a list of another place is not for the case, and one whose place is not known is asked about', () => {
    const nowhere = { agency: { name: '某局' }, benchmarkItem: undefined };
    const open = given({ 数: 2, [ACT]: true }, met, { file: nowhere });
    expect(open.result.grounds.noPenalty).toBeUndefined();
    expect(asked(open)).toContain('agency.region');
    const elsewhere = { agency: { name: '某局', region: '样例省' }, benchmarkItem: undefined };
    const other = given({ 数: 2, [ACT]: true }, met, { file: elsewhere });
    expect(other.result.grounds.noPenalty).toBeUndefined();
    expect(asked(other)).not.toContain('agency.region');
  });

  it('a superseded list no longer counts', () => {
    const file = { benchmarkItem: undefined };
    const later = { supersedes: ['table'], inForce: { from: '2023-01-01' }, noPenalty: [] };
    expect(given({ 数: 2, [ACT]: true }, met, { file }).result.grounds.noPenalty).toBe('must');
    const gone = given({ 数: 2, [ACT]: true }, met, { file, other: [later] });
    expect(gone.result.grounds.noPenalty).toBeUndefined();
  });
});
