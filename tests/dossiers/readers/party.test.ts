import { describe, expect, it } from 'vitest';
import { party } from '../../../src/dossiers/readers/party.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const decision = paperOf(
  'decision',
  [
    '行政处罚决定书',
    '当 事 人：示例市北桥区亮示五金店',
    '统一社会信用代码：92990104MAD01N6YCH',
    '经营场所：示例市北桥区纺织路118号一层',
    '经营者：高示琴　性别：女',
    '身份证件号码：990101197803129004',
    '联系电话：138-0000-0117',
    '2025年4月3日，本局收到检验报告。供货者地址：示例市东路2号。',
  ].join('\n'),
);

describe('当事人', () => {
  it('表格里姓名之后的栏名不是单位', () => {
    const facts = factsOf(
      party,
      paperOf('decision', '行政处罚决定书\n当事人：高示琴\n身份证号：990101197803129004\n', 'p1'),
      paperOf('prior-notice', '事先告知书\n当事人\t身份证号\t990101197803129004\n当事人\t高示琴\n', 'p2'),
      paperOf('closing-report', '调查终结报告\n当事人\t身份证号\t990101197803129004\n', 'p3'),
    );
    expect(facts['party.name']).toBe('高示琴');
    expect(facts['party.kind']).toBe('person');
  });

  it('决定书的首部，一栏一行', () => {
    expect(factsOf(party, decision)).toEqual({
      'party.kind': 'individual-business',
      'party.name': '示例市北桥区亮示五金店',
      'party.creditCode': '92990104MAD01N6YCH',
      'party.address': '示例市北桥区纺织路118号一层',
      'party.operator': '高示琴',
      'party.sex': '女',
      'party.operatorIdNumber': '990101197803129004',
      'party.phone': '138-0000-0117',
    });
  });

  it('表格，名称在当事人一栏之下；法定代表人的号码不是当事人的', () => {
    const paper = paperOf(
      'filing-approval',
      [
        '立案审批表',
        '案    由\t涉嫌经营过期食品\t案件来源\t投诉',
        '当 事 人\t名    称\t示例市示味餐饮管理有限公司',
        '当 事 人\t社会信用代码\t91990105MAE0B7U4EW',
        '当 事 人\t法定代表人\t闵示川\t身份证号\t990105198204279174',
        '当 事 人\t地    址\t示例市示溪县迎宾路66号1幢101室\t联系电话\t138-0000-0266',
        '负责人意见\t同意立案。盛示明　2024.9.9',
      ].join('\n'),
    );
    expect(factsOf(party, paper)).toEqual({
      'party.kind': 'organisation',
      'party.name': '示例市示味餐饮管理有限公司',
      'party.creditCode': '91990105MAE0B7U4EW',
      'party.legalRepresentative': '闵示川',
      'party.address': '示例市示溪县迎宾路66号1幢101室',
      'party.phone': '138-0000-0266',
    });
  });

  it('立案表的被投诉单位是当事人，投诉书里顺带说到的人的号码不是', () => {
    const form = paperOf(
      'filing-approval',
      '立案审批表\n被投诉单位\t示例市北桥区亮示五金店\n经营场所\t示例市北桥区纺织路118号\t电话\t138-0000-0117',
      'p2',
    );
    expect(factsOf(party, form, decision)).toMatchObject({ 'party.phone': '138-0000-0117' });
    const complaint = paperOf(
      'source',
      '投诉书\n被投诉人：示例市北桥区亮示五金店\n事实：该店此前由段示萍（身份证号990205198104273426）经营。',
      'p3',
    );
    expect(Object.values(factsOf(party, complaint, decision))).not.toContain('990205198104273426');
  });

  it('告知书写给谁，结尾联系人的地址、电话不是当事人的', () => {
    const paper = paperOf(
      'prior-notice',
      '行政处罚告知书\n示罚告〔2025〕1号\n示例市示味餐饮管理有限公司：\n经查，你单位经营过期食品。\n联系人：王示　联系电话：000-8800-1146\n地址：示例市纺织路20号\n示例市市场监督管理局\n2025年5月12日',
    );
    expect(factsOf(party, paper)).toEqual({
      'party.kind': 'organisation',
      'party.name': '示例市示味餐饮管理有限公司',
    });
  });

  it('一句话里的个人', () => {
    const paper = paperOf(
      'closing-report',
      '案件调查终结报告\n一、当事人基本情况\n当事人：魏示升，男，1992年3月28日出生，公民身份号码990102199203289771，住示例市泉北区安康里4栋2单元601室，联系电话138-0000-0808。\n二、违法事实\n举报人李示，女，住示例市他路1号。',
    );
    expect(factsOf(party, paper)).toEqual({
      'party.kind': 'person',
      'party.name': '魏示升',
      'party.sex': '男',
      'party.birthDate': '1992-03-28',
      'party.idNumber': '990102199203289771',
      'party.address': '示例市泉北区安康里4栋2单元601室',
      'party.phone': '138-0000-0808',
    });
  });

  it('被询问人是经营者时，号码是经营者的，家庭住址不是店的地址', () => {
    const interview = paperOf(
      'interview-record',
      '询问笔录\n被询问人：高示琴　性别：女　身份证件号码：990101197803129004\n住址：示例市北桥区棉纺新村6幢302室\n问：你的身份？\n答：我是经营者。',
      'p2',
    );
    expect(factsOf(party, interview, decision)).toEqual({
      'party.sex': '女',
      'party.operatorIdNumber': '990101197803129004',
    });
  });

  it('没有字号的个体工商户：身份证上的住址是家，不是店', () => {
    const own = paperOf(
      'decision',
      '行政处罚决定书\n当事人：罗示五\n统一社会信用代码：92990101MA0ABCDE1X\n经营者姓名：罗示五\n住所：示例县东门街7号\n2024年7月1日，本局接到举报。',
    );
    const card = paperOf(
      'identity-proof',
      '居民身份证\n姓名 罗示五\n性别 男\n住址 示例省示例县示例村3号\n公民身份号码 990101198511021239',
      'p2',
    );
    const other = paperOf(
      'identity-proof',
      '居民身份证\n姓名 金示山\n性别 男\n公民身份号码 990101197001021234',
      'p3',
    );
    expect(factsOf(party, own)).toMatchObject({
      'party.kind': 'individual-business',
      'party.operator': '罗示五',
    });
    expect(factsOf(party, card, own)).toMatchObject({ 'party.operatorIdNumber': '990101198511021239' });
    expect(factsOf(party, card, own)).not.toHaveProperty('party.address');
    expect(factsOf(party, other, own)).toEqual({});
  });

  it('被询问的员工和证人不是当事人', () => {
    const interview = paperOf(
      'interview-record',
      '询问笔录\n被询问人 滕示林 性别 男 身份证号 990101197412309243 工作单位 示例市北桥区亮示五金店 电话 138-0000-0392\n问 你是谁？',
      'p2',
    );
    expect(factsOf(party, interview, decision)).toEqual({});
  });

  it('代理人在笔录上作为当事人签名，公司仍是当事人；写错一字的名称照写', () => {
    const minutes = paperOf(
      'discussion-minutes',
      '集体讨论笔录\n案由：示例市北桥区亮事五金店销售不合格产品案\n参加人员：王示',
      'p2',
    );
    expect(factsOf(party, minutes, decision)).toMatchObject({ 'party.name': '示例市北桥区亮事五金店' });
    const record = paperOf('inspection-record', '现场笔录\n当事人（在场人）：孟示芸　2024.9.5', 'p2');
    expect(factsOf(party, record, decision)).toEqual({});
  });
});
