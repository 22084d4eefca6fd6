import { describe, expect, it } from 'vitest';
import { readPapers } from '../../../src/dossiers/read-papers.ts';
import type { FileText } from '../../../src/files/file-text.ts';

const dossier = (...texts: string[]) =>
  readPapers(
    texts.map(
      (text, index): FileText => ({
        file: `${index + 1}.txt`,
        format: 'txt',
        sha256: String(index).padStart(64, '0'),
        text,
        pages: [0],
        ocr: false,
        hidden: [],
      }),
    ),
  ).case.compulsions;

const TOWED = `示例县交通运输局
车辆暂扣凭证
示交扣〔2024〕5号
当事人：示例运输有限公司
经查，你单位所属车辆未经许可从事经营，依据《中华人民共和国道路运输条例》第六十二条，自2024年3月1日起暂扣货车一辆，停车费用由本局承担。不服的，可以在六十日内申请行政复议，六个月内提起诉讼。
示例县交通运输局（印章）
2024年3月1日
`;
const SEALED = `查封决定书
示应急封〔2024〕2号
当事人：示例化工有限公司
因你公司仓库存放危险物品不符合标准，依据《中华人民共和国安全生产法》第六十五条第一款第四项，决定对下列场所予以查封，查封期限：2024年5月6日至6月4日。
示例县应急管理局（印章）
2024年5月6日
`;

describe('处罚案卷里的行政强制', () => {
  it('暂扣车辆是扣押，解除决定书写明解除之日、领车之日', () => {
    const [one] = dossier(
      TOWED,
      `解除暂扣车辆决定书
示例运输有限公司：
示交扣〔2024〕5号暂扣的货车，因期限届满，自2024年4月20日起解除暂扣，可凭本决定书领取。暂扣期间没有办理过延期。
示例县交通运输局（印章）
2024年4月20日
领取人：王示　2024年4月21日
`,
    )!;
    expect(one).toMatchObject({
      kind: 'seizure',
      startedOn: '2024-03-01',
      extended: false,
      ending: {
        decidedOn: '2024-04-20',
        kind: 'released',
        releaseGround: 'expired',
        returnedOn: '2024-04-21',
      },
      fees: { keepingCharged: false },
    });
    expect(one?.extensions).toBeUndefined();
  });

  it('延长决定书：决定之日、到哪一日、谁批准、是否签收', () => {
    const [one] = dossier(
      SEALED,
      `延长查封期限决定书
示例化工有限公司：
因案情复杂，经本局局长李示批准，将示应急封〔2024〕2号的查封期限延长至2024年7月4日。
示例县应急管理局（印章）
2024年6月3日
签收人：王示　2024年6月3日
`,
    )!;
    expect(one).toMatchObject({ kind: 'sealing', startedOn: '2024-05-06' });
    expect(one?.extensions).toMatchObject([
      { decidedOn: '2024-06-03', days: 30, approverRole: 'head', toldInWriting: true, reasonsTold: true },
    ]);
  });

  it('别的材料写明的延长和解除；写明的天数', () => {
    const [one] = dossier(
      SEALED,
      `案件调查终结报告
一、调查经过：2024年5月6日查封仓库；6月3日经局长批准延长查封期限二十日；6月20日解除查封。
二、处理建议：建议罚款20000元。
张示　李示　2024年6月28日
`,
    )!;
    expect(one?.extensions).toMatchObject([{ decidedOn: '2024-06-03', days: 20, approverRole: 'head' }]);
    expect(one?.ending).toMatchObject({ decidedOn: '2024-06-20', kind: 'released' });
  });

  it('只有清单、凭证的，返还单是解除', () => {
    const [listed] = dossier(
      '暂扣物品清单\n当事人：王示\n物品：三轮车一辆\n示例区城市管理局\n2024年3月1日\n',
      '暂扣物品返还单\n今领回三轮车一辆。\n领取人：王示　2024年5月6日\n示例区城市管理局\n2024年5月6日\n',
    )!;
    expect(listed).toMatchObject({
      kind: 'seizure',
      startedOn: '2024-03-01',
      ending: { decidedOn: '2024-05-06', kind: 'released', returnedOn: '2024-05-06' },
    });
    const [slip] = dossier(
      '行政强制措施凭证\n当事人：王示\n因无证驾驶，依据《中华人民共和国道路交通安全法》第九十五条，扣留机动车。\n示例市公安局\n2024年3月1日\n',
    )!;
    expect(slip).toMatchObject({ kind: 'seizure', startedOn: '2024-03-01' });
  });

  it('没有决定书的，以写明采取措施的现场笔录为准', () => {
    const [one] = dossier(`现场检查笔录
检查时间：2024年8月9日9时10分至10时
检查情况：货架上有过期饮料12瓶。执法人员依法对上述饮料实施扣押，另行制作文书。
当事人：王示　2024年8月9日
`)!;
    expect(one).toMatchObject({ kind: 'seizure', startedOn: '2024-08-09' });
    expect(one?.seizureDecision).toBeUndefined();
  });

  it('先行登记保存、别的机关的扣押、暂扣许可证不是', () => {
    expect(
      dossier(
        `现场检查笔录
检查时间：2024年8月9日9时10分至10时
检查情况：货物已被公安机关扣押。对账册依法先行登记保存。
`,
        `行政处罚决定书
当事人：示例运输有限公司
现决定暂扣许可证件三个月，并处罚款2000元。
示例县交通运输局
2024年9月1日
`,
      ),
    ).toBeUndefined();
  });
});
