import { describe, expect, it } from 'vitest';
import type { ActFile } from '../../src/cases/case-file.ts';
import { isMajor } from '../../src/review/screening/is-major.ts';
import { LEVY_CASE } from './base-acts/levy.ts';
import { LICENCE_CASE } from './base-acts/licence.ts';
import { TEST_PROFILE } from './test-profile.ts';

const NONE = {
  publicInterest: false,
  socialRisk: false,
  majorRights: false,
  complex: false,
  catalogued: false,
};
const judged = (major: ActFile['major']) =>
  isMajor({ ...LEVY_CASE, ...(major ? { major } : {}) }, TEST_PROFILE);

describe('a major decision among the other kinds of act', () => {
  it('is one that the catalogue lists, or that the guidance names', () => {
    expect(judged({ ...NONE, catalogued: true })).toMatchObject({ isMajor: true, unknown: [] });
    for (const flag of ['publicInterest', 'socialRisk', 'majorRights', 'complex'] as const) {
      const { isMajor: found, triggers } = judged({ ...NONE, [flag]: true });
      expect(found, flag).toBe(true);
      expect(triggers, flag).toHaveLength(1);
    }
  });

  it('is a licence decided after a hearing, and an open question while nobody knows of one', () => {
    const licensed = (licence: ActFile['licence']) =>
      isMajor({ ...LICENCE_CASE, major: NONE, licence }, TEST_PROFILE);
    const held = licensed({ ...LICENCE_CASE.licence, licenceHearing: { heldOn: '2025-03-10' } });
    expect(held).toMatchObject({ isMajor: true, triggers: [{ why: '经过听证程序' }] });
    expect(licensed(LICENCE_CASE.licence)).toMatchObject({ isMajor: false });
    const open = licensed({ ...LICENCE_CASE.licence, thirdPartiesTouched: true });
    expect(open).toMatchObject({ isMajor: undefined, unknown: ['是否经过听证程序'] });
    const waived = { told: true, toldOn: '2025-03-06', waivedOn: '2025-03-07' };
    const touched = { ...LICENCE_CASE.licence, thirdPartiesTouched: true };
    expect(licensed({ ...touched, licenceHearing: waived })).toMatchObject({ isMajor: false });
    expect(licensed({ ...touched, hearingByNorm: true, licenceHearing: waived })).toMatchObject({
      isMajor: undefined,
    });
  });

  it('is none only when every question is answered', () => {
    expect(judged(NONE)).toEqual({ isMajor: false, triggers: [], unknown: [] });
    for (const flag of Object.keys(NONE) as (keyof typeof NONE)[]) {
      const { [flag]: _left, ...rest } = NONE;
      expect(judged(rest), flag).toMatchObject({ isMajor: undefined, unknown: [expect.any(String)] });
    }
  });
});
