import { describe, expect, it } from 'vitest';
import { decision } from '../../../src/dossiers/readers/decision.ts';
import { onTheSpotDecision } from '../../../src/dossiers/readers/on-the-spot-decision.ts';
import { paymentAndRemedies } from '../../../src/dossiers/readers/payment-and-remedies.ts';
import { violation } from '../../../src/dossiers/readers/violation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const MARKET = [
  '示例市示例区市场监督管理局',
  '行政处罚决定书',
  '示市监处罚〔2025〕46号',
  '当事人：示例商行',
  '住所：示例市示例区示例路1号',
  '2025年4月3日，本局收到检验报告。经查，当事人自2025年2月16日起至2025年4月9日止销售不合格插座34只，货值金额1500元，违法所得340元。当事人2021年曾因同类行为被本局处罚款2000元。',
  '上述事实，主要有以下证据证明：1.检验报告；2.询问笔录。',
  '当事人提出请求减轻处罚。经复核，其理由不能成立，本局不予采纳。',
  '当事人的行为违反了《中华人民共和国产品质量法》第十三条第二款“禁止生产、销售不符合标准的工业产品”的规定，构成销售不符合国家标准的产品的行为。',
  '当事人积极配合调查，予以从轻处罚。依据《中华人民共和国产品质量法》第四十九条的规定，参照《示例省市场监管裁量基准（示例）》，决定处罚如下：',
  '一、没收违法所得340元；',
  '二、处以罚款人民币贰仟贰佰伍拾元整（￥2250.00）。',
  '当事人应当自收到本决定书之日起十五日内，将罚没款缴至示例银行示例支行（账号：示例0046）。到期不缴纳的，每日按罚款数额的百分之三加处罚款。',
  '如不服本决定，可以自收到本决定书之日起六十日内向示例市示例区人民政府申请行政复议，也可以自收到本决定书之日起六个月内直接向示例市示例区人民法院提起行政诉讼。',
  '示例市示例区市场监督管理局',
  '（印章）',
  '2025年5月26日',
].join('\n');

