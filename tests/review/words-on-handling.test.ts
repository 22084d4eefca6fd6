import { describe, expect, it } from 'vitest';
import { crimeTold } from '../../src/review/crime/crime-told.ts';
import { gainsDetermined } from '../../src/review/criteria/evidence/gains-determined.ts';
import { papersAgree } from '../../src/review/criteria/evidence/papers-agree.ts';
import { recordingsDocumented } from '../../src/review/criteria/evidence/recordings-documented.ts';
import { reviewerApart } from '../../src/review/criteria/officers/reviewer-apart.ts';
import { collectionOnTheSpot } from '../../src/review/criteria/procedure/collection-on-the-spot.ts';
import { defenceChecked } from '../../src/review/criteria/procedure/defence-checked.ts';
import { hearingFree } from '../../src/review/criteria/procedure/hearing-free.ts';
import { recordingsStored } from '../../src/review/criteria/procedure/recordings-stored.ts';
import { reviewerTakingPart } from '../../src/review/opinion/reviewer-taking-part.ts';
import type { Rule } from '../../src/review/rules/rule.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { leftOtherwise } from '../../src/review/words/left-otherwise.ts';
import { modelsInContext } from '../../src/review/words/models-in-context.ts';
import { uncorrectedTold } from '../../src/review/words/uncorrected-told.ts';
import { wordsDenyingNotes } from '../../src/review/words/words-denying-notes.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const BASE = BASE_CASES.penalty;
const answer = (rule: Rule<never>, given: Record<string, unknown>) =>
  screenCase(caseFor(given), {
    profile: TEST_PROFILE,
    book: TEST_BOOK,
    today: '2025-12-01',
    rules: [rule],
  })[0]?.answer;
const paper = (id: string, kind: string, title: string, text: string) => ({
  id,
  kind,
  title,
  text,
  marks: [],
});
const withPapers = (...papers: ReturnType<typeof paper>[]) => ({
  papers: [...(BASE.papers ?? []).filter(({ id }) => !papers.some((one) => one.id === id)), ...papers],
});
const told = (given: Record<string, unknown>) => wordsDenyingNotes(caseFor(given)).map(({ path }) => path);

describe('审核人员参加了调查', () => {
  const name = BASE.review?.reviewer?.name ?? '';
  const given = (text: string) => withPapers(paper('p30', 'inspection-record', '现场检查笔录', text));
  it.each([
    `法规股${name}一同到场参加检查，并清点货架上的商品。`,
    `检查人员：示例甲、示例乙、${name}\n检查情况：货架三组。`,
    `询问结束，记录人：${name}`,
  ])('不符合：%s', (text) => expect(answer(reviewerApart, given(text))).toBe('not-met'));
  it.each([
    `本次检查${name}没有参加检查，仅由两名执法人员实施。`,
    `检查情况：货架三组。笔录交法规股${name}审核。`,
  ])('没有说参加：%s', (text) => {
    expect(reviewerTakingPart(caseFor(given(text)), name)).toBeUndefined();
  });
});

describe('音像记录放在个人处、迟到入库', () => {
  const given = (text: string) => ({
    recordings: [
      {
        id: 'r1',
        of: 'inspection',
        startedAt: '2025-03-05T09:00',
        endedAt: '2025-03-05T10:00',
        complete: true,
        gaps: [],
        storedAt: '2025-03-05T17:00',
        keptPrivately: false,
      },
    ],
    ...withPapers(paper('p30', 'recordings-index', '音像记录索引', text)),
  });
  it('由材料的话指出', () => {
    const text = '检查录像一段，保存在示例甲的私人手机中，2025年3月10日才上传系统。';
    expect(told(given(text))).toEqual(
      expect.arrayContaining(['recordings.0.keptPrivately', 'recordings.0.storedAt']),
    );
    expect(answer(recordingsStored, given(text))).toBe('not-met');
  });
  it.each([
    '检查录像一段，未在个人手机内保存，2025年3月5日上传系统。',
    '检查录像一段，当日存入系统。2025年3月10日制作本索引。',
  ])('没有这样的话：%s', (text) => {
    expect(told(given(text)).filter((path) => path.startsWith('recordings'))).toEqual([]);
  });
});

