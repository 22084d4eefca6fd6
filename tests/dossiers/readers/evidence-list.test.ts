import { describe, expect, it } from 'vitest';
import { evidenceList } from '../../../src/dossiers/readers/evidence-list.ts';
import { expertOpinion } from '../../../src/dossiers/readers/expert-opinion.ts';
import { evidenceItemsIn } from '../../../src/dossiers/words/evidence-items-in.ts';
import { evidenceKindOf } from '../../../src/dossiers/words/evidence-kind-of.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const listed = (text: string) =>
  evidenceItemsIn(text).map(({ name, proves }) => (proves ? `${name}→${proves.words}` : name));

describe('证据清单', () => {
  it.each<[string, string, string[]]>([
    [
      '标题下的顿号清单',
      '三、证据材料\n现场笔录、询问笔录、进货验收台账、稀奶油14盒（实物）、营业执照。\n四、建议',
      ['现场笔录', '询问笔录', '进货验收台账', '稀奶油14盒', '营业执照'],
    ],
    [
      '标题后是句号，各项接在同一行',
      '二、证据。1.现场笔录；2.2025年3月1日复查笔录，证明没有改正；3.照片。\n三、告知。2025年4月1日告知。',
      ['现场笔录', '2025年3月1日复查笔录→没有改正', '照片'],
    ],
    [
      '一行一件，带证明对象',
      '上述事实，主要有以下证据证明：\n1.检验报告1份，证明涉案产品不合格的事实；\n2.现场检查笔录1份、现场照片4张，证明库存数量；\n3.移动式插座26只，系物证。\n本局于2025年5月12日送达。',
      ['检验报告→涉案产品不合格的事实', '现场检查笔录→库存数量', '现场照片→库存数量', '移动式插座26只'],
    ],
    [
      '连写，括号编号',
      '证明上述事实的证据有：（一）现场笔录，证明现场查获情况；（二）对店长孟示芸的询问笔录，证明原料来源；（三）营业执照。\n本局认为，',
      ['现场笔录→现场查获情况', '对店长孟示芸的询问笔录→原料来源', '营业执照'],
    ],
    [
      '一句话里',
      '以上事实有勘验检查笔录、询问笔录、复查记录、现场照片证明。',
      ['勘验检查笔录', '询问笔录', '复查记录', '现场照片'],
    ],
    [
      '对几个人的笔录是一件',
      '证据：对骆示娟、娄示行的调查询问笔录、工资表。',
      ['对骆示娟、娄示行的调查询问笔录', '工资表'],
    ],
    ['说的是经过，不是清单', '违法事实及证据：本局执法人员对被处罚单位进行现场检查，发现焊工正在作业。', []],
    [
      '证据一、证据二',
      '上述事实有以下证据予以证实：\n证据一：现场检查笔录，证明检查情况；\n证据二：询问笔录2份，证明执业时间。',
      ['现场检查笔录→检查情况', '询问笔录→执业时间'],
    ],
    ['没有清单', '当事人应当提供证据。', []],
  ])('%s', (_, text, expected) => {
    expect(listed(text)).toEqual(expected);
  });

  it('决定书里的写法归到调查终结报告的名称下', () => {
    const report = paperOf('closing-report', '证据：现场笔录、询问笔录、监控录像。', 'p7');
    const decision = paperOf(
      'decision',
      '证据有：1.现场笔录，证明现场情况；2.对店长孟示芸的询问笔录，证明销售情况。',
      'p9',
    );
    expect(factsOf(evidenceList, report)).toEqual({
      'evidence[现场笔录].name': '现场笔录',
      'evidence[现场笔录].kind': 'record',
      'evidence[询问笔录].name': '询问笔录',
      'evidence[询问笔录].kind': 'party-statement',
      'evidence[监控录像].name': '监控录像',
      'evidence[监控录像].kind': 'audiovisual',
    });
    expect(factsOf(evidenceList, decision, report)).toMatchObject({
      'evidence[询问笔录].proves': '销售情况',
    });
  });
});

