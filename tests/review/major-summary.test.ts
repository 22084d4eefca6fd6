import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { deadlinesOf } from '../../src/cases/deadlines-of.ts';
import type { ReviewDays } from '../../src/cases/review-deadlines.ts';
import { loadProfiles, type Profile } from '../../src/corpus/profile.ts';
import { conclusionsOf } from '../../src/review/opinion/conclusions-of.ts';
import { reviewDaysOf } from '../../src/review/opinion/review-days.ts';
import { reviewMaterials } from '../../src/review/opinion/review-materials.ts';
import type { ReviewRound } from '../../src/review/opinion/review-round.ts';
import { isMajor } from '../../src/review/screening/is-major.ts';
import { majorSummary } from '../../src/review/screening/major-summary.ts';
import { dossierLacks } from '../../src/review/steps/dossier-lacks.ts';
import { caseFor } from './case-for.ts';
import { TEST_PROFILE } from './test-profile.ts';

const profiles = loadProfiles();
const get = (id: string): Profile => {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`没有方案 ${id}`);
  return profile;
};
const at = (profile: Profile, agency: string, given: object = {}): CaseFile =>
  caseFor({ jurisdiction: profile.id, agency: { name: agency, region: profile.region }, ...given });
const huainan = get('seed-huainan');
const xinglongtai = get('seed-xinglongtai');
const lingchuan = get('seed-lingchuan-audit');
const demo = get('demo');
const inHuainan = (given: object = {}) => at(huainan, '示例局', given);

describe('各地的重大执法决定', () => {
  it('重大权益在淮南单独成立，在法律上还要经过听证', () => {
    const rights = { major: { majorRights: true } };
    expect(isMajor(inHuainan(rights), huainan).triggers).toEqual([
      { why: '直接关系行政相对人或者第三人重大权益', basis: '淮府办秘〔2019〕50号 第18项' },
    ]);
    expect(isMajor(at(lingchuan, '陵川县审计局', rights), lingchuan)).toMatchObject({
      isMajor: undefined,
      triggers: [],
    });
  });

  it('只经过听证的，在兴隆台是重大执法决定，在陵川取决于未载入的目录', () => {
    const heard = { hearing: { requested: true, held: true, heldOn: '2025-04-20' } };
    expect(isMajor(at(xinglongtai, '示例局', heard), xinglongtai).isMajor).toBe(true);
    expect(isMajor(at(lingchuan, '陵川县审计局', heard), lingchuan)).toMatchObject({
      isMajor: undefined,
      unknown: ['当地的重大执法决定目录'],
    });
  });

  it('方案要求编目录而没有列入的，五种情形都没有也不作否定结论', () => {
    expect(isMajor(inHuainan(), huainan)).toEqual({
      isMajor: undefined,
      triggers: [],
      unknown: ['当地的重大执法决定目录'],
    });
  });

  it('行政处罚法第五十八条在没有写情形的地方照样适用', () => {
    for (const [id, agency] of [
      ['seed-yesheng', '叶盛镇人民政府'],
      ['seed-weixi-agriculture', '维西县农业农村局'],
      ['national', '示例局'],
    ] as const) {
      const result = isMajor(at(get(id), agency, { major: { complex: true } }), get(id));
      expect(result.isMajor, id).toBe(true);
      expect(result.triggers[0]?.basis, id).toContain('第五十八条第一款第三项');
    }
  });

  it('一局的方案不管别的机关', () => {
    const other = at(lingchuan, '陵川县市场监督管理局');
    expect(isMajor(other, lingchuan).unknown).toEqual(['当地的重大执法决定目录']);
  });

  it('淮南的情形自2019年8月20日起', () => {
    const on = (date: string) =>
      isMajor(inHuainan({ major: { socialRisk: true }, decision: { date } }), huainan).isMajor;
    expect(on('2019-08-19')).toBe(false);
    expect(on('2019-08-20')).toBe(true);
  });

  it('要求普通程序一律审核的，鼓励的不算', () => {
    const wide = (manner: 'require' | 'encourage'): Profile => ({
      ...TEST_PROFILE,
      extendReview: { scope: 'all-but-summary', manner, source: '示例办法' },
    });
    expect(isMajor(caseFor({}), wide('require')).triggers).toEqual([
      { why: '普通程序的决定都要法制审核', basis: '示例办法' },
    ]);
    expect(isMajor(caseFor({}), wide('encourage')).isMajor).toBe(false);
    expect(isMajor(caseFor({ procedure: 'summary' }), wide('require')).isMajor).toBe(false);
  });
});

