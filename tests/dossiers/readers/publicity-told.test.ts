import { expect, it } from 'vitest';
import { hearingNotice } from '../../../src/dossiers/readers/hearing-notice.ts';
import { publicityTold } from '../../../src/dossiers/readers/publicity-told.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const GIVEN = 'publication.noticeGiven';
const decided = (words: string) =>
  factsOf(
    publicityTold,
    paperOf(
      'decision',
      `行政处罚决定书\n经查，当事人未在店堂公示价目，销售过期饼干12袋，货值金额96元，无违法所得。\n决定罚款5000元。\n${words}\n2025年3月4日`,
    ),
  )[GIVEN];

it.each(['本局将依法向社会公示本处罚信息。', '本决定将通过示例公示系统公示。', '行政处罚决定依法公开。'])(
  'the decision says that it is made public: %s',
  (words) => {
    expect(decided(words)).toBe(true);
  },
);

it.each(['本处罚决定不予公示。', '你单位应当在店堂公示价目。', '公示期满后可以申请信用修复。'])(
  'says nothing of it: %s',
  (words) => {
    expect(decided(words)).toBeUndefined();
  },
);

it('a notice of it is served with the decision', () => {
  const served = (words: string) =>
    factsOf(publicityTold, paperOf('proof-of-service', `送达回证\n送达文书\t${words}\n受送达人\t示例商行`))[
      GIVEN
    ];
  expect(served('行政处罚决定书（示市监处罚〔2025〕4号）；行政处罚信息公示告知书')).toBe(true);
  expect(served('行政处罚决定书（示市监处罚〔2025〕4号）')).toBeUndefined();
  expect(served('行政处罚告知书')).toBeUndefined();
});

it('a hearing is said to be free of charge', () => {
  const fee = (words: string) =>
    factsOf(hearingNotice, paperOf('hearing-notice', `听证通知书\n${words}`))['hearing.feeCharged'];
  expect(fee('无正当理由不出席的，视为放弃。听证不收取费用。')).toBe(false);
  expect(fee('你单位不承担听证费用。')).toBe(false);
  expect(fee('请按时出席。')).toBeUndefined();
  expect(fee('请预缴听证费200元。')).toBe(true);
});
