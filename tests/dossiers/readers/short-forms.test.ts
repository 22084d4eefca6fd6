import { describe, expect, it } from 'vitest';
import { acts } from '../../../src/dossiers/readers/acts.ts';
import { closure } from '../../../src/dossiers/readers/closure.ts';
import { defence } from '../../../src/dossiers/readers/defence.ts';
import { deferral } from '../../../src/dossiers/readers/deferral.ts';
import { discussion } from '../../../src/dossiers/readers/discussion.ts';
import { filing } from '../../../src/dossiers/readers/filing.ts';
import { proofOfService } from '../../../src/dossiers/readers/proof-of-service.ts';
import { receipt } from '../../../src/dossiers/readers/receipt.ts';
import { review } from '../../../src/dossiers/readers/review.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('写得很短的文书', () => {
  it('送达方式没有栏名，自成一格', () => {
    const read = (words: string) =>
      factsOf(proofOfService, paperOf('proof-of-service', `送达回证\n${words}`, 'p1'))['services[p1].method'];
    expect(read('送达文书\t行政处罚决定书\n送达地点\t示例路1号\t直接送达\n送达人\t王示　李示')).toBe(
      'direct',
    );
    expect(read('送达文书：行政处罚决定书\n方式及地点：留置送达，示例路1号\n送达人：王示')).toBe('retained');
    expect(read('送达文书：行政处罚决定书\n□直接送达　□留置送达\n送达人：王示')).toBeUndefined();
    expect(read('送达文书：行政处罚决定书\n直接送达 留置送达 邮寄送达\n送达人：王示')).toBeUndefined();
  });

  it('邮寄的回执写明收到的人和日期', () => {
    expect(
      factsOf(
        proofOfService,
        paperOf(
          'proof-of-service',
          '送达回证\n送达文书：行政处罚决定书\n送达方式：邮寄送达　寄出：2025年3月4日\n回执：2025年3月6日 庄示月 签收\n送达人：王示',
          'p1',
        ),
      ),
    ).toMatchObject({
      'services[p1].postedOn': '2025-03-04',
      'services[p1].servedOn': '2025-03-06',
      'services[p1].signer': '庄示月',
    });
  });

  it('送审的科室和日期写在一起', () => {
    const read = (words: string) =>
      factsOf(
        review,
        paperOf('review-opinion', `法制审核意见书\n${words}\n结论：同意。\n审核人：江示文 2025年3月9日`),
      );
    expect(read('送审：执法一科　2025年3月5日')).toMatchObject({ 'review.submittedOn': '2025-03-05' });
    expect(read('送审部门及日期：执法一科，2025-03-05')).toMatchObject({
      'review.submittedOn': '2025-03-05',
    });
    expect(read('送审部门：执法一科')).not.toHaveProperty(['review.submittedOn']);
  });

  it('讨论的日期在标题下，没有栏名', () => {
    const read = (words: string) =>
      factsOf(discussion, paperOf('discussion-minutes', words))['discussion.heldOn'];
    expect(read('案件集体讨论记录\n2025年3月11日　三楼会议室　主持人江示文\n出席：江示文、庄示月')).toBe(
      '2025-03-11',
    );
    expect(read('案件集体讨论记录\n出席：江示文、庄示月\n汇报：\n2025年1月5日立案。')).toBeUndefined();
  });

  it('归档写在批准之后，结案日期是批准的日期', () => {
    const read = (words: string) => factsOf(closure, paperOf('closure-approval', `结案审批表\n${words}`));
    expect(read('局长：同意结案。江示文 2025年4月2日　归档：2025年4月18日')).toMatchObject({
      'performance.closedOn': '2025-04-02',
      'performance.archivedOn': '2025-04-18',
    });
    expect(read('经办：王示 2025-04-01　批准：江示文 2025-04-02　归档时间：2025-04-18')).toMatchObject({
      'performance.closedOn': '2025-04-02',
      'performance.archivedOn': '2025-04-18',
    });
    expect(read('经办：王示 2025-04-01　批准：不同意结案。江示文 2025-04-02')).not.toHaveProperty([
      'performance.closedOn',
    ]);
  });

  it('申请和审批在一张纸上的分期缴纳', () => {
    expect(
      factsOf(
        deferral,
        paperOf(
          'deferral-approval',
          '分期缴纳罚款申请及审批\n申请：资金周转困难，请求分两期：2025年5月10日前缴1000元，2025年6月10日前缴1000元。\n示例店（章）庄示月 2025年4月8日\n经核实建议同意。王示 2025年4月9日\n批准：同意分期。江示文 2025年4月10日',
        ),
      ),
    ).toMatchObject({
      'performance.deferral.kind': 'instalments',
      'performance.deferral.requestedOn': '2025-04-08',
      'performance.deferral.approvedOn': '2025-04-10',
      'performance.deferral.until': '2025-06-10',
    });
  });

  it('日期和钟点分开写', () => {
    const read = (words: string) =>
      factsOf(acts, paperOf('inspection-record', `现场检查笔录\n${words}`, 'p1'));
    expect(read('检查日期：2025年3月3日　自8时5分起至9时止\n地点：示例路1号')).toMatchObject({
      'acts[p1].startedAt': '2025-03-03T08:05',
      'acts[p1].endedAt': '2025-03-03T09:00',
    });
    expect(read('检查日期：2025年3月3日　检查时间：14:00—15:10')).toMatchObject({
      'acts[p1].startedAt': '2025-03-03T14:00',
      'acts[p1].endedAt': '2025-03-03T15:10',
    });
    expect(read('检查日期：2025年3月3日\n地点：示例路1号')).toMatchObject({ 'acts[p1].date': '2025-03-03' });
  });

  it('罚没款合计等于各项之和', () => {
    const read = (words: string) =>
      factsOf(receipt, paperOf('receipt', `罚没收入票据\n缴款人：示例店　日期：2025-04-01\n${words}`))[
        'performance.paid'
      ];
    expect(read('罚款300.00元，没收违法所得20.00元，合计320.00元（叁佰贰拾元整）')).toBe(320);
    expect(read('罚款300.00元，没收违法所得20.00元，合计330.00元')).toBeUndefined();
  });

  it('机关记明没有收到陈述申辩', () => {
    expect(
      factsOf(
        defence,
        paperOf(
          'defence-record',
          '情况说明\n截至2025年3月20日，本局没有收到当事人的陈述、申辩。\n王示 2025年3月21日',
        ),
      ),
    ).toEqual({ 'defence.submitted': false });
  });

  it('结案审批一行写完：公开、同意、归档', () => {
    expect(
      factsOf(
        closure,
        paperOf(
          'closure-approval',
          '结案审批\n罚款2025年3月1日缴清；决定2025年3月3日公示。承办人 2025年3月5日 王示　局长 同意 李示 2025年3月6日　2025年3月9日归档',
        ),
      ),
    ).toMatchObject({
      'performance.paidOn': '2025-03-01',
      'performance.publishedOn': '2025-03-03',
      'performance.closedOn': '2025-03-06',
      'performance.archivedOn': '2025-03-09',
    });
  });

  it('将要公示的日子不是公示日', () => {
    const facts = factsOf(closure, paperOf('closure-approval', '结案审批\n决定2025年3月3日前公示。'));
    expect(facts['performance.publishedOn']).toBeUndefined();
  });

  it('讨论记录的栏目和人名连写', () => {
    const facts = factsOf(
      discussion,
      paperOf(
        'discussion-minutes',
        '集体讨论记录\n2025年3月1日　会议室\n主持人王示；参加人王示、李示、张例；记录陶示明\n王示：同意。',
      ),
    );
    expect(Object.keys(facts).filter((path) => path.includes('attendees'))).toEqual([
      'discussion.attendees[王示]',
      'discussion.attendees[李示]',
      'discussion.attendees[张例]',
    ]);
  });

  it.each(['收件2025年3月1日。事实清楚。', '收到送审材料：2025年3月1日', '送审2025年3月1日　拟罚款'])(
    '法制审核收到材料的日子：%s',
    (words) => {
      const facts = factsOf(
        review,
        paperOf('review-opinion', `法制审核意见\n${words}\n结论：同意。\n法规科 王示 2025年3月4日`),
      );
      expect(facts['review.submittedOn']).toBe('2025-03-01');
    },
  );

  it('接报日期，和用竖线分开的栏目', () => {
    const read = (text: string) => factsOf(filing, paperOf('filing-approval', `立案审批表\n${text}`));
    expect(read('接报：2025年3月1日')['filing.clueOn']).toBe('2025-03-01');
    expect(read('案件来源｜2025年3月1日投诉　住所｜示例路1号')['filing.clueOn']).toBe('2025-03-01');
  });

  it('票据上没有元字的罚款数', () => {
    const facts = factsOf(receipt, paperOf('receipt', '缴款凭证\n示例公司　罚款60000.00　2025年3月1日'));
    expect(facts['performance.paid']).toBe(60000);
  });
});
