import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { Profile } from '../../src/corpus/profile.ts';
import { isMajor } from '../../src/review/screening/is-major.ts';
import { caseFor, merge } from './case-for.ts';
import { TEST_PROFILE } from './test-profile.ts';

const judge = (given: object, profile: object = {}) =>
  isMajor(caseFor(given) as CaseFile, merge<Profile>(TEST_PROFILE, profile));
const fined = (amount: number) => ({ decision: { penalties: [{ type: 'fine', amount }] } });
const trigger = (change: object) => ({
  majorDecisions: [{ id: 't', name: '示例目录', field: '*', party: 'any', source: '示例方案', ...change }],
});

describe('重大执法决定', () => {
  it('is not major when every trigger is known not to hold', () => {
    expect(judge({})).toEqual({ isMajor: false, triggers: [], unknown: [] });
  });

  it.each([
    [{ major: { publicInterest: true } }, '第一项'],
    [{ major: { majorRights: true }, hearing: { requested: true, held: true } }, '第二项'],
    [{ major: { complex: true } }, '第三项'],
  ])('names the item of 行政处罚法 58(1): %o', (given, item) => {
    const { isMajor: major, triggers } = judge(given);
    expect(major).toBe(true);
    expect(triggers.map(({ basis }) => basis)).toEqual([
      `《中华人民共和国行政处罚法》第五十八条第一款${item}`,
    ]);
  });

  it('needs both major rights and a hearing for the second case', () => {
    expect(judge({ major: { majorRights: true } }).isMajor).toBe(false);
    expect(judge({ hearing: { requested: true, held: true } }).isMajor).toBe(false);
    expect(judge({ major: { majorRights: true }, hearing: null }).unknown).toEqual(['是否经过听证程序']);
  });

  it('does not know while a flag is unknown, and says which', () => {
    expect(judge({ major: { complex: null } })).toEqual({
      isMajor: undefined,
      triggers: [],
      unknown: ['是否疑难复杂、涉及多个法律关系'],
    });
  });

  it('is major as soon as one trigger holds, whatever else is unknown', () => {
    expect(judge({ major: { publicInterest: true, complex: null } }).isMajor).toBe(true);
  });

  it('includes the threshold when the profile says so, to the fen', () => {
    expect(judge(fined(99_999.99)).isMajor).toBe(false);
    expect(judge(fined(100_000))).toMatchObject({
      isMajor: true,
      triggers: [{ why: '对单位较大数额罚款：罚款100,000 元', basis: '示例方案（测试用）' }],
    });
  });

  it('leaves the catalogue open where the profile is of another place, but not the statute', () => {
    const elsewhere = { agency: { region: '另一省另一市另一区' } };
    expect(judge({ ...fined(100_000), ...elsewhere })).toEqual({
      isMajor: undefined,
      triggers: [],
      unknown: ['当地的重大执法决定目录'],
    });
    expect(judge({ major: { complex: true }, ...elsewhere }).isMajor).toBe(true);
  });

  it('does not ask for the grade of a decision that imposes no penalty', () => {
    const profile = trigger({ flag: 'mitigated' });
    expect(judge({ decision: { result: 'no-penalty', grade: null } }, profile).isMajor).toBe(false);
    expect(judge({ decision: { grade: null } }, profile).isMajor).toBeUndefined();
  });

  it('excludes the threshold when the profile says so', () => {
    const profile = trigger({ fine: { yuan: 100_000, inclusive: false } });
    expect(judge(fined(100_000), profile).isMajor).toBe(false);
    expect(judge(fined(100_000.01), profile).isMajor).toBe(true);
  });

  it('adds up what is confiscated', () => {
    const profile = trigger({ confiscation: { yuan: 1000, inclusive: true } });
    const taken = (goods: number) => ({
      decision: {
        penalties: [
          { type: 'confiscate-gains', amount: 400 },
          { type: 'confiscate-goods', amount: goods },
        ],
      },
    });
    expect(judge(taken(599.99), profile).isMajor).toBe(false);
    expect(judge(taken(600), profile).isMajor).toBe(true);
  });

  it('counts an individual business as the profile says', () => {
    const given = { party: { kind: 'individual-business' }, ...fined(10_000) };
    expect(judge(given).isMajor).toBe(true);
    const [row] = TEST_PROFILE.hearingThresholds;
    expect(judge(given, { hearingThresholds: [{ ...row, individualBusinessAs: 'unit' }] }).isMajor).toBe(
      false,
    );
  });

  it('looks at the types of penalty', () => {
    expect(judge({ decision: { penalties: [{ type: 'revoke' }] } }).triggers[0]?.why).toContain(
      '吊销许可证件',
    );
  });

  it('takes the proposal only while there is no decision', () => {
    const proposal = { result: 'penalty', penalties: [{ type: 'fine', amount: 200_000 }] };
    expect(judge({ decision: null, proposal }).isMajor).toBe(true);
    expect(judge({ proposal }).isMajor).toBe(false);
    expect(judge({ proposal, decision: { penalties: null } })).toMatchObject({
      isMajor: undefined,
      unknown: ['拟处罚的种类和金额'],
    });
  });

  it('does not know while a fine has no amount', () => {
    expect(judge({ decision: { penalties: [{ type: 'fine' }] } })).toMatchObject({
      isMajor: undefined,
      unknown: ['罚款的金额'],
    });
  });

  it('applies an entry only on its dates and in its field', () => {
    const profile = trigger({ fine: { yuan: 1, inclusive: true }, from: '2025-05-13', to: '2025-05-14' });
    expect(judge({ decision: { date: '2025-05-12' } }, profile).isMajor).toBe(false);
    expect(judge({ decision: { date: '2025-05-13' } }, profile).isMajor).toBe(true);
    expect(judge({ decision: { date: '2025-05-14' } }, profile).isMajor).toBe(true);
    expect(judge({ decision: { date: '2025-05-15' } }, profile).isMajor).toBe(false);
    expect(judge({}, trigger({ fine: { yuan: 1, inclusive: true }, field: 'urban' })).isMajor).toBe(false);
  });

  it('takes the four cases only from 15 July 2021', () => {
    const on = (date: string) => judge({ major: { publicInterest: true }, decision: { date } }).isMajor;
    expect(on('2021-07-14')).toBe(false);
    expect(on('2021-07-15')).toBe(true);
  });

  it('knows mitigation and deviation as triggers', () => {
    expect(judge({ decision: { grade: 'mitigated' } }, trigger({ flag: 'mitigated' })).isMajor).toBe(true);
    expect(judge({}, trigger({ flag: 'mitigated' })).isMajor).toBe(false);
    expect(judge({ decision: { grade: null } }, trigger({ flag: 'mitigated' })).isMajor).toBeUndefined();
    expect(
      judge({ proposal: { deviation: { reason: '特殊困难' } } }, trigger({ flag: 'deviation' })).isMajor,
    ).toBe(true);
    const lapsed = { deviation: { reason: '特殊困难', fine: 1.23 } };
    expect(judge({ proposal: lapsed }, trigger({ flag: 'deviation' })).isMajor).toBe(false);
  });
});