describe('电子数据写明没有校验值、制作人', () => {
  const given = (text: string) => ({
    evidence: [
      ...(BASE.evidence ?? []),
      { id: 'e9', name: '后台订单数据', kind: 'electronic', proves: '订单数', paper: 'p30' },
    ],
    ...withPapers(paper('p30', 'documentary-evidence', '数据提取笔录', text)),
  });
  it.each(['从后台导出订单表，没有记录哈希值。', '导出订单表并刻盘，制作人没有署名。'])(
    '不符合：%s',
    (text) => expect(answer(recordingsDocumented, given(text))).toBe('not-met'),
  );
  it('写明的不作不符合', () => {
    const text = '从后台导出订单表，校验值9f2c11，制作人示例甲。';
    expect(answer(recordingsDocumented, given(text))).not.toBe('not-met');
  });
});

describe('执法人员自己收了罚款', () => {
  const given = (text: string) => ({
    performance: { onTheSpot: { collected: false } },
    ...withPapers(paper('p30', 'closure-approval', '结案审批表', text)),
  });
  it.each([
    '罚款由承办人员示例甲上门收取现金，没有给当事人开具票据。',
    '送达时当场收取罚款60000元，未出具财政票据，次月转存银行。',
  ])('不符合：%s', (text) => expect(answer(collectionOnTheSpot, given(text))).toBe('not-met'));
  it.each(['当事人到银行缴清罚款，执法人员没有收取现金。', '执法人员不得自行收缴罚款，当事人已扫码缴纳。'])(
    '没有不符合：%s',
    (text) => expect(answer(collectionOnTheSpot, given(text))).not.toBe('not-met'),
  );
});

describe('听证收费', () => {
  const given = (text: string) => ({
    hearing: { held: true, feeCharged: false },
    ...withPapers(
      paper(
        'p30',
        'hearing-record',
        '听证笔录',
        `${text}\n${'调查人员宣读证据，当事人逐一质证。'.repeat(6)}`,
      ),
    ),
  });
  it('笔录写明交了听证费的，作已收费', () => {
    expect(told(given('书记员：当事人会前已交纳了听证组织费500元。'))).toContain('hearing.feeCharged');
    expect(answer(hearingFree, given('书记员：当事人会前已交纳了听证组织费500元。'))).toBe('not-met');
  });
  it('写明不收的不作', () => {
    expect(told(given('主持人：听证不收费，当事人无需交纳听证费用。'))).not.toContain('hearing.feeCharged');
  });
});

describe('陈述申辩的一点没有人理会', () => {
  const given = (text: string) => ({
    defence: {
      submitted: true,
      submittedOn: '2025-05-08',
      checkedOn: '2025-05-09',
      points: [{ text: '天热机器坏了', adopted: false, answer: '不能免除责任' }],
    },
    ...withPapers(paper('p30', 'defence-record', '复核意见', text)),
  });
  it.each(['1.承办人未予复核。', '关于“天热机器坏了”，本机关没有复核，不作答复。'])('不符合：%s', (text) =>
    expect(answer(defenceChecked, given(text))).toBe('not-met'),
  );
  it.each([
    '1.机器损坏不能免除查验义务，不予采纳。',
    '1.该意见与前次相同，前次已经答复，不再答复，重复部分不作答复。',
  ])('没有不符合：%s', (text) => expect(answer(defenceChecked, given(text))).not.toBe('not-met'));
});

