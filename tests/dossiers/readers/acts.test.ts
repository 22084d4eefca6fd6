import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/cases/paper-kinds.ts';
import { acts } from '../../../src/dossiers/readers/acts.ts';
import { factsOf, paperOf } from '../paper-of.ts';

/** The facts of one record, without the start of their path. */
const read = (kind: PaperKind, text: string) =>
  Object.fromEntries(
    Object.entries(factsOf(acts, paperOf(kind, text, 'p3'))).map(([path, value]) => [
      path.replace('acts[p3].', ''),
      value,
    ]),
  );

describe('现场笔录和询问笔录', () => {
  it('执法人员各占一格，格后另有别人', () => {
    const officers = (row: string) =>
      Object.keys(
        read('inspection-record', `现场检查笔录\n检查时间\t2025年4月9日9时至10时\n${row}\n`),
      ).filter((path) => path.startsWith('officers['));
    const both = ['officers[陶示明]', 'officers[祝示满]'];
    expect(officers('检查人\t陶示明 ZF-0121\t祝示满 ZF-0158')).toEqual(both);
    expect(officers('检查人员\t陶示明\t祝示满\t见证人\t高示琴')).toEqual(both);
    expect(officers('检查人\t陶示明、祝示满\t当事人\t高示琴')).toEqual(both);
  });

  it('一栏一行的现场检查笔录', () => {
    const text = [
      '现 场 检 查 笔 录',
      '检查时间：2025年4月9日9时20分至10时35分',
      '检查地点：示例市北桥区纺织路118号一层',
      '现场负责人：高示琴　身份证号码：990101197803129004　职务：经营者',
      '检查人员：陶示明（执法证号：99010400121）、祝示满（执法证号：99010400158）',
      '记录人：祝示满',
      '告知事项：我们是执法人员，现在向你出示执法证件，请你确认。你有权申请回避。',
      '检查情况：店内有插座26只。全程录像。',
      '　　　　现场负责人：高示琴 2025年4月9日',
      '　　　　检查人员：陶示明、祝示满 2025年4月9日',
    ].join('\n');
    expect(read('inspection-record', text)).toEqual({
      id: 'p3',
      kind: 'inspection',
      startedAt: '2025-04-09T09:20',
      endedAt: '2025-04-09T10:35',
      place: '示例市北桥区纺织路118号一层',
      'officers[陶示明]': '陶示明',
      'officers[祝示满]': '祝示满',
      'officersSigned[陶示明]': '陶示明',
      'officersSigned[祝示满]': '祝示满',
      'certificateNumbers[99010400121]': '99010400121',
      'certificateNumbers[99010400158]': '99010400158',
      certificatesShown: true,
      recusalTold: true,
      recorded: true,
      partySigned: true,
    });
  });

  it('表格的询问笔录，跨日期写法', () => {
    const text = [
      '询问笔录',
      '询问时间\t2025年3月24日14时30分至3月24日15时40分',
      '询问地点\t示例局询问室',
      '询 问 人\t敖示群\t记 录 人\t计示婷',
      '被询问人\t孟示芸\t性别\t女',
      '问：我们是示例局的执法人员敖示群、计示婷，这是我们的执法证（SP-0417、SP-0433）。',
      '问：如果我们与本案有直接利害关系，你可以申请回避。',
      '答：不申请。2020年1月1日开的店。',
    ].join('\n');
    expect(read('interview-record', text)).toMatchObject({
      kind: 'interview',
      startedAt: '2025-03-24T14:30',
      endedAt: '2025-03-24T15:40',
      place: '示例局询问室',
      interviewee: '孟示芸',
      'officers[敖示群]': '敖示群',
      'officers[计示婷]': '计示婷',
      certificatesShown: true,
      recusalTold: true,
    });
  });

  it('空格隔开的栏目，姓名另成一格', () => {
    const text =
      '询问笔录\n时间　2024-01-16 15:00—16:30\n地点　示例局一楼谈话室\n询问人　安示俊　　记录人　苗示凡\n被询问人：姓名 都示根　性别 男　身份证号 990102198809149293';
    expect(read('interview-record', text)).toMatchObject({
      startedAt: '2024-01-16T15:00',
      endedAt: '2024-01-16T16:30',
      interviewee: '都示根',
    });
  });

  it('姓名在下一行；见证人前有职务；写了地址的，场所在其中', () => {
    expect(
      read('interview-record', '询问笔录\n被询问（调查）人基本情况：\n姓名：罗示五  性别：男\n问：你好'),
    ).toMatchObject({ interviewee: '罗示五' });
    expect(
      read(
        'inspection-record',
        '现场检查记录\n地址：示例市工业园区丙二路3号\n检查场所：焊接车间\n检查人员：王示、李示\n见证人：居委会主任 邓示云',
      ),
    ).toMatchObject({ place: '示例市工业园区丙二路3号', witness: '邓示云' });
  });

  it('当事人没有出示证件、拒绝签名；没有说的不写', () => {
    const facts = read(
      'inspection-record',
      '现场笔录\n时间：2024年9月5日\n检查人员：王示、李示\n要求当事人出示有关证件，当事人不能出示。\n当事人拒绝签名。见证人：赵示',
    );
    expect(facts).toMatchObject({ date: '2024-09-05', refusalNoted: true, witness: '赵示' });
    expect(facts).not.toHaveProperty('certificatesShown');
    expect(facts).not.toHaveProperty('recusalTold');
    expect(facts).not.toHaveProperty('partySigned');
    expect(facts).not.toHaveProperty('startedAt');
  });

  it.each<[string, PaperKind, string]>([
    ['读过的话后面签名', 'inspection-record', '以上情况属实。程示绣（捺印） 2024年05月15日'],
    ['另起一行签名', 'inspection-record', '以上内容我已看过，属实。\n孙示\n2025年3月4日'],
    ['只有姓名和日期', 'interview-record', '答：没有了。\n孙示　2024.11.8'],
    [
      '按指印',
      'interview-record',
      '答：没有了。\n以上笔录已向我宣读，与我说的一样。孙示（指印）2023年9月13日',
    ],
    ['店主签字', 'inspection-record', '店主签字：罗示维\n队员签字：王示 李示'],
    ['负责人核对后签名', 'inspection-record', '现场负责人核对后签名：孙示　2025年6月4日\n检查人签名：王示'],
  ])('当事人签了名：%s', (_, kind, end) => {
    const body =
      '记录\n时间：2024年9月5日9时\n检查人员：王示、李示\n检查情况：货架上有三盒过期化妆品，当事人在场。\n';
    expect(read(kind, `${body}${end}`)).toMatchObject({ partySigned: true });
  });

  it.each([
    ['执法人员签的名', '检查人员：王示、李示\n王示　李示　2024年9月5日'],
    ['见证人签的名', '见证人签名：赵示'],
    ['翻译签的名', '翻译人：古示'],
    ['核对的人是执法人员', '核对：王示　2024年9月5日'],
  ])('当事人没有签名：%s', (_, end) => {
    const body =
      '现场笔录\n时间：2024年9月5日9时\n检查人员：王示、李示\n检查情况：货架上有三盒过期化妆品，当事人在场。\n';
    expect(read('inspection-record', `${body}${end}`)).not.toHaveProperty('partySigned');
  });

  it.each([
    '问：我们的证件请核对，是否申请回避？',
    '问：我们的执法证件你核对了吗？你对我们有无回避要求？',
    '问：这是执法证B9961-T07、B9961-T15，要不要申请回避？',
    '问：证件已出示，是否申请回避？',
    '问：请看证件，是否申请回避？',
    '问：证件99010001、99010002请核对。是否申请回避？',
    '监察员出示劳动保障监察证件，告知申请回避的权利。',
    '执法人员出示“烟草专卖执法检查证”，告知有权申请回避。',
  ])('出示了证件，告知了回避：%s', (words) => {
    expect(read('interview-record', `询问笔录\n询问人：王示\n${words}\n答：不申请。`)).toMatchObject({
      certificatesShown: true,
      recusalTold: true,
    });
  });

  it('只说了证号，没有说出示', () => {
    const text = '询问笔录\n问：我们是示例局执法人员，证件号码99321700361，是否申请回避？\n答：不申请。';
    expect(read('interview-record', text)).not.toHaveProperty('certificatesShown');
  });

  it('问话笔录、勘验检查笔录的栏目；起止时间用波浪号、整点和汉字', () => {
    expect(
      read(
        'interview-record',
        '询问笔录\n问话时间：2025年3月6日14时至15时10分\n问话地点：示例局307室\n问话人：王示\n被问话人：孙示　性别：男\n问：是否申请回避？',
      ),
    ).toMatchObject({
      startedAt: '2025-03-06T14:00',
      endedAt: '2025-03-06T15:10',
      place: '示例局307室',
      interviewee: '孙示',
      'officers[王示]': '王示',
    });
    const times = (words: string) =>
      read('inspection-record', `勘验笔录\n勘验检查时间：${words}\n勘验检查人：王示`);
    expect(times('2024年11月5日15:20～16:30')).toMatchObject({ endedAt: '2024-11-05T16:30' });
    expect(times('2025年8月13日10点整至10点30分')).toMatchObject({
      startedAt: '2025-08-13T10:00',
      endedAt: '2025-08-13T10:30',
    });
    expect(times('二〇二五年三月六日十四时三十分至十五时')).toMatchObject({
      startedAt: '2025-03-06T14:30',
      endedAt: '2025-03-06T15:00',
    });
    expect(times('自2025年3月4日上午9时起至11时20分止')).toMatchObject({ endedAt: '2025-03-04T11:20' });
  });

  it.each([
    ['地点：示例公司（示例市开发区通海大道208号）', '示例市开发区通海大道208号'],
    ['地点：示例村西渠西侧林带（坐标见附图）', '示例村西渠西侧林带'],
    ['位置：示例市东区盐店口11号门前', '示例市东区盐店口11号门前'],
    ['检查地址\t示例市东区和平路3号', '示例市东区和平路3号'],
    ['执法人员来到示例市东区和平路3号示例店进行检查。', '示例市东区和平路3号'],
  ])('地点：%s', (line, place) => {
    expect(read('inspection-record', `现场笔录\n检查人员：王示\n${line}`)).toMatchObject({ place });
  });

  it('抽样的样品、批号、数量和封样', () => {
    expect(
      read(
        'sampling-record',
        '采样记录\n采样时间：2024年4月10日10:00—10:35\n样品：废酸渣　数量：2份，每份500g　编号LK0410-1　已封样\n采样人：南示俭　见证执法人员：王示、李示',
      ),
    ).toMatchObject({
      'sampling.item': '废酸渣',
      'sampling.quantity': '2份，每份500g',
      'sampling.sealed': true,
      'officers[王示]': '王示',
    });
    const table =
      '抽样单\n序号\t样品名称\t批号\t数量\n1\t苹果汁\t20250101\t6瓶\n样品未封存。\n抽样人员：王示';
    const facts = read('sampling-record', table);
    expect(facts).toMatchObject({
      'sampling.item': '苹果汁',
      'sampling.batch': '20250101',
      'sampling.quantity': '6瓶',
    });
    expect(facts).toHaveProperty('sampling.sealed', false);
  });

  it('开头一句写明起止时间和地点，没有栏目', () => {
    expect(
      read(
        'interview-record',
        '调查询问笔录\n2024年11月28日14:30至15:20，示例局会议室。询问人王示（示执01），记录人李示（示执02）。\n被询问人张示，女，示例公司财务。\n问：是否申请回避？\n答：不申请。',
      ),
    ).toMatchObject({
      startedAt: '2024-11-28T14:30',
      endedAt: '2024-11-28T15:20',
      place: '示例局会议室',
      interviewee: '张示',
    });
  });

  it.each([
    ['被询问人：毕示，男，40岁，示例公司经理；高示琴，女，31岁，会计（二人同时询问）', ['毕示', '高示琴']],
    ['被询问人：毕示、高示琴\n说明：两人一起接受询问。', ['毕示', '高示琴']],
    ['被询问人（一）：毕示　男　40岁\n被询问人（二）：高示琴　女　31岁', ['毕示', '高示琴']],
    ['被询问人：毕示\n问：货从哪来？\n毕示答：市场买的。\n高示琴答：是我去买的。', ['毕示', '高示琴']],
    ['被询问人：毕示，男，40岁；见证人：高示琴，女', []],
    ['被询问人：毕示，男，15岁，监护人高示琴，女\n毕示答：是。\n高示琴答：我是他母亲。', []],
    ['被询问人：毕示，男，住示例路1号，受高示琴委托\n毕示答：是。\n毕示答：没有。', []],
  ])('一份笔录问了几人：%s', (words, people) => {
    const facts = read(
      'interview-record',
      `询问笔录\n询问时间：2025年4月9日9时至10时\n${words}\n问：属实吗？`,
    );
    const found = Object.keys(facts).filter((path) => path.startsWith('interviewees['));
    expect(found).toEqual(people.map((name) => `interviewees[${name}]`));
  });

  it('开始和结束各一栏，复勘也是检查', () => {
    expect(
      read(
        'inspection-record',
        '现场复勘笔录\n开始：2025年3月19日10:10　结束：2025年3月19日10:50\n复勘人：王示（示执01）、李示（示执02）\n情况：已拆除。',
      ),
    ).toMatchObject({
      startedAt: '2025-03-19T10:10',
      endedAt: '2025-03-19T10:50',
      'officers[李示]': '李示',
    });
  });
});