describe('送审材料', () => {
  const papers: CaseFile['papers'] = [
    { id: 'm1', kind: 'review-submission', title: '送审表' },
    { id: 'm2', kind: 'filing-approval', title: '立案审批表' },
    { id: 'm3', kind: 'prior-notice', title: '事先告知书' },
    { id: 'm4', kind: 'hearing-right-notice', title: '听证告知书' },
  ];
  const of = (given: object, profile = demo) => reviewMaterials({ ...caseFor(given), papers }, profile);
  const named = (name: string, given: object = {}) => of(given)?.find((one) => one.name === name);

  it('写明哪份材料满足哪一项，缺的写缺', () => {
    expect(named('立案审批材料')).toEqual({ name: '立案审批材料', present: true, papers: ['m2'] });
    expect(named('事先告知书')?.papers).toEqual(['m3', 'm4']);
    expect(named('询问记录')).toEqual({ name: '询问记录', present: false, papers: [] });
  });

  it('没有听证的不要求听证笔录，有听证而没有笔录的写缺，不知道的待核对', () => {
    expect(named('听证笔录', { hearing: { requested: false } })).toBeUndefined();
    expect(
      named('听证笔录', { hearing: { requested: true, held: true, heldOn: '2025-04-20' } })?.present,
    ).toBe(false);
    expect(named('听证笔录', { hearing: null })).toMatchObject({ present: undefined });
  });

  it('送审时已经列明交来的，不算缺', () => {
    const review = { submittedOn: '2025-04-25', materials: ['询问笔录', '检查、勘验记录'] };
    expect(named('询问记录', { review })?.present).toBe(true);
    expect(named('检查、勘验记录', { review })).toMatchObject({ present: true, papers: [] });
    expect(named('送达回证', { review })?.present).toBe(false);
  });

  it('案卷没有材料目录的，都待核对', () => {
    const bare = { ...caseFor({}) };
    delete bare.papers;
    expect(reviewMaterials(bare, demo)?.every(({ present }) => present === undefined)).toBe(true);
  });

  it('只有名称的材料按题名找，找不到的由人核对', () => {
    const list = (materials: string[]): Profile => ({
      ...TEST_PROFILE,
      review: { ...TEST_PROFILE.review!, materials },
    });
    expect(of({}, list(['立案审批', '社会风险评估报告']))).toEqual([
      { name: '立案审批', present: true, papers: ['m2'] },
      { name: '社会风险评估报告', present: undefined, papers: [] },
    ]);
    expect(of({}, list(['filing-approval']))).toEqual([
      { name: '立案审批表', present: true, papers: ['m2'] },
    ]);
  });

  it('方案没有规定送审材料的，没有清单可言', () => {
    expect(reviewMaterials(inHuainan(), huainan)).toBeUndefined();
    expect(majorSummary(inHuainan(), huainan, '2025-06-01')).not.toHaveProperty('materials');
  });
});

