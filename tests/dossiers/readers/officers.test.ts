import { describe, expect, it } from 'vitest';
import { officers } from '../../../src/dossiers/readers/officers.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (text: string, kind: Parameters<typeof paperOf>[0] = 'inspection-record') =>
  factsOf(officers, paperOf(kind, text));
const names = (facts: Record<string, unknown>) =>
  Object.keys(facts).flatMap((path) => /^officers\[(.*)\]\.name$/.exec(path)?.[1] ?? []);

describe('执法人员', () => {
  it.each<[string, string, string]>([
    ['王示海（99656021，2028.10.31到期）', '王示海', '2028-10-31'],
    ['王示海（ZN2231，有效期至2026年6月30日）', '王示海', '2026-06-30'],
    ['李示生、王示海，证件号码为ZN2209、ZN2217（有效期均至2027年10月31日）', '李示生', '2027-10-31'],
  ])('没有写“证”字的有效期、几人相同的有效期：%s', (words, name, day) => {
    expect(read(`检查记录\n检查人员：${words}\n`)[`officers[${name}].certificate.validTo`]).toBe(day);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      '证号在名字后的括号里',
      '现场检查笔录\n检查人员：陶示明（执法证号：99010400121）、祝示满（执法证号：99010400158）\n记录人：祝示满',
      { 陶示明: '99010400121', 祝示满: '99010400158' },
    ],
    [
      '证号另成一栏，依次对应',
      '现场检查笔录\n检查人 厉示晓、戈示航 执法证号 示环执020、示环执035 记录人 戈示航',
      { 厉示晓: '示环执020', 戈示航: '示环执035' },
    ],
    [
      '一人一栏，第二人在下一行',
      '现场检查（勘验）笔录\n检查（勘验）人员：苏示袤　执法证件号：梨农执0012\n　　　　　　　　　倪　示　执法证件号：梨农执0020',
      { 苏示袤: '梨农执0012', 倪示: '梨农执0020' },
    ],
    [
      '表格',
      '现场笔录\n执法人员\t敖示群（证号SP-0417）、计示婷（证号SP-0433）\t记录人\t计示婷',
      { 敖示群: 'SP-0417', 计示婷: 'SP-0433' },
    ],
    [
      '都写在一个括号里',
      '检查记录\n检查人 卓示行 米示（均已出示执法证，证号消执990031、消执990047）',
      { 卓示行: '消执990031', 米示: '消执990047' },
    ],
    [
      '括号里是带字头和短横的编号',
      '检查记录\n检查人员：王示海（应急9961-03，有效期2022年10月10日至2027年10月9日）、李示生（川执9961-15）',
      { 王示海: '应急9961-03', 李示生: '川执9961-15' },
    ],
    [
      '括号里只有编号',
      '检查记录\n检查人员：王示海（B9961-T07）　李示生（B9961-T11）',
      { 王示海: 'B9961-T07', 李示生: 'B9961-T11' },
    ],
    [
      '行业的执法证，姓名少见',
      '勘验检查笔录\n勘验检查人：吐示洪·卡德尔（林政执法证 YS-L-0031）、邸示来（林政执法证 YS-L-0047）',
      { 吐示洪·卡德尔: 'YS-L-0031', 邸示来: 'YS-L-0047' },
    ],
    [
      '海事执法人员',
      '船舶检查记录\n海事执法人员：王示松（证 HS9983-115）、李示起（证 HS9983-128）',
      { 王示松: 'HS9983-115', 李示起: 'HS9983-128' },
    ],
    [
      '执法队员',
      '检查记录\n执法队员：甘示（证号LX-CG-208）　费示齐（证号LX-CG-219）',
      { 甘示: 'LX-CG-208', 费示齐: 'LX-CG-219' },
    ],
    [
      '不在姓氏表里的姓',
      '检查笔录\n检查人员：粟示民　执法证号LS-0402；稷示林　执法证号LS-0417　记录：稷示林',
      { 粟示民: 'LS-0402', 稷示林: 'LS-0417' },
    ],
    [
      '在问话里表明身份',
      '现场检查笔录\n检查人员：安示俊、苗示凡\n问：我们是示例局的执法人员安示俊、苗示凡，执法证号分别为YJ-052、YJ-067。',
      { 安示俊: 'YJ-052', 苗示凡: 'YJ-067' },
    ],
  ])('%s', (_, text, numbers) => {
    const facts = read(text);
    for (const [name, number] of Object.entries(numbers)) {
      expect(facts[`officers[${name}].name`]).toBe(name);
      expect(facts[`officers[${name}].certificate.number`]).toBe(number);
    }
    expect(names(facts).sort()).toEqual(Object.keys(numbers).sort());
  });

  it('证件的有效期', () => {
    const record = paperOf('inspection-record', '现场检查笔录\n检查人员：陶示明、祝示满', 'p2');
    const each = paperOf(
      'review-opinion',
      '法制审核意见书\n执法人员陶示明（证号99010400121，有效期至2027年12月31日）、祝示满（证号99010400158，有效期自2022年7月1日至2028年6月30日）具备资格。',
    );
    expect(factsOf(officers, each, record)).toEqual({
      'officers[陶示明].certificate.number': '99010400121',
      'officers[陶示明].certificate.validTo': '2027-12-31',
      'officers[祝示满].certificate.number': '99010400158',
      'officers[祝示满].certificate.validFrom': '2022-07-01',
      'officers[祝示满].certificate.validTo': '2028-06-30',
    });
    const both = paperOf(
      'review-opinion',
      '法制审核意见\n承办人陶示明、祝示满执法证有效期分别至2026年8月31日、2028年3月31日。',
    );
    expect(factsOf(officers, both, record)).toEqual({
      'officers[陶示明].certificate.validTo': '2026-08-31',
      'officers[祝示满].certificate.validTo': '2028-03-31',
    });
  });

  it('先写两人，再依次写证号，各带有效期', () => {
    const record = paperOf(
      'inspection-record',
      '现场检查笔录\n我们是示例局执法人员陶示明、祝示满，证件号码为99010400121（有效期至2027年5月31日）、99010400158（有效期至2026年11月30日），请予配合。\n检查人员：陶示明　祝示满',
    );
    expect(factsOf(officers, record)).toMatchObject({
      'officers[陶示明].certificate.number': '99010400121',
      'officers[祝示满].certificate.number': '99010400158',
    });
  });

  it('立案审批表的承办人是承办人员，审批的人不是', () => {
    const facts = read(
      '立案审批表\n承办人意见\t建议立案。　敖示群　计示婷　2024.9.6\n承办机构意见\t同意。　薄示安　2024.9.6\n领导审批意见\t同意立案。　盛示明　2024.9.9',
      'filing-approval',
    );
    expect(facts).toEqual({
      'officers[敖示群].name': '敖示群',
      'handlers[敖示群]': '敖示群',
      'officers[计示婷].name': '计示婷',
      'handlers[计示婷]': '计示婷',
    });
  });

  it('检验机构的人、被询问人的身份证号、许可证的有效期都不是', () => {
    expect(read('检验报告\n检验人员：辛示　审核：葛示', 'expert-opinion')).toEqual({});
    expect(
      names(read('询问笔录\n被询问人：高示 身份证件号码：990101197803129004', 'interview-record')),
    ).toEqual([]);
    const facts = read('现场笔录\n检查人员：王示、李示\n当事人的食品经营许可证有效期至2027年1月1日。');
    expect(facts).toEqual({ 'officers[王示].name': '王示', 'officers[李示].name': '李示' });
  });

  it('有效期不是证号，也不把前面的人认作执法人员', () => {
    const facts = read(
      '现场检查笔录\n受检单位：示例商行　现场负责人：方示岚（店长）\n检查人：厉示晓，证件号DL-7701，有效期至2029-03-31；戈示航，证件号DL-7702，有效期至2029-03-31',
    );
    expect(names(facts)).toEqual(['厉示晓', '戈示航']);
    expect(facts['officers[厉示晓].certificate.number']).toBe('DL-7701');
    expect(facts['officers[戈示航].certificate.validTo']).toBe('2029-03-31');
  });

  it('设备检定证书的有效期不是执法证件的', () => {
    const facts = read(
      '听证笔录\n调查人员：厉示晓、戈示航\n调查人员戈示航：电表出厂合格证和检定证书（有效期至2026年2月1日）在卷。',
      'hearing-record',
    );
    expect(Object.keys(facts).filter((path) => path.includes('validTo'))).toEqual([]);
  });

  it('没有执法证件的人是辅助人员', () => {
    const facts = read(
      '现场检查笔录\n检查人员：厉示晓（执法证号DL-7701）；戈示航（村级协管员，无行政执法证）\n记录人：戈示航',
    );
    expect(facts['officers[戈示航].auxiliary']).toBe(true);
    expect(facts['officers[厉示晓].auxiliary']).toBeUndefined();
  });

  it('网格员由哪里派来，写在名字后面', () => {
    const facts = read(
      '询问笔录\n询问人：厉示晓，执法证号DL-7701\n记录人：戈示航，示例街道网格员（无执法证）\n询问人：厉示晓　记录人：戈示航',
      'interview-record',
    );
    expect(facts['officers[戈示航].auxiliary']).toBe(true);
    expect(facts['officers[厉示晓].auxiliary']).toBeUndefined();
  });

  it('听证笔录中调查人员的发言不是人名', () => {
    const facts = read(
      '听证笔录\n调查人员：厉示晓、戈示航\n主持人：请陈述。\n调查人员：标牌2021年已设立，当事人知道。',
      'hearing-record',
    );
    expect(names(facts)).toEqual(['厉示晓', '戈示航']);
  });

  it.each<[string, string]>([
    ['表中一行一人', '执法人员核对单\n姓名\t证号\t有效期\t类别\n厉示晓\t示监0216\t2023.5.1—2028.4.30\t监管'],
    [
      '起止各成一栏',
      '执法人员情况\n姓名\t证号\t有效期起\t有效期止\n厉示晓\t示监0216\t2023年5月1日\t2028年4月30日',
    ],
    ['自至之后才写有效', '厉示晓　行政执法证 示监0216　自2023年5月1日至2028年4月30日有效'],
    ['括号里证号和起止日', '办案人：厉示晓（示监0216，2023/5/1～2028/4/30），与当事人无利害关系'],
  ])('有效期：%s', (_, text) => {
    const list = paperOf('other', text);
    const record = paperOf('inspection-record', '现场笔录\n检查人：厉示晓（示监0216）、戈示航（示监0217）');
    const facts = Object.fromEntries(officers(list, [record, list]).map(({ path, value }) => [path, value]));
    expect(facts['officers[厉示晓].certificate.validFrom']).toBe('2023-05-01');
    expect(facts['officers[厉示晓].certificate.validTo']).toBe('2028-04-30');
    expect(facts['officers[戈示航].certificate.validTo']).toBeUndefined();
  });

  it('发言里列举的证据、引号里的词不是人名，没听过的姓单独列出才是', () => {
    const text = [
      '听证笔录',
      '案件调查人员：缑示山、亓示水',
      '调查人员：出示现场笔录、照片、账册，建议按“较轻”档次处罚。',
      '承办人意见：建议立案。缑示山、亓示水 2025年3月4日',
    ].join('\n');
    expect(names(read(text, 'hearing-record'))).toEqual(['缑示山', '亓示水']);
  });

  it('格里另有别人的一栏的，那人不是执法人员', () => {
    const facts = read('现场笔录\n检查人\t缑示山　亓示水　　见证人：王示川　归档：2025年3月4日\n');
    expect(names(facts)).toEqual(['缑示山', '亓示水']);
  });

  it('做过的事的起止日不是证件的有效期', () => {
    const text = '案件来源登记表\n厉示晓接报：当事人2021年5月1日至2023年4月30日占用车位12个。';
    const record = paperOf('inspection-record', '现场笔录\n检查人：厉示晓（示监0216）');
    const facts = officers(paperOf('source', text), [record]);
    expect(facts.filter(({ path }) => path.includes('valid'))).toEqual([]);
  });

  it('由某人承办', () => {
    const facts = read(
      '立案审批表\n承办人意见：建议立案，由厉示晓、戈示航承办。　2025年3月1日',
      'filing-approval',
    );
    expect(names(facts)).not.toContain('由厉示晓');
  });
});
