import { describe, expect, it } from 'vitest';
import { proofOfService } from '../../../src/dossiers/readers/proof-of-service.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (text: string, ...others: Parameters<typeof factsOf>[1][]) =>
  factsOf(proofOfService, paperOf('proof-of-service', text), ...others);

describe('送达回证', () => {
  it('带冒号的公文体：签名和日期在一行', () => {
    expect(
      read(
        '送 达 回 证\n受送达人：示例商行\n送达文书：行政处罚告知书（示市监罚告〔2025〕第46号）\n送达方式：直接送达\n送达地点：示例路1号\n收件人签名：高素琴　收到日期：2025年5月12日\n送达人：陶景明、祝小满\n备注：',
      ),
    ).toEqual({
      'services[p1].of': 'prior-notice',
      'services[p1].number': '示市监罚告〔2025〕第46号',
      'services[p1].addressee': '示例商行',
      'services[p1].place': '示例路1号',
      'services[p1].method': 'direct',
      'services[p1].servers[陶景明]': '陶景明',
      'services[p1].servers[祝小满]': '祝小满',
      'services[p1].servedOn': '2025-05-12',
      'services[p1].signer': '高素琴',
      'services[p1].signed': true,
    });
  });

  it('只用空格分开的回执：身份写在括号里，日期接在后面', () => {
    expect(
      read(
        '送达回执\n受送达人 示例公司\n文书名称及文号 行政处罚听证通知书 示环听通字[2024]2号\n送达方式 直接送达　送达地点 示例镇9号\n收件人 滕玉林（代理人） 2024年5月14日\n送达人 厉春晓 戈远航',
      ),
    ).toMatchObject({
      'services[p1].of': 'hearing-notice',
      'services[p1].number': '示环听通字[2024]2号',
      'services[p1].place': '示例镇9号',
      'services[p1].signer': '滕玉林',
      'services[p1].signerRelation': 'agent',
      'services[p1].servedOn': '2024-05-14',
    });
  });

  it('表格：邮寄送达，交邮日和收件日分开，收发章不是人名', () => {
    expect(
      read(
        '送　达　回　证\n送达文书\t行政处罚决定书 青市监罚字〔2024〕第87号\n受送达人\t示例公司\n送达方式\t邮寄送达（2024.11.4交邮，邮件号 SL00000008700）\t送达地点\t示例路66号\n收 件 人\t单位收发章\t收件日期\t2024.11.6（见邮件回执）\n送 达 人\t敖立群　计文婷',
      ),
    ).toEqual({
      'services[p1].of': 'decision',
      'services[p1].number': '青市监罚字〔2024〕第87号',
      'services[p1].addressee': '示例公司',
      'services[p1].place': '示例路66号',
      'services[p1].method': 'post',
      'services[p1].servers[敖立群]': '敖立群',
      'services[p1].servers[计文婷]': '计文婷',
      'services[p1].postedOn': '2024-11-04',
      'services[p1].servedOn': '2024-11-06',
    });
  });

  it('一列一项的表：留置送达，备注写明拒收、见证和拍照', () => {
    expect(
      read(
        '送 达 回 证\n送达文书名称、文号\t收件人签名（盖章）\t送达地点\t送达日期\t送达方式\t送达人\n行政处罚决定书 示交执罚〔2024〕0921号\t（拒收）\t示例里4栋\t2024.10.31\t留置送达\t冉启航　时雨薇\n备注：受送达人隔门表示不收，拒绝签收。文书留置于住所并拍照、录像。见证人：仇素芬（社区工作人员）',
      ),
    ).toEqual({
      'services[p1].of': 'decision',
      'services[p1].number': '示交执罚〔2024〕0921号',
      'services[p1].place': '示例里4栋',
      'services[p1].method': 'retained',
      'services[p1].servers[冉启航]': '冉启航',
      'services[p1].servers[时雨薇]': '时雨薇',
      'services[p1].servedOn': '2024-10-31',
      'services[p1].refusalNoted': true,
      'services[p1].witness': '仇素芬',
      'services[p1].recorded': true,
      'services[p1].leftAtResidence': true,
    });
  });

  it('只写“邮寄”二字的送达方式；“寄出”后面写日期；操作人就是送达人', () => {
    for (const gap of ['：', '\t', '　'])
      expect(
        read(
          `送达回证\n送达文书：行政处罚决定书\n送达方式${gap}邮寄\n寄出：2024年12月9日\n签收：高素琴（海务主管、收发）　2024年12月11日`,
        ),
      ).toMatchObject({
        'services[p1].method': 'post',
        'services[p1].postedOn': '2024-12-09',
        'services[p1].servedOn': '2024-12-11',
        'services[p1].signerRelation': 'mail-clerk',
      });
    expect(
      read(
        '电子送达凭证\n送达文书：行政处罚决定书\n送达方式：电子送达\n到达时间：2025-11-21 09:12:33\n操作人：陶景明　祝小满',
      ),
    ).toMatchObject({
      'services[p1].servers[陶景明]': '陶景明',
      'services[p1].servers[祝小满]': '祝小满',
      'services[p1].servedOn': '2025-11-21',
    });
  });

  it('听证告知书就是处罚告知书的，按文号认；没有“号”字的文号；受托收件的人', () => {
    const notice = paperOf(
      'prior-notice',
      '示例气象局\n行政处罚听证告知书\n示气罚听告〔2025〕1号\n示例公司：\n拟对你单位罚款。',
      'p2',
      '行政处罚听证告知书',
    );
    const text =
      '送达回证\n送达文书：气象行政处罚听证告知书 示气罚听告〔2025〕1号\n送达方式：直接送达\n签收：高素琴（受托收件）　2025年4月9日';
    expect(read(text, notice)).toMatchObject({
      'services[p1].of': 'prior-notice',
      'services[p1].signerRelation': 'named-recipient',
    });
    expect(read(text)['services[p1].of']).toBe('hearing-right-notice');
    expect(
      read('送达回证\n送达文书：海事行政处罚决定书（海事罚字〔2024〕芦007701）\n送达方式：直接送达'),
    ).toMatchObject({ 'services[p1].of': 'decision', 'services[p1].number': '海事罚字〔2024〕芦007701' });
  });

  it('勾选方式：只认打勾的一种；都没有勾的不认', () => {
    const form = (boxes: string) => `送达回证\n送达文书：行政处罚决定书\n送达方式：${boxes}\n收件人：张示`;
    expect(read(form('□直接送达　☑留置送达　□邮寄送达'))['services[p1].method']).toBe('retained');
    expect(read(form('□直接送达　□留置送达　□邮寄送达'))['services[p1].method']).toBeUndefined();
    expect(read(form('直接送达（√）、留置送达、邮寄送达'))['services[p1].method']).toBe('direct');
  });

  it('一张回证送达两份文书，各算一次；随附的缴款通知不算', () => {
    expect(
      read(
        '送达回证\n送达文书名称、文号：行政处罚告知书（示）应急罚告〔2025〕工-15号；行政处罚听证告知书（示）应急听告〔2025〕工-15号；缴款通知书\n送达方式：直接\n收到日期：2025年4月28日10时30分　收件人（签名）：尹志诚\n送达人（签名）：丁海潮、喻晓帆',
      ),
    ).toMatchObject({
      'services[p1-1].of': 'prior-notice',
      'services[p1-1].number': '（示）应急罚告〔2025〕工-15号',
      'services[p1-1].servedOn': '2025-04-28',
      'services[p1-2].of': 'hearing-right-notice',
      'services[p1-2].number': '（示）应急听告〔2025〕工-15号',
      'services[p1-2].signer': '尹志诚',
    });
  });

  it('多行的表各有各的日期和签收人', () => {
    const facts = read(
      '送达回证\n受送达人：示例公司\n序号\t文书名称\t文号\t签收人\t签收日期\n1\t责令改正通知书\t示改〔2024〕1号\t张示\t2024-01-02\n2\t行政处罚决定书\t示罚〔2024〕2号\t李例\t2024-03-05\n送达人：王五、赵六',
    );
    expect(facts).toMatchObject({
      'services[p1-1].of': 'correction-order',
      'services[p1-1].servedOn': '2024-01-02',
      'services[p1-2].of': 'decision',
      'services[p1-2].number': '示罚〔2024〕2号',
      'services[p1-2].servedOn': '2024-03-05',
    });
  });

  it('成年家属代收写在备注里；法定代表人从其他材料知道', () => {
    expect(
      read(
        '送达回证\n送达文书及文号\t行政处罚决定书 示罚〔2024〕9号\n收到日期\t2024年6月26日\t收件人签名\t都晓梅\n备注\t都传根外出，由其同住的姐姐都晓梅（成年）代收',
      )['services[p1].signerRelation'],
    ).toBe('adult-family');
    const decision = paperOf('decision', '当事人：示例公司\n法定代表人：都晓梅', 'p2');
    expect(
      read('送达回证\n送达文书：行政处罚决定书\n受送达人：示例公司\n收件人：都晓梅 2024.6.26', decision)[
        'services[p1].signerRelation'
      ],
    ).toBe('legal-representative');
  });

  it('没有填写的回证什么也不说；只写告知书的，按文号看是哪一份', () => {
    expect(read('送达回证\n送达文书：\n受送达人：____\n收件人：\n收到日期：____年__月__日')).toEqual({});
    const notice = paperOf('hearing-right-notice', '示例局\n听证告知书\n示听告〔2024〕3号\n示例公司：', 'p2');
    expect(read('送达回证\n送达文书：示听告〔2024〕3号', notice)['services[p1].of']).toBe(
      'hearing-right-notice',
    );
  });

  it('公告送达：公告日、视为送达日和无法送达的原因', () => {
    expect(
      read(
        '送达回证\n送达文书\t行政处罚告知书 示罚告〔2024〕21号\n公告送达\t因受送达人下落不明，于2024年5月17日在本局门户网站张贴公告，经过三十日，至2024年6月16日视为送达。\n送达人\t张示　李例',
      ),
    ).toMatchObject({
      'services[p1].method': 'public-notice',
      'services[p1].publishedOn': '2024-05-17',
      'services[p1].servedOn': '2024-06-16',
    });
  });

  it('电子送达：到达系统的时间和确认书的日期', () => {
    expect(
      read(
        '电子送达凭证\n送达文书：行政处罚决定书 示住建罚字〔2025〕第8号\n送达方式：电子送达（电子邮件）\n发送时间：2025-05-20 09:12:40\n到达对方系统时间：2025-05-20 09:12:43\n送达人：石砚秋、麦青\n依据：2025年4月17日签署的送达地址（方式）确认书',
      ),
    ).toMatchObject({
      'services[p1].method': 'electronic',
      'services[p1].servedOn': '2025-05-20',
      'services[p1].arrivalLogged': true,
      'services[p1].confirmationOn': '2025-04-17',
      'services[p1].servers[麦青]': '麦青',
    });
  });

  it('收件、送达各写一个冒号', () => {
    expect(
      read(
        '送达回证\n行政处罚告知书　示罚告〔2024〕8号\n受送达人：示例公司　方式：直接送达\n收件：高素琴（法定代表人）2024年8月23日　送达：陶景明、祝小满',
      ),
    ).toMatchObject({
      'services[p1].signer': '高素琴',
      'services[p1].signerRelation': 'legal-representative',
      'services[p1].servedOn': '2024-08-23',
      'services[p1].servers[祝小满]': '祝小满',
    });
  });

  it('签收人没有栏目，名字和日期自成一行；方式夹在分号之间', () => {
    expect(
      read(
        '送达回证\n行政处罚决定书　示罚〔2024〕8号\n受送达人示例商店；直接送达；示例路1号\n高素琴（经营者）2024-08-23　送达人 陶景明 祝小满',
      ),
    ).toMatchObject({
      'services[p1].method': 'direct',
      'services[p1].signer': '高素琴',
      'services[p1].signerRelation': 'party',
      'services[p1].servedOn': '2024-08-23',
    });
  });

  it('送达人的名字和日期自成一行，不是签收人', () => {
    const facts = read(
      '送达回证\n送达文书：行政处罚决定书　示罚〔2024〕8号\n送达人：陶景明\n陶景明 2024年8月23日',
    );
    expect(facts['services[p1].signer']).toBeUndefined();
  });

  it('发送和到达写在一栏', () => {
    expect(
      read(
        '电子送达回执\n文书\t行政处罚决定书 示罚〔2024〕8号\n送达方式\t电子送达，发往示例邮箱\n发送及到达\t2024年12月23日9时2分发送，9时2分到达',
      ),
    ).toMatchObject({ 'services[p1].method': 'electronic', 'services[p1].servedOn': '2024-12-23' });
  });

  it.each([
    ['送达方式\t电子送达，发往示例邮箱（送达地址确认书2024年12月2日）', '发送并到达系统时间'],
    ['送达方式\t电子送达，依据2024年12月2日签署的电子送达确认书', '到达受送达人特定系统的时间'],
    ['送达方式\t电子送达\n备注\t送达地址确认书于2024年12月2日填写', '发送、到达时间'],
  ])('确认书的日期不是送达日：%s', (method, label) => {
    const facts = read(
      `电子送达回执\n文书\t行政处罚决定书 示罚〔2024〕8号\n${method}\n${label}\t2024年12月23日9时2分`,
    );
    expect(facts['services[p1].servedOn']).toBe('2024-12-23');
    expect(facts['services[p1].confirmationOn']).toBe('2024-12-02');
  });

  it('只有确认书日期的，送达日不知道', () => {
    const facts = read(
      '电子送达回执\n文书\t行政处罚决定书 示罚〔2024〕8号\n送达方式\t电子送达（送达地址确认书2024年12月2日）',
    );
    expect(facts['services[p1].servedOn']).toBeUndefined();
  });

  it('邻居单位的人代收，只知道叫老什么', () => {
    const facts = read(
      '送达回证\n送达文书：行政处罚决定书\n送达方式：直接送达\n签收人：隔壁示例厂门卫 老陶（代收）\n签收时间：2024年8月23日',
    );
    expect(facts['services[p1].signed']).toBe(true);
    expect(facts['services[p1].signerRelation']).toBe('other');
    expect(facts['services[p1].signer']).toBeUndefined();
  });

  it.each([
    ['店员不肯签收，文书留在柜台。无见证人在场，未拍照。', undefined],
    ['当事人拒收，没有见证人到场，未录像。', undefined],
    ['当事人拒收，见证人不在场，也未拍照。', undefined],
    ['当事人拒收，见证人陶景明在场，文书留在住所。', '陶景明'],
  ])('没有见证人的话里没有名字：%s', (remark, witness) => {
    const facts = read(`送达回证\n送达文书：行政处罚决定书\n送达方式：留置送达\n备注：${remark}`);
    expect(facts['services[p1].witness']).toBe(witness);
  });

  it.each([
    ['高素琴不肯签字，文书放在门口，未拍照', false],
    ['当事人拒签，未邀请见证人，记录仪故障', false],
    ['当事人拒签，张贴在门上并拍照', true],
  ])('留置送达有没有拍摄：%s', (remark, recorded) => {
    const facts = read(`送达回证\n送达文书：行政处罚决定书\n送达方式：留置送达\n备注：${remark}`);
    expect(facts['services[p1].recorded']).toBe(recorded);
    expect(facts['services[p1].refusalNoted']).toBe(true);
  });

  it.each([
    ['情况说明：店员不肯签字，文书放在柜台\n拍照、录像：未拍照、未录像', false],
    ['留置经过：店员不肯签字，文书放在柜台\n录像情况：无', false],
    ['情况说明：店员不肯签字，文书留置经营场所\n拍照录像：已全程录像', true],
  ])('拍照录像自有一栏：%s', (lines, recorded) => {
    const facts = read(
      `送达回证\n受送达人：示例商行\n送达文书：行政处罚决定书\n送达方式：留置送达\n送达日期：2025年5月12日\n${lines}\n见证人：无\n送达人：陶景明、祝小满`,
    );
    expect(facts['services[p1].recorded']).toBe(recorded);
    expect(facts['services[p1].refusalNoted']).toBe(true);
    expect(facts['services[p1].witness']).toBeUndefined();
  });

  it('时间和地点写在一栏的、告知笔录作为所送文书的', () => {
    const facts = read(
      '送达回执\n文书：行政处罚告知笔录　示（消）行罚告字〔2024〕19号\n受送达人：示例宾馆\n时间、地点：2024年3月27日　示例大队\n方式：直接送达\n送达人：陶景明、祝小满',
    );
    expect(facts).toMatchObject({
      'services[p1].of': 'prior-notice',
      'services[p1].number': '示（消）行罚告字〔2024〕19号',
      'services[p1].servedOn': '2024-03-27',
    });
  });

  it('电子送达以到达系统的时间为准', () => {
    const facts = read(
      '电子送达记录\n送达文书：行政处罚决定书\n送达方式：电子送达\n发送时间：2025年10月12日 10:02\n到达受送达人特定系统：2025年10月13日 10:03\n送达人：陶景明、祝小满',
    );
    expect(facts['services[p1].servedOn']).toBe('2025-10-13');
  });
});