describe('决定与其他材料说的不是同一件事', () => {
  const made = (words: string, ...papers: ReturnType<typeof paper>[]) => ({
    texts: { p10: `经查，${words}` },
    ...withPapers(...papers),
  });
  const model = (words: string, ...others: string[]) =>
    modelsInContext(
      caseFor(
        made(
          words,
          ...others.map((text, at) =>
            paper(`p${at + 30}`, at ? 'closing-report' : 'prior-notice', '材料', text),
          ),
        ),
      ),
    );
  it('型号两份材料相同而决定不同', () => {
    const notice = '当事人销售其KF-26型电暖器时标注';
    expect(model('当事人销售其KF-28型电暖器时标注', notice, notice)).toHaveLength(1);
    expect(model('当事人销售其KF-26型电暖器时标注', notice, notice)).toEqual([]);
    expect(model('当事人销售其KF-28型电暖器时标注', notice)).toEqual([]);
    expect(model('当事人销售其KF-28型电暖器时标注，当事人销售其KF-26型电暖器时标注', notice, notice)).toEqual(
      [],
    );
  });

  it('证据里剩下的数与所写它证明的数', () => {
    const left = (proves: string) =>
      leftOtherwise(
        caseFor({
          evidence: [
            ...(BASE.evidence ?? []),
            { id: 'e9', name: '进货台账', kind: 'documentary', proves, paper: 'p30' },
          ],
          ...withPapers(
            paper(
              'p30',
              'documentary-evidence',
              '进货台账',
              '购进30箱，售出22箱，余8箱。另一品种购进5箱，余2箱。',
            ),
          ),
        }),
      );
    expect(left('购进30箱、余13箱')).toMatchObject([{ told: '余8箱', found: '余13箱' }]);
    expect(left('购进30箱、余8箱')).toEqual([]);
    expect(left('购进30箱')).toEqual([]);
  });

  it('复查时没有改正而决定按已改正', () => {
    const given = (record: string, decision: string) =>
      made(decision, paper('p30', 'inspection-record', '复查笔录', record));
    const of = (record: string, decision: string) => caseFor(given(record, decision));
    const open = '复查：两台设备仍未加装护栏，责令改正期满未改正。';
    expect(uncorrectedTold(of(open, '当事人在责令改正期限内完成改正，从轻处罚。'))).toBeDefined();
    expect(uncorrectedTold(of(open, '当事人逾期未改正，从重处罚。'))).toBeUndefined();
    expect(
      uncorrectedTold(of('复查：上次期满未改正，本次已全部改正。', '当事人按期改正，从轻。')),
    ).toBeUndefined();
    expect(uncorrectedTold(of(open, '责令当事人在期限内改正。'))).toBeUndefined();
    expect(answer(papersAgree, given(open, '当事人在责令改正期限内完成改正，从轻处罚。'))).toBe('not-met');
  });

  it('认定的违法所得与没收的不同', () => {
    const given = (words: string, taken: number) => ({
      violation: {
        amounts: { gains: { yuan: 900, evidence: [BASE.evidence?.[0]?.id], calculation: '30件×30元' } },
      },
      decision: { penalties: [{ type: 'confiscate-gains', amount: taken }] },
      ...made(words),
    });
    expect(answer(gainsDetermined, given('违法所得900元，没收违法所得690元，账册已返还。', 690))).toBe(
      'not-met',
    );
    expect(answer(gainsDetermined, given('违法所得900元，退赔顾客货款210元后没收690元。', 690))).toBe('met');
    expect(answer(gainsDetermined, given('没收违法所得900元。', 900))).toBe('met');
  });

  it('笔录承认卖过禁用农药五万元以上', () => {
    const crime = (text: string) =>
      crimeTold(caseFor(withPapers(paper('p30', 'interview-record', '询问笔录', text))))?.offence;
    expect(crime('答：去年还卖了国家禁用的农药，没有记账，货款约6万元。')).toBe('生产、销售伪劣产品罪');
    expect(crime('答：去年还卖了国家禁用的农药，货款约4万元。')).toBeUndefined();
    expect(crime('答：没有卖过国家禁用的农药，货款6万元都是合格产品的。')).toBeUndefined();
  });
});
