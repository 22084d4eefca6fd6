import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/cases/paper-kinds.ts';
import { addressConfirmation } from '../../../src/dossiers/readers/address-confirmation.ts';
import { receiptAtFoot } from '../../../src/dossiers/readers/receipt-at-foot.ts';
import { recordingsIndex } from '../../../src/dossiers/readers/recordings-index.ts';
import { referral } from '../../../src/dossiers/readers/referral.ts';
import { serviceAnnouncement } from '../../../src/dossiers/readers/service-announcement.ts';
import { timeLimit } from '../../../src/dossiers/readers/time-limit.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('文书末尾的签收', () => {
  it.each([
    '责令改正通知书\n示例公司：\n请于2025年4月1日前改正。\n示例局\n2025年3月5日\n签收：孟示　2025年3月6日',
    '责令改正通知书\n示例公司：\n请于2025年4月1日前改正。\n示例局\n2025年3月5日\n当事人（签名或盖章）：孟示\n日期：2025年3月6日',
    '责令改正通知书\n示例公司\n请于2025年4月1日前改正。\n示例局\n2025年3月5日\n被检查单位签收 孟示　二〇二五年三月六日',
  ])('通知书上写明谁在哪天签收 %#', (text) => {
    expect(factsOf(receiptAtFoot, paperOf('correction-order', text))).toMatchObject({
      'services[p1].of': 'correction-order',
      'services[p1].signer': '孟示',
      'services[p1].servedOn': '2025-03-06',
    });
  });

  it('当场处罚当场交付；另有送达回证的以回证为准；空白的签收栏不算', () => {
    const text =
      '当场行政处罚决定书\n内容\n示例局\n本决定书已当场交付当事人。\n当事人签收：张示 2025年3月5日';
    expect(factsOf(receiptAtFoot, paperOf('decision', text, 'p1', '当场行政处罚决定书'))).toMatchObject({
      'services[p1].method': 'on-the-spot',
      'services[p1].servedOn': '2025-03-05',
    });
    const proof = paperOf('proof-of-service', '送达回证\n送达文书：当场行政处罚决定书\n收件人：张示', 'p2');
    expect(factsOf(receiptAtFoot, paperOf('decision', text, 'p1', '当场行政处罚决定书'), proof)).toEqual({});
    expect(
      factsOf(receiptAtFoot, paperOf('decision', '决定书\n内容内容\n当事人签收：____　____年__月__日')),
    ).toEqual({});
  });
});

describe('公告送达和电子送达确认', () => {
  it('公告写明文号、原因、发布日和视为送达日', () => {
    const decision = paperOf('decision', '示例局\n行政处罚决定书\n示价罚〔2024〕21号\n示例商行：', 'p2');
    const text =
      '示例局公告\n示例商行：\n本局于2024年6月28日对你作出示价罚〔2024〕21号行政处罚决定。因你下落不明，直接送达、邮寄送达均无法送达，现依法公告送达。自本公告发布之日起，经过三十日，即视为送达。\n示例局\n2024年7月1日\n附记：本公告于2024年7月1日在本局网站和原经营场所张贴，至2024年7月31日期满，视为送达。关雎　束长青';
    expect(factsOf(serviceAnnouncement, paperOf('proof-of-service', text), decision)).toEqual({
      'services[p1].of': 'decision',
      'services[p1].method': 'public-notice',
      'services[p1].number': '示价罚〔2024〕21号',
      'services[p1].publishedOn': '2024-07-01',
      'services[p1].servedOn': '2024-07-31',
      'services[p1].priorAttempts': '因你下落不明，直接送达、邮寄送达均无法送达，现依法公告送达',
      'services[p1].servers[关雎]': '关雎',
      'services[p1].servers[束长青]': '束长青',
    });
  });

  it('同意电子送达的确认书给电子送达的日期；不同意的不给', () => {
    const proof = paperOf('proof-of-service', '送达文书：行政处罚决定书\n送达方式：电子送达', 'p2');
    const read = (answer: string) =>
      factsOf(
        addressConfirmation,
        paperOf(
          'address-confirmation',
          `送达地址确认书\n是否同意电子送达\t${answer}\n邮箱\ta@example.com\n确认\t张示 2025年3月1日`,
        ),
        proof,
      );
    expect(read('是')).toEqual({ 'services[p2].confirmationOn': '2025-03-01' });
    expect(read('否')).toEqual({});
    expect(read('□同意　☑不同意')).toEqual({});
    expect(read('同意（√）　不同意（ ）')).toEqual({ 'services[p2].confirmationOn': '2025-03-01' });
  });

  it('勾选的框各占一行，或者一句话同意；没有勾的、填写说明里的不算', () => {
    const proof = paperOf('proof-of-service', '送达文书：行政处罚决定书\n送达方式：电子送达', 'p2');
    const read = (text: string) =>
      factsOf(
        addressConfirmation,
        paperOf('address-confirmation', `送达地址及送达方式确认书\n${text}\n张示（签名）　2025年3月1日`),
        proof,
      );
    const agreed = { 'services[p2].confirmationOn': '2025-03-01' };
    expect(read('☑同意电子送达　电子邮箱：a@example.cn\n☐不同意电子送达')).toEqual(agreed);
    expect(read('☐同意电子送达\n☑不同意电子送达')).toEqual({});
    expect(read('□同意电子送达\n□不同意电子送达')).toEqual({});
    expect(read('我公司同意以电子邮件方式接受电子送达，邮箱 a@example.cn。')).toEqual(agreed);
    expect(read('本店愿意通过短信收取处罚文书。')).toEqual(agreed);
    expect(read('我公司不同意采用电子方式送达。')).toEqual({});
    expect(read('填写说明：受送达人同意采用电子方式送达的，应当提供电子邮箱。')).toEqual({});
  });
});

