import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { deadlinesOf } from '../../src/cases/deadlines-of.ts';
import { stagesOf } from '../../src/cases/stages-of.ts';
import { BASE_CASE } from '../review/base-case.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';

const states = (file: CaseFile, days = {}) =>
  stagesOf(file, days).map((stage) => `${stage.name}:${stage.state}`);
const early: CaseFile = {
  ...BASE_CASE,
  hearing: undefined,
  review: undefined,
  decision: undefined,
  services: undefined,
  performance: undefined,
};

describe('stagesOf', () => {
  it('shows a finished case as done, with the hearing skipped', () => {
    expect(states(BASE_CASE)).toEqual([
      '立案:done',
      '调查:done',
      '告知:done',
      '听证:skipped',
      '法制审核:done',
      '决定:done',
      '送达:done',
      '归档:done',
    ]);
  });

  it('stands at the first open stage after the last done one', () => {
    expect(states(early).slice(2)).toEqual([
      '告知:done',
      '听证:current',
      '法制审核:todo',
      '决定:todo',
      '送达:todo',
      '归档:todo',
    ]);
    expect(states({ ...early, hearing: { requested: false } })[4]).toBe('法制审核:current');
  });

  it('takes the review and the signature from the product’s own tables', () => {
    const days = { reviewPassedOn: '2025-04-28', signedOn: '2025-05-13' };
    const list = stagesOf({ ...early, hearing: { requested: false } }, days);
    expect(list[4]).toMatchObject({ state: 'done', date: '2025-04-28' });
    expect(list[5]).toMatchObject({ state: 'done', date: '2025-05-13' });
    expect(list[6]!.state).toBe('current');
  });

  it('never takes a failed review or a draft decision for done', () => {
    const failed = { ...BASE_CASE.review!, conclusion: 'disagree' as const };
    expect(states({ ...early, review: failed })[4]).not.toContain('done');
    expect(states({ ...early, decision: { ...BASE_CASE.decision!, draft: true } })[5]).not.toContain('done');
  });
});

describe('deadlinesOf', () => {
  const of = (file: CaseFile, id: string, today: string, days = {}) =>
    deadlinesOf(file, TEST_PROFILE, today, days).find((deadline) => deadline.id === id);

  it('counts the ninety days from filing, the last day included', () => {
    expect(of(early, 'handling', '2025-06-04')).toMatchObject({
      due: '2025-06-04',
      left: 0,
      state: 'running',
    });
    expect(of(early, 'handling', '2025-06-05')).toMatchObject({ left: -1, state: 'missed' });
  });

  it('stops with the decision, on the last day and the day after', () => {
    const decided = (date: string) => ({ ...early, decision: { ...BASE_CASE.decision!, date } });
    expect(of(decided('2025-06-04'), 'handling', '2026-01-01')?.state).toBe('kept');
    expect(of(decided('2025-06-05'), 'handling', '2026-01-01')?.state).toBe('missed');
  });

  it('extends only by what a norm of the profile allows and was approved in time', () => {
    const { handling: _none, ...bare } = TEST_PROFILE;
    const norm = { extensionDays: 30, excluded: ['test' as const], norm: '示例程序规定', source: '示例' };
    const extended: CaseFile = {
      ...early,
      timeLimit: {
        extensions: [{ days: 30, approvedOn: '2025-06-04' }],
        excluded: [
          { from: '2025-04-01', to: '2025-04-11', kind: 'test' },
          { from: '2025-04-01', to: '2025-04-11', kind: 'hearing' },
        ],
      },
    };
    const due = (file: CaseFile, profile: typeof TEST_PROFILE) =>
      deadlinesOf(file, profile, '2025-05-01').find((deadline) => deadline.id === 'handling')?.due;
    expect(due(extended, { ...bare, handling: norm })).toBe('2025-07-15');
    expect(due(extended, bare)).toBe('2025-06-04');
    const late = { ...extended, timeLimit: { extensions: [{ days: 30, approvedOn: '2025-06-05' }] } };
    expect(due(late, { ...bare, handling: norm })).toBe('2025-06-04');
  });

  it('does not put the ninety days on a case filed before 15 July 2021', () => {
    const filed = (approvedOn: string) => ({ ...early, filing: { approvedOn } });
    expect(of(filed('2021-07-14'), 'handling', '2021-08-01')).toBeUndefined();
    expect(of(filed('2021-07-15'), 'handling', '2021-08-01')?.due).toBe('2021-10-13');
  });

  it('counts five working days for asking for a hearing, over a holiday', () => {
    const told = { ...early, hearing: { toldOn: '2025-04-29' } };
    const deadline = of(told, 'hearing-request', '2025-04-30');
    // 30 April, then the holiday of 1 to 5 May with its make-up day on 27 April already past.
    expect(deadline).toMatchObject({ due: '2025-05-09', unit: '工作日', state: 'running' });
    expect(deadline!.steps.some((step) => step.includes('劳动节'))).toBe(true);
    const asked = (requestedOn: string) => ({ ...early, hearing: { toldOn: '2025-04-29', requestedOn } });
    expect(of(asked('2025-05-09'), 'hearing-request', '2025-06-01')?.state).toBe('kept');
    expect(of(asked('2025-05-10'), 'hearing-request', '2025-06-01')?.state).toBe('missed');
  });

  it('counts the review in the profile’s working days, from the product’s own round', () => {
    const deadline = of(early, 'review', '2025-03-04', { reviewSubmittedOn: '2025-03-03' });
    expect(deadline).toMatchObject({ unit: '工作日', state: 'running', basis: TEST_PROFILE.review!.source });
    expect(deadline!.left).toBe(TEST_PROFILE.review!.workingDays! - 1);
    expect(of(early, 'review', '2025-03-04')).toBeUndefined();
  });

  it('is unknown where the year’s calendar is not published', () => {
    const told = { ...early, hearing: { toldOn: '2039-12-30' } };
    expect(of(told, 'hearing-request', '2039-12-31')).toMatchObject({ state: 'unknown' });
    expect(of(told, 'hearing-request', '2039-12-31')?.due).toBeUndefined();
  });

  it('gives seven working days for service', () => {
    expect(of(BASE_CASE, 'service', '2025-05-14')).toMatchObject({ due: '2025-05-22', state: 'kept' });
    expect(of({ ...BASE_CASE, services: [] }, 'service', '2025-05-23')?.state).toBe('missed');
  });
});
