import { describe, expect, it } from 'vitest';
import { referral } from '../../../src/dossiers/readers/referral.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (words: string) => factsOf(referral, paperOf('referral-letter', words));

describe('涉嫌犯罪案件的移送', () => {
  it('审批表写明专案组、报告和批准', () => {
    const found = read(
      '涉嫌犯罪案件移送审批表\n专案组成员\t成子墨、霍青阳\n专案组报告\t2025年4月10日提交书面报告，建议移送公安机关\n局长意见\t同意移送。阮启明 2025年4月18日10时\n',
    );
    expect(found).toMatchObject({
      'referral.team[成子墨]': '成子墨',
      'referral.team[霍青阳]': '霍青阳',
      'referral.reportOn': '2025-04-10',
      'referral.decidedAt': '2025-04-18T10:00',
      'referral.decidedBy': 'chief',
    });
  });

  it('移送书写明公安机关签收的时刻', () => {
    const found = read(
      '涉嫌犯罪案件移送书\n汀澜市公安局：\n现将涉嫌犯罪的案件移送你局。\n汀澜市知识产权局\n2025年4月21日\n签收：汀澜市公安局 周示例 2025年4月21日15时\n',
    );
    expect(found['referral.sentAt']).toBe('2025-04-21T15:00');
  });
});