describe('文书末尾的签收：方式、送达人和日期', () => {
  const foot = (text: string, kind: PaperKind = 'correction-order', title = '') =>
    factsOf(receiptAtFoot, paperOf(kind, text, 'p1', title));
  const order =
    '责令改正通知书\n示城责改〔2025〕7号\n示例商行：\n你单位未按规定投放垃圾，责令于2025年3月20日前改正。\n示例市城市管理局\n2025年3月5日\n';

  it('签收人和日期：没有写送达方式的，不说方式', () => {
    const own = {
      'services[p1].of': 'correction-order',
      'services[p1].number': '示城责改〔2025〕7号',
      'services[p1].servedOn': '2025-03-06',
      'services[p1].signer': '高素琴',
      'services[p1].signed': true,
    };
    expect(foot(`${order}签收：高素琴　2025年3月6日`)).toEqual(own);
    expect(foot(`${order}被责令单位（签名或盖章）：高素琴　签收日期：2025年3月6日`)).toEqual(own);
    expect(foot(`${order}本通知书已收到。高素琴　2025年3月6日`)).toEqual(own);
    expect(foot(`${order}签收人：高素琴（门卫）\n2025年3月6日`)).toEqual({
      ...own,
      'services[p1].signerRelation': 'mail-clerk',
    });
  });

  it('写明送达方式和送达人的照写', () => {
    expect(
      foot(`${order}送达方式：直接送达　送达人：陶景明、祝小满\n签收人：高素琴　2025年3月6日`),
    ).toMatchObject({
      'services[p1].method': 'direct',
      'services[p1].servers[陶景明]': '陶景明',
      'services[p1].servers[祝小满]': '祝小满',
    });
  });

  it('没有日期的签名、经办人的签名不算签收', () => {
    expect(foot(`${order}签收：高素琴`)).toEqual({});
    expect(foot(`${order}经办人：陶景明　2025年3月6日`)).toEqual({});
  });

  it('当场处罚决定书：由作出决定的执法人员当场交付', () => {
    expect(
      foot(
        '当场行政处罚决定书\n示城罚〔2025〕1号\n当事人：高素琴\n你乱倒垃圾，罚款50元。\n当事人签名：高素琴　2025年3月6日9时\n执法人员：陶景明（证号1）、祝小满（证号2）\n示例市城市管理局\n2025年3月6日',
        'decision',
        '当场行政处罚决定书',
      ),
    ).toEqual({
      'services[p1].of': 'decision',
      'services[p1].number': '示城罚〔2025〕1号',
      'services[p1].method': 'on-the-spot',
      'services[p1].servedOn': '2025-03-06',
      'services[p1].signer': '高素琴',
      'services[p1].signed': true,
      'services[p1].signerRelation': 'party',
      'services[p1].servers[陶景明]': '陶景明',
      'services[p1].servers[祝小满]': '祝小满',
    });
  });
});