describe('行政处罚决定书', () => {
  it('市场监管的写法', () => {
    const facts = factsOf(decision, paperOf('decision', MARKET));
    expect(facts).toMatchObject({
      'decision.date': '2025-05-26',
      'decision.number': '示市监处罚〔2025〕46号',
      'decision.organName': '示例市示例区市场监督管理局',
      'decision.sealName': '示例市示例区市场监督管理局',
      'decision.result': 'penalty',
      'decision.penalties[confiscate-gains].amount': 340,
      'decision.penalties[fine].amount': 2250,
      'decision.amountInWords': '贰仟贰佰伍拾元整',
      'provisions.breached[产品质量法13.2].paragraph': 2,
      'provisions.punishing[产品质量法49].article': '49',
      'decision.partyNamed': true,
      'decision.addressNamed': true,
      'decision.factsStated': true,
      'decision.evidenceListed': true,
      'decision.basisStated': true,
      'decision.defenceAnswered': true,
      'decision.benchmark': '示例省市场监管裁量基准（示例）',
      'decision.grade': 'lighter',
    });
    expect(Object.keys(facts).filter((path) => /fine-2|72|44/.test(path))).toEqual([]);
  });

  it('缴款和救济', () => {
    expect(factsOf(paymentAndRemedies, paperOf('decision', MARKET))).toMatchObject({
      'decision.performance.days': 15,
      'decision.performance.lateFineStated': true,
      'decision.performance.collectingBody': '示例银行示例支行',
      'decision.remedies.reconsiderationBody': '示例市示例区人民政府',
      'decision.remedies.reconsiderationDays': 60,
      'decision.remedies.court': '示例市示例区人民法院',
      'decision.remedies.litigationMonths': 6,
    });
  });

  it('违法行为', () => {
    expect(factsOf(violation, paperOf('decision', MARKET))).toMatchObject({
      'violation.startedOn': '2025-02-16',
      'violation.endedOn': '2025-04-09',
      'violation.amounts.goods.yuan': 1500,
      'violation.amounts.gains.yuan': 340,
      'violation.name': '销售不符合国家标准的产品',
    });
  });

  it('一句话的决定，落款日期用汉字；先写收到举报的日子', () => {
    expect(
      factsOf(
        decision,
        paperOf(
          'decision',
          '行政处罚决定书\n（示）应急罚〔2025〕工-15号\n2025年3月18日检查发现。以上事实违反了《安全生产法》第三十条第一款的规定，依据该法第九十七条第（七）项的规定，决定给予人民币陆万元整（￥60,000.00）罚款的行政处罚。\n示例市应急管理局（印章）\n二○二五年六月三日',
        ),
      ),
    ).toMatchObject({
      'decision.date': '2025-06-03',
      'decision.number': '（示）应急罚〔2025〕工-15号',
      'decision.penalties[fine].amount': 60000,
      'provisions.breached[安全生产法30.1].law': '中华人民共和国安全生产法',
      'provisions.punishing[安全生产法97.-.7].item': 7,
    });
  });

  it('公安的写法：拘留并处罚款；落款只有日期', () => {
    const text =
      '示例市公安局示例分局\n行政处罚决定书\n示公（治）行罚决字〔2024〕00123号\n违法行为人李示，男。\n现查明：2024年5月6日20时许，违法行为人李示在示例棋牌室内赌博，被当场查获。\n根据《中华人民共和国治安管理处罚法》第七十条之规定，现决定给予李示行政拘留五日并处罚款五百元的处罚。\n罚款在收到本决定书之日起十五日内到示例银行缴纳。\n如不服本决定，可以在六十日内向示例市示例区人民政府申请行政复议或者在六个月内依法向示例铁路运输法院提起行政诉讼。\n二〇二四年五月七日';
    expect(factsOf(decision, paperOf('decision', text))).toMatchObject({
      'decision.number': '示公（治）行罚决字〔2024〕00123号',
      'decision.organName': '示例市公安局示例分局',
      'decision.penalties[detention].type': 'detention',
      'decision.penalties[fine].amount': 500,
      'provisions.punishing[治安管理处罚法70].article': '70',
    });
    expect(factsOf(paymentAndRemedies, paperOf('decision', text))).toMatchObject({
      'decision.performance.days': 15,
      'decision.performance.collectingBody': '示例银行',
      'decision.remedies.reconsiderationBody': '示例市示例区人民政府',
      'decision.remedies.court': '示例铁路运输法院',
      'decision.remedies.litigationMonths': 6,
    });
    expect(factsOf(violation, paperOf('decision', text))['violation.endedOn']).toBe('2024-05-06');
  });

  it('“根据该项规定”指前面所属的那一项', () => {
    expect(
      factsOf(
        decision,
        paperOf(
          'decision',
          '行政处罚决定书\n当事人：示例公司\n你单位违反了《劳动保障监察条例》第六条，属于《劳动保障监察条例》第三十条第一款第二项所列的情形。根据该项规定，本机关决定处以罚款3000元。',
        ),
      ),
    ).toMatchObject({ 'provisions.punishing[劳动保障监察条例30.1.2].article': '30' });
  });

  it('罚款只有合计数', () => {
    expect(
      factsOf(
        decision,
        paperOf(
          'decision',
          '行政处罚决定书\n依据《中华人民共和国土地管理法》第七十七条的规定，对你作出如下处罚：\n1.责令退还非法占用的土地；\n2.按每平方米100元处以罚款，共计罚款20000元（贰万元整）。\n示例县自然资源局\n2023年3月20日',
        ),
      ),
    ).toMatchObject({ 'decision.result': 'penalty', 'decision.penalties[fine].amount': 20000 });
  });

  it('大小写不一致，两个都说', () => {
    const facts = decision(
      paperOf(
        'decision',
        '行政处罚决定书\n现决定给予示例公司罚款人民币壹万伍仟元整（¥12000.00）的处罚。\n示例大队\n2025年7月25日',
      ),
      [],
    );
    expect(facts.filter(({ path }) => path.endsWith('.amount')).map(({ value }) => value)).toEqual([
      15000, 12000,
    ]);
  });

  it('不予处罚', () => {
    const facts = factsOf(
      decision,
      paperOf(
        'no-penalty-decision',
        '不予行政处罚决定书\n示不罚〔2025〕第2号\n当事人：张示\n经查，当事人未取得许可取水三次，共三百立方米。上述行为违反了《中华人民共和国水法》第四十八条第一款的规定，依照《中华人民共和国水法》第六十九条第一项应予处罚，可以并处罚款二万元。但当事人系初次违法，危害后果轻微，及时改正。\n根据《中华人民共和国行政处罚法》第三十三条第一款的规定，决定对当事人不予行政处罚。\n示例县水利局\n2025年9月15日',
      ),
    );
    expect(facts).toMatchObject({
      'decision.result': 'no-penalty',
      'decision.noPenaltyGround': 'first-violation',
      'provisions.punishing[水法69.-.1].article': '69',
    });
    expect(Object.keys(facts).filter((path) => path.includes('penalties'))).toEqual([]);
  });
});