describe('法制审核的期限', () => {
  const file = caseFor({ jurisdiction: 'demo', review: null, decision: null, approval: null });
  const of = (days: ReviewDays, today: string, given: CaseFile = file, profile = demo) =>
    majorSummary(given, profile, today, days).deadlines;

  it('自送审起七个工作日，写明还可以延长到哪一天', () => {
    const [deadline] = of({ reviewSubmittedOn: '2025-06-09' }, '2025-06-18');
    expect(deadline).toMatchObject({ id: 'review', due: '2025-06-18', left: 0, state: 'running' });
    expect(deadline?.steps[0]).toBe('2025年6月9日送审（当日不计入）');
    expect(deadline?.steps.at(-1)).toBe('经批准可以延长3个工作日，最迟至2025年6月23日');
    expect(of({ reviewSubmittedOn: '2025-06-09' }, '2025-06-19')[0]?.state).toBe('missed');
    expect(of({ reviewSubmittedOn: '2025-06-09', reviewEndedOn: '2025-06-18' }, '2025-07-01')[0]?.state).toBe(
      'kept',
    );
  });

  it('批准的延长以方案为限，届满以后批准的不算', () => {
    const extended = (approvedOn: string, days: number) =>
      of({}, '2025-06-10', {
        ...file,
        review: { submittedOn: '2025-06-09', extension: { days, approvedOn } },
      })[0]?.due;
    expect(extended('2025-06-18', 3)).toBe('2025-06-23');
    expect(extended('2025-06-18', 9)).toBe('2025-06-23');
    expect(extended('2025-06-19', 3)).toBe('2025-06-18');
  });

  it('意见没有通过的，承办机构三个工作日内处理；退回的，三个工作日内补正', () => {
    const returned = { on: '2025-06-13', forMaterials: false };
    const days = { reviewSubmittedOn: '2025-06-09', reviewEndedOn: '2025-06-13', returned };
    expect(of(days, '2025-06-16')[1]).toMatchObject({
      id: 'review-answer',
      name: '处理审核意见期限',
      due: '2025-06-18',
      state: 'running',
    });
    expect(of({ ...days, resubmittedOn: '2025-06-19' }, '2025-06-20')[1]?.state).toBe('missed');
    expect(of({ ...days, returned: { ...returned, forMaterials: true } }, '2025-06-16')[1]?.name).toBe(
      '补正送审材料期限',
    );
  });

  it('方案没有规定期限的，在审的写明没有规定，审完的不列', () => {
    const [deadline] = of(
      { reviewSubmittedOn: '2025-06-09' },
      '2025-06-10',
      inHuainan({ review: null }),
      huainan,
    );
    expect(deadline).toMatchObject({ id: 'review', state: 'unknown' });
    expect(deadline?.due).toBeUndefined();
    expect(deadline?.steps).toEqual(['2025年6月9日送审；地区方案没有规定法制审核的期限']);
    const ended = { reviewSubmittedOn: '2025-06-09', reviewEndedOn: '2025-06-12' };
    expect(of(ended, '2025-06-13', inHuainan({ review: null }), huainan)).toEqual([]);
  });

  it('桌面的期限与摘要的相同', () => {
    const days = { reviewSubmittedOn: '2025-06-09' };
    const onDesk = deadlinesOf(file, demo, '2025-06-10', days).filter(({ id }) => id === 'review');
    expect(of(days, '2025-06-10')).toEqual(onDesk);
  });
});

describe('审核轮次的日期', () => {
  const round = (change: Partial<ReviewRound>): ReviewRound => ({
    id: 'r',
    documentId: 'd',
    version: 1,
    digest: 'x',
    caseRevision: 1,
    screeningId: 's',
    submittedBy: 'p',
    submittedAt: new Date('2025-06-09T02:00:00Z'),
    ...change,
  });

  it('取最后一轮；没有通过的一轮之后再送审，写明再送审之日', () => {
    expect(reviewDaysOf([])).toEqual({});
    const first = round({ conclusion: 'correct', opinionAt: new Date('2025-06-12T17:00:00Z') });
    expect(reviewDaysOf([first])).toEqual({
      reviewSubmittedOn: '2025-06-09',
      reviewEndedOn: '2025-06-13',
      returned: { on: '2025-06-13', forMaterials: false },
    });
    const second = round({ submittedAt: new Date('2025-06-17T01:00:00Z') });
    expect(reviewDaysOf([first, second])).toEqual({
      reviewSubmittedOn: '2025-06-17',
      returned: { on: '2025-06-13', forMaterials: false },
      resubmittedOn: '2025-06-17',
    });
  });

  it('撤回的一轮不算；退回的一轮是补正', () => {
    expect(reviewDaysOf([round({ withdrawnAt: new Date() })])).toEqual({});
    const back = round({ conclusion: 'return', opinionAt: new Date('2025-06-10T01:00:00Z') });
    expect(reviewDaysOf([back]).returned).toEqual({ on: '2025-06-10', forMaterials: true });
  });
});

describe('没有规定的方案', () => {
  it('审核意见的种类没有规定的，用通用的种类，不含“存在问题”', () => {
    expect(conclusionsOf(xinglongtai)).toEqual({ kinds: ['agree', 'problems'], provided: true });
    const open = conclusionsOf(lingchuan);
    expect(open.provided).toBe(false);
    expect(open.kinds).toContain('agree');
    expect(open.kinds).not.toContain('problems');
  });

  it('没有必备文书目录的，不能断定案卷已经成卷', () => {
    const full = caseFor({});
    const bare: Profile = { ...TEST_PROFILE };
    delete bare.papers;
    expect(dossierLacks(full, TEST_PROFILE, ['review-opinion'], /没有的词/)).toBe(
      !full.papers?.some(({ kind }) => kind === 'review-opinion'),
    );
    expect(dossierLacks(full, bare, ['review-opinion'], /没有的词/)).toBe(false);
  });
});
