import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { loadProfiles, type Profile } from '../../src/corpus/profile.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';

const profiles = [...loadProfiles().values()];
const names = (id: string) => profiles.find((profile) => profile.id === id)!;

/** The clean case, moved to the place of a profile. */
function movedTo(profile: Profile, given: object = {}): CaseFile {
  const name = profile.onlyAgencies?.[0] ?? profile.agencies[0]?.name ?? '示例区市场监督管理局';
  return caseFor({ jurisdiction: profile.id, agency: { name, region: profile.region }, ...given });
}

function answers(profile: Profile, given: object = {}): Record<string, string> {
  const findings = screenCase(movedTo(profile, given), { profile, book: TEST_BOOK, today: '2025-07-01' });
  return Object.fromEntries(findings.map(({ rule, answer }) => [rule, answer]));
}

describe('同一案件在各地', () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))('在 %s 可以审查完', (_id, profile) => {
    expect(answers(profile)['C3-02']).toBe('met');
  });

  it('没有规定的方案不产生“符合”', () => {
    for (const profile of profiles.filter(({ id }) => id.startsWith('seed-'))) {
      const found = answers(profile);
      // No list of bodies, no threshold of hearings, no catalogue, no list of papers.
      for (const rule of ['C1-01', 'C3-08', 'C3-18', 'C7-13']) {
        expect(found[rule], `${profile.id} ${rule}`).toBe('unclear');
      }
    }
  });

  it('入库时限：淮南二十四小时，维西由未载入的办法规定，其余没有规定', () => {
    const stored = (storedAt: string) => ({
      recordings: [
        { id: 'v1', of: 'inspection', endedAt: '2025-03-04T10:00', storedAt, keptPrivately: false },
      ],
    });
    const at = (id: string, storedAt: string) => answers(names(id), stored(storedAt))['C3-37'];
    expect(at('seed-huainan', '2025-03-05T10:00')).toBe('met');
    expect(at('seed-huainan', '2025-03-05T10:01')).toBe('not-met');
    expect(at('seed-weixi-agriculture', '2025-03-05T10:01')).toBe('unclear');
    expect(at('seed-xinglongtai', '2025-03-09T10:01')).toBe('not-applicable');
  });

  it('归档：淮南三十日，第三十一日迟了；其余没有期限', () => {
    const closed = (archivedOn: string) => ({ performance: { closedOn: '2025-06-02', archivedOn } });
    const at = (id: string, archivedOn: string) => answers(names(id), closed(archivedOn))['C3-38'];
    expect(at('seed-huainan', '2025-07-02')).toBe('met');
    expect(at('seed-huainan', '2025-07-03')).toBe('not-met');
    expect(at('seed-yesheng', '2025-07-03')).toBe('not-applicable');
  });

  it('处罚决定的公开：兴隆台第七个工作日为限，叶盛只要求及时，以二十个工作日为限', () => {
    const published = (publishedOn: string) => ({ performance: { publishedOn } });
    const at = (id: string, publishedOn: string) => answers(names(id), published(publishedOn))['C3-39'];
    // Decided on Tuesday 13 May 2025: the seventh working day is 22 May, the twentieth 11 June.
    expect(at('seed-xinglongtai', '2025-05-22')).toBe('met');
    expect(at('seed-xinglongtai', '2025-05-23')).toBe('not-met');
    expect(at('seed-yesheng', '2025-05-23')).toBe('met');
    expect(at('seed-yesheng', '2025-06-11')).toBe('met');
    expect(at('seed-yesheng', '2025-06-12')).toBe('not-met');
    expect(at('seed-weixi-agriculture', '2025-05-22')).toBe('unclear');
  });

  it('审核意见的种类：“纠正”在淮南可以，在兴隆台不在种类内', () => {
    const opinion = (conclusion: string) => ({
      major: { publicInterest: true },
      review: { conclusion, reasons: '示例理由示例理由', signed: true, signedOn: '2025-05-08' },
    });
    const at = (id: string, conclusion: string) => answers(names(id), opinion(conclusion))['C7-16'];
    expect(at('seed-huainan', 'correct')).toBe('met');
    expect(at('seed-xinglongtai', 'correct')).toBe('not-met');
    expect(at('seed-xinglongtai', 'problems')).toBe('met');
    expect(at('seed-lingchuan-audit', 'correct')).toBe('met');
  });

  it('听证的音像记录：叶盛应当有，兴隆台根据实际', () => {
    const heard = {
      hearing: { requested: true, held: true, heldOn: '2025-04-28' },
      recordings: [],
    };
    const found = (id: string) => answers(names(id), heard)['C3-36'];
    expect(found('seed-yesheng')).toBe('not-met');
    expect(found('seed-xinglongtai')).toBe('not-applicable');
  });
});