describe('当场处罚决定书', () => {
  const text =
    '当场行政处罚决定书\n示城管当罚〔2025〕0318号\n你（单位）于2025年6月18日15时许，在示例市示例区示例路路口，实施了占道堆物的行为，违反了《城市市容和环境卫生管理条例》第十四条的规定。\n依据《城市市容和环境卫生管理条例》第三十六条第（二）项，决定给予以下行政处罚：\n□警告　☑罚款 壹佰元整（￥100.00）\n履行方式：☑当场缴纳　□自收到本决定书之日起15日内缴至＿＿银行\n处罚地点：示例路路口\n处罚时间：2025年6月18日15时50分\n执法人员（签名）：车振邦　执法证号：CG-1108\n执法人员（签名）：蓝采薇　执法证号：CG-1131\n当事人签收：焦小燕　2025年6月18日\n示例市示例区城市管理局\n2025年6月18日';

  it('打勾的才算', () => {
    const facts = factsOf(decision, paperOf('decision', text));
    expect(facts['decision.penalties[fine].amount']).toBe(100);
    expect(facts['decision.penalties[warning].type']).toBeUndefined();
    expect(
      factsOf(paymentAndRemedies, paperOf('decision', text))['decision.performance.days'],
    ).toBeUndefined();
  });

  it('签名、时间、地点、当场交付', () => {
    expect(factsOf(onTheSpotDecision, paperOf('decision', text))).toEqual({
      'decision.officersSigned[车振邦]': '车振邦',
      'decision.officersSigned[蓝采薇]': '蓝采薇',
      'decision.placeStated': true,
      'decision.timeStated': true,
      'decision.handedOver': true,
    });
  });

  it.each([
    [
      '依据和处罚写在一栏',
      '处罚依据和决定：当事人的行为违反《中华人民共和国价格法》第十三条第一款，依据《中华人民共和国价格法》第四十二条“可以并处五千元以下的罚款”，决定罚款2000元。',
    ],
    [
      '罚则自成一句，下一句“依据上述规定”',
      '当事人的行为违反《中华人民共和国价格法》第十三条第一款。《中华人民共和国价格法》第四十二条规定，经营者不标明价格的，责令改正，没收违法所得，可以并处五千元以下的罚款。依据上述规定，决定给予以下处罚：\n罚款2000元。',
    ],
  ])('罚则：%s', (_name, words) => {
    const facts = factsOf(decision, paperOf('decision', `示例县发展和改革局\n行政处罚决定书\n${words}`));
    expect(facts['provisions.breached[价格法13.1].article']).toBe('13');
    expect(facts['provisions.punishing[价格法42].article']).toBe('42');
    expect(facts['provisions.breached[价格法42].article']).toBeUndefined();
  });

  it('当场处罚任当事人选择复议或者诉讼的，没有告知先复议', () => {
    const remedies = (words: string, title = '当场行政处罚决定书') =>
      factsOf(paymentAndRemedies, paperOf('decision', `${title}\n罚款100元。\n${words}`))[
        'decision.remedies.reconsiderationFirst'
      ];
    expect(
      remedies('不服的，可在六十日内向示例县人民政府申请复议，也可在六个月内直接向示例县人民法院起诉。'),
    ).toBe(false);
    expect(
      remedies(
        '应当先向示例县人民政府申请行政复议；对复议决定不服的，可以在十五日内向示例县人民法院提起诉讼。',
      ),
    ).toBe(true);
    expect(remedies('不服的，可以在六十日内向示例县人民政府申请行政复议。')).toBeUndefined();
    expect(remedies('可以申请行政复议，也可以直接向示例县人民法院起诉。', '行政处罚决定书')).toBeUndefined();
    for (const words of [
      '可以自收到之日起六十日内向示例县人民政府申请行政复议，对复议决定不服的，可以在十五日内起诉；也可以在六个月内直接向示例县人民法院提起诉讼。',
      '可以在六个月内向示例县人民法院起诉，也可以在六十日内先向示例县人民政府申请复议。',
    ]) {
      expect(remedies(words, '行政处罚决定书')).toBeUndefined();
    }
    expect(
      remedies('可以在六十日内向示例县人民政府申请复议，对复议决定不服的再起诉。', '行政处罚决定书'),
    ).toBe(true);
  });

  it.each([
    ['向上一级主管部门示例市林业局申请行政复议', '示例市林业局'],
    ['依法向我局的上级机关（示例市林业局）申请复议', '示例市林业局'],
    ['向本级政府即示例县人民政府提起行政复议', '示例县人民政府'],
    ['向上一级行政主管部门申请行政复议', undefined],
    ['向本级人民政府申请行政复议', undefined],
  ])('复议机关的名称写在它与本机关的关系之后：%s', (words, body) => {
    const facts = factsOf(
      paymentAndRemedies,
      paperOf('decision', `行政处罚决定书\n决定罚款100元。\n可在六十日内${words}。\n2025年3月1日`),
    );
    expect(facts['decision.remedies.reconsiderationBody']).toBe(body);
  });

  it('没有减轻情形', () => {
    const read = (words: string) =>
      factsOf(decision, paperOf('decision', `行政处罚决定书\n${words}\n决定罚款100元。`))[
        'circumstances.noMitigation'
      ];
    expect(read('经查，当事人不具有法定减轻处罚情节，考虑经营规模。')).toBe(true);
    expect(read('当事人没有从轻或者减轻处罚的情形。')).toBe(true);
    expect(read('当事人没有主动减轻危害后果。')).toBeUndefined();
    expect(read('代理人称机关认为没有减轻情节不当。')).toBeUndefined();
  });

  it('标题放在方括号里，依据第四十四条、第四十五条的是实体法', () => {
    const facts = factsOf(
      decision,
      paperOf(
        'decision',
        '行政处罚决定书\n【定性】违反《中华人民共和国统计法》第九条。\n【决定】依据《中华人民共和国统计法》第四十四条第一款第三项、第二款：1.警告；2.罚款30000元。\n【权利】可以申请行政复议。\n示例局\n2025年3月1日',
      ),
    );
    expect(facts).toMatchObject({
      'decision.result': 'penalty',
      'decision.penalties[fine].amount': 30000,
      'provisions.punishing[统计法44.1.3].article': '44',
      'provisions.punishing[统计法44.2].article': '44',
    });
  });
});

describe('写在一段里的当事人和地址', () => {
  const read = (head: string) =>
    factsOf(
      decision,
      paperOf(
        'decision',
        `行政处罚决定书\n示罚〔2025〕6号\n${head}\n经查，当事人销售过期食品，住所在示例路9号的张示购买。`,
      ),
      paperOf('prior-notice', '行政处罚告知书\n示例青禾商贸有限公司：\n经查，你单位销售过期食品。', 'p2'),
    );

  it.each([
    '当事人：示例青禾商贸有限公司，统一社会信用代码91990318MA5QH27W3P，住所示例市示例路2号，法定代表人王示',
    '被处罚人：王示，男，身份证号990507196811052030，住示例县示例镇示例村6组',
    '示例青禾商贸有限公司\n统一社会信用代码91990318MA5QH27W3P，地址示例区示例大道18号',
  ])('%s', (head) => {
    expect(read(head)).toMatchObject({ 'decision.partyNamed': true, 'decision.addressNamed': true });
  });

  it('没有写地址', () => {
    expect(read('当事人：示例青禾商贸有限公司，法定代表人王示')['decision.addressNamed']).toBeUndefined();
  });
});
