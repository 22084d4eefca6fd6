import { describe, expect, it } from 'vitest';
import { paperKindOf } from '../../../src/dossiers/papers/paper-kind-of.ts';
import { closure } from '../../../src/dossiers/readers/closure.ts';
import { decisionApproval } from '../../../src/dossiers/readers/decision-approval.ts';
import { deferral } from '../../../src/dossiers/readers/deferral.ts';
import { filing } from '../../../src/dossiers/readers/filing.ts';
import { proofOfService } from '../../../src/dossiers/readers/proof-of-service.ts';
import { causeIn } from '../../../src/dossiers/words/cause-in.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('写在旁边的一栏', () => {
  it.each([
    '立卷归档：2024年9月20日　立卷人：示例乙',
    '归档：2024年9月20日',
    '移交档案室时间：2024年9月20日',
  ])('审批意见之下的归档不是结案日：%s', (line) => {
    const facts = factsOf(
      closure,
      paperOf(
        'closure-approval',
        `结案审批表\n经办人：建议结案 示例乙 2024年9月2日\n局长：同意结案 示例丙 2024年9月4日\n${line}\n`,
      ),
    );
    expect(facts['performance.closedOn']).toBe('2024-09-04');
    expect(facts['performance.archivedOn']).toBe('2024-09-20');
  });

  it('意见之下签名、日期各占一行的，仍是该意见的日期', () => {
    const facts = factsOf(
      closure,
      paperOf('closure-approval', '结案审批表\n负责人意见：同意结案。\n负责人：示例丙\n日期：2024年9月4日\n'),
    );
    expect(facts['performance.closedOn']).toBe('2024-09-04');
  });

  it('分期审批表申请一格末尾的日期是申请日，经办人签字的日期不是', () => {
    const form = (row: string) =>
      factsOf(
        deferral,
        paperOf(
          'deferral-approval',
          `分期缴纳罚款审批表\n${row}\n承办意见\t属实，建议准许。示例乙 2024年7月5日\n局长意见\t同意。示例丙 2024年7月8日\n`,
        ),
      )['performance.deferral.requestedOn'];
    expect(form('申请\t因台风停工，请求分两期缴纳。示例石料厂 示例丁 2024年7月3日')).toBe('2024-07-03');
    expect(form('申请事由\t资金困难，请求分两期缴纳')).toBeUndefined();
  });

  it('任务单的日期不是线索的日期，检查情况登记的是', () => {
    const clue = (title: string, line: string) =>
      factsOf(filing, paperOf('source', `${title}\n${line}\n`, 'p1', title))['filing.clueOn'];
    expect(clue('执法检查任务登记', '登记日期：2024年3月4日')).toBeUndefined();
    expect(clue('执法检查情况登记', '登记日期：2024年3月4日')).toBe('2024-03-04');
  });

  it('立案表的线索一栏写明发现之日', () => {
    const facts = factsOf(
      filing,
      paperOf(
        'filing-approval',
        '立案审批表\n线索\t2024年3月6日巡查发现\n负责人意见\t同意立案。示例丙 2024年3月8日\n',
      ),
    );
    expect(facts['filing.clueOn']).toBe('2024-03-06');
  });

  it('当场交付括号里写明直接送达的，方式是直接送达', () => {
    const method = (value: string) =>
      factsOf(
        proofOfService,
        paperOf(
          'proof-of-service',
          `送达回证\n文书：行政处罚决定书\n送达方式：${value}\n签收：示例丁 2024年7月1日\n`,
        ),
      )['services[p1].method'];
    expect(method('宣告后当场交付（直接送达）')).toBe('direct');
    expect(method('宣告后当场交付')).toBe('on-the-spot');
  });

  it.each(['（回执附后，收件人王示本人签收）', '，由王示签收', '，当事人王示本人领取'])(
    '收到日期之后说明由谁签收：%s',
    (note) => {
      const facts = factsOf(
        proofOfService,
        paperOf(
          'proof-of-service',
          `送达回证\n文书：行政处罚决定书\n送达方式：邮寄送达\n签收日期：2024年7月1日${note}\n`,
        ),
      );
      expect(facts['services[p1].signer']).toBe('王示');
    },
  );

  it('审批表括号里写的是终结报告的，是终结报告；复查意见书有时间地点的，是检查记录', () => {
    expect(paperKindOf('', '案件呈批表（调查终结报告）\n一、违法事实\n', '').kind).toBe('closing-report');
    expect(paperKindOf('', '整改复查意见书\n复查时间：2024年3月1日9时\n复查地点：示例路1号\n', '').kind).toBe(
      'inspection-record',
    );
    expect(paperKindOf('', '整改复查意见书\n你单位已整改。\n', '').kind).toBe('other');
  });

  it.each([
    ['责令限期回填通知书\n限你单位于2024年4月1日前回填。', 'correction-order'],
    ['责令停产停业决定书\n决定责令停产停业。', 'decision'],
    ['案件合议记录\n合议主持人：示例丙', 'discussion-minutes'],
    ['电子数据固定清单\n来源：网店后台', 'documentary-evidence'],
    ['产地证明\n兹证明该批苗木产自示例县。', 'documentary-evidence'],
    ['放弃声明书\n我店放弃陈述、申辩和听证。', 'defence-record'],
    ['关于不予受理听证申请的答复\n你公司的申请已超过期限。', 'other'],
  ])('材料的种类：%s', (text, kind) => {
    expect(paperKindOf('', text, '').kind).toBe(kind);
  });

  it('年份在前的文号是送达文书的文号', () => {
    const facts = factsOf(
      proofOfService,
      paperOf(
        'proof-of-service',
        '送达回证\n送达文书：行政处罚决定书（（2024）示价罚字第7号）\n签收：示例丁 2024年7月1日\n',
      ),
    );
    expect(facts['services[p1].number']).toBe('（2024）示价罚字第7号');
  });

  it('案由末尾的备案不是案', () => {
    const cause = (words: string) =>
      causeIn(paperOf('filing-approval', `立案审批表\n案由：${words}\n`), undefined)?.cause;
    expect(cause('未按规定办理备案')).toBe('未按规定办理备案');
    expect(cause('涉嫌超量取水案')).toBe('超量取水');
  });

  it('主管部门负责人批准决定', () => {
    const facts = factsOf(
      decisionApproval,
      paperOf(
        'decision-approval',
        '行政处罚决定审批表\n林业草原主管部门负责人意见\t同意处罚。\n\t示例丙 2024年4月7日\n',
      ),
    );
    expect(facts['approval.approvedOn']).toBe('2024-04-07');
  });
});