describe('办案期限、移送和音像记录', () => {
  it('延长办案期限的天数和批准日', () => {
    expect(
      factsOf(
        timeLimit,
        paperOf(
          'other',
          '延长办案期限审批表\n申请理由：告知书公告送达，申请延长30日。\n承办人：关示 2024年6月14日\n负责人意见：同意延长三十日。别有川　2024年6月17日',
        ),
      ),
    ).toEqual({
      'timeLimit.extensions[2024-06-17].days': 30,
      'timeLimit.extensions[2024-06-17].approvedOn': '2024-06-17',
    });
  });

  it('不计入办案期限的检验期间；没有起止日的不说', () => {
    const read = (text: string) => factsOf(timeLimit, paperOf('closing-report', text));
    expect(read('检验期间2025年3月1日至3月20日不计入办案期限。')).toEqual({
      'timeLimit.excluded[2025-03-01].from': '2025-03-01',
      'timeLimit.excluded[2025-03-01].to': '2025-03-20',
      'timeLimit.excluded[2025-03-01].kind': 'test',
    });
    expect(read('听证、公告、检测期间不计入办案期限。')).toEqual({});
  });

  it('涉嫌犯罪案件移送书：移送给同级公安机关，附有哪些材料', () => {
    const read = (police: string) =>
      factsOf(
        referral,
        paperOf(
          'referral-letter',
          `涉嫌犯罪案件移送书\n${police}：\n我局查办的一案，涉嫌构成生产、销售伪劣产品罪，现移送你局。\n附：1.调查报告；2.涉案物品清单；3.检验报告\n示例市北桥区市场监督管理局\n2025年3月5日`,
        ),
      );
    expect(read('示例市公安局北桥分局')).toEqual({
      'referral.suspected': true,
      'referral.sentTo': 'police-same-level',
      'referral.materials[report]': 'report',
      'referral.materials[items]': 'items',
      'referral.materials[expert-opinion]': 'expert-opinion',
    });
    expect(read('示例市公安局')['referral.sentTo']).toBeUndefined();
  });

  it('移送其他行政机关的案件移送函不是涉嫌犯罪的移送', () => {
    expect(
      factsOf(
        referral,
        paperOf(
          'referral-letter',
          '案件移送函\n示例市农业农村局：\n现将一案移送你局处理。\n示例局\n2025年3月5日',
        ),
      ),
    ).toEqual({});
  });

  it('音像记录索引的表：环节和起止时间', () => {
    expect(
      factsOf(
        recordingsIndex,
        paperOf(
          'recordings-index',
          '音像记录索引\n序号\t记录环节\t起止时间\t存储人\n1\t现场检查\t2025年4月9日9时20分至10时35分\t祝示\n2\t留置送达\t2025年5月12日16时至16时10分\t祝示',
        ),
      ),
    ).toMatchObject({
      'recordings[p1-1].of': 'inspection',
      'recordings[p1-1].startedAt': '2025-04-09T09:20',
      'recordings[p1-1].endedAt': '2025-04-09T10:35',
      'recordings[p1-2].of': 'service',
      'recordings[p1-2].endedAt': '2025-05-12T16:10',
    });
  });
});

describe('办案期限、移送和音像记录的其他写法', () => {
  it('案件延期审批表；扣除的期间旁边还有别的日期', () => {
    expect(
      factsOf(
        timeLimit,
        paperOf(
          'other',
          '案件办理延期审批表\n承办人：关示 2025年5月20日\n审批意见：同意延期30日。\n别示\n2025年5月22日',
        ),
      ),
    ).toEqual({
      'timeLimit.extensions[2025-05-22].days': 30,
      'timeLimit.extensions[2025-05-22].approvedOn': '2025-05-22',
    });
    expect(
      factsOf(
        timeLimit,
        paperOf(
          'other',
          '告知书\n本局于2025年5月6日委托检验，检验期间为2025年5月6日至2025年5月26日，不计入办案期限。',
        ),
      ),
    ).toMatchObject({
      'timeLimit.excluded[2025-05-06].to': '2025-05-26',
      'timeLimit.excluded[2025-05-06].kind': 'test',
    });
    expect(
      factsOf(timeLimit, paperOf('other', '延期缴纳罚款审批表\n审批意见：同意延期30日。别示 2025年5月22日')),
    ).toEqual({});
  });

  it('负责人一栏里的职务不另起一栏；公安机关的立案告知书和不予立案通知书', () => {
    expect(
      factsOf(
        referral,
        paperOf(
          'referral-letter',
          '涉嫌犯罪案件移送审批表\n机关负责人意见\t同意移送。局长 孙示 2025年6月2日16时',
        ),
      ),
    ).toMatchObject({ 'referral.decidedBy': 'chief', 'referral.decidedAt': '2025-06-02T16:00' });
    const police = (title: string) =>
      factsOf(
        referral,
        paperOf(
          'referral-letter',
          `${title}\n示例局：\n你局移送的案件，我局认为…。\n示例市公安局\n2025年6月9日`,
          'p1',
          title,
        ),
      );
    expect(police('立案告知书')).toMatchObject({
      'referral.police.decision': 'filed',
      'referral.police.decidedOn': '2025-06-09',
    });
    expect(police('不予立案通知书')).toMatchObject({ 'referral.police.decision': 'refused' });
  });

  it('音像记录：栏名各异的表格，或者一行一次记录', () => {
    expect(
      factsOf(
        recordingsIndex,
        paperOf(
          'recordings-index',
          '音像记录目录\n序号\t音像资料内容\t摄录起止时间\t摄录人\n1\t现场检查全过程\t2025年3月4日9:30-10:40\t关示',
        ),
      ),
    ).toMatchObject({
      'recordings[p1-1].of': 'inspection',
      'recordings[p1-1].startedAt': '2025-03-04T09:30',
      'recordings[p1-1].endedAt': '2025-03-04T10:40',
    });
    expect(
      factsOf(
        recordingsIndex,
        paperOf(
          'recordings-index',
          '音像记录清单\n环节：现场检查　起止时间：2025年3月4日9时30分至10时40分　上传时间：2025年3月4日17时30分　上传人：关示\n环节：询问　起止时间：2025年3月5日14时至15时10分',
        ),
      ),
    ).toMatchObject({
      'recordings[p1-1].storedBy': '关示',
      'recordings[p1-2].of': 'interview',
      'recordings[p1-2].startedAt': '2025-03-05T14:00',
    });
  });
});