describe('鉴定、检验意见', () => {
  it('检验报告的各项', () => {
    const text =
      '示例省产品质量监督检验院\n检 验 报 告（示例）\n样品名称\t移动式插座\t型号\tHD-306\n委托单位\t示例市北桥区市场监督管理局\t受检单位\t示例市亮示五金店\n抽样日期\t2025-03-11\n检验依据\tGB/T 2099.1\n批准：费示庚　审核：葛示琳　主检：辛示\n签发日期：2025年4月2日\n（检验检测专用章）';
    expect(factsOf(expertOpinion, paperOf('expert-opinion', text))).toEqual({
      'evidence[检验报告].name': '检验报告',
      'evidence[检验报告].kind': 'expert',
      'evidence[检验报告].opinion.client': '示例市北桥区市场监督管理局',
      'evidence[检验报告].opinion.material': '移动式插座',
      'evidence[检验报告].opinion.grounds': 'GB/T 2099.1',
      'evidence[检验报告].opinion.experts[辛示].name': '辛示',
      'evidence[检验报告].opinion.body': '示例省产品质量监督检验院',
      'evidence[检验报告].opinion.sealed': true,
      'evidence[检验报告].opinion.issuedOn': '2025-04-02',
    });
  });

  it.each([
    ['示例省兽药监察所检验报告（示例）\n检验结论：不符合规定', '示例省兽药监察所'],
    ['渔具认定意见\n属于禁用渔具。\n示例市水产技术推广站\n2024年1月2日', '示例市水产技术推广站'],
    ['林木价值鉴定意见书\n委托单位：示例县林业局\n　　示例州林业规划院（鉴定专用章）', '示例州林业规划院'],
  ])('鉴定机构：%s', (text, body) => {
    const facts = factsOf(expertOpinion, paperOf('expert-opinion', text));
    expect(Object.entries(facts).find(([path]) => path.endsWith('.opinion.body'))?.[1]).toBe(body);
  });
});

describe('证据的种类', () => {
  it.each([
    ['检验意见通知书', 'documentary'],
    ['复检合格报告', 'expert'],
    ['车辆行驶证照片', 'documentary'],
    ['现场照片', 'audiovisual'],
    ['销售系统明细', 'documentary'],
    ['系统查询记录', 'electronic'],
    ['刺网4张', 'physical'],
    ['案件移送函', 'documentary'],
    ['杨树46棵', 'physical'],
  ] as const)('%s', (name, kind) => {
    expect(evidenceKindOf(name)).toBe(kind);
  });

  it('询问笔录是当事人的陈述还是证言，看问的是谁', () => {
    const report = paperOf(
      'closing-report',
      '证据：王示询问笔录、孙示询问笔录、赵示询问笔录、营业执照。',
      'p7',
    );
    const interview = (id: string, opening: string, rest = '') =>
      paperOf('interview-record', `询问笔录\n${opening}\n问：是否清楚？\n答：清楚。${rest}`, id);
    const facts = factsOf(
      evidenceList,
      report,
      paperOf('decision', '行政处罚决定书\n当事人：示例公司\n法定代表人：王示', 'p8'),
      interview('p2', '被询问人：王示　职务：示例公司法定代表人'),
      interview('p3', '被询问人：孙示　职务：安全员'),
      interview('p4', '被询问人：赵示　职务：海务主管', '公司委托我处理。'),
    );
    expect(facts).toMatchObject({
      'evidence[王示询问笔录].kind': 'party-statement',
      'evidence[孙示询问笔录].kind': 'witness',
      'evidence[赵示询问笔录].kind': 'party-statement',
    });
  });
});

describe('证据清单到哪里为止', () => {
  const names = (text: string) => evidenceItemsIn(text).map(({ name }) => name);

  it('同级的下一段不是证据，人名不是证据，证明书是证据', () => {
    expect(
      names(
        '（三）证据：1.现场检查笔录；2.示例甲、示例乙询问笔录；3.产地证明复印件，证明来源；4.身份证明。\n（四）法律适用：违反条例第三条。\n（五）裁量：属一般档次。\n',
      ),
    ).toEqual(['现场检查笔录', '示例乙询问笔录', '产地证明复印件', '身份证明']);
    expect(names('三、证据\n（一）询问笔录；（二）现场照片。\n四、定性\n违反条例。\n')).toEqual([
      '询问笔录',
      '现场照片',
    ]);
  });
});
