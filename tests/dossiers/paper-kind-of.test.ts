import { describe, expect, it } from 'vitest';
import { PAPER_KIND_NAMES, type PaperKind } from '../../src/cases/paper-kinds.ts';
import { paperKindOf } from '../../src/dossiers/papers/paper-kind-of.ts';
import { PAPER_SAMPLES } from './paper-samples.ts';

const SAMPLES = Object.entries(PAPER_SAMPLES).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind: kind as PaperKind, text, name: text.split('\n')[0] ?? '' })),
);

describe('the kind of a paper', () => {
  it('has samples of every kind but 其他材料', () => {
    expect([...Object.keys(PAPER_SAMPLES), 'other'].sort()).toEqual([...PAPER_KIND_NAMES].sort());
  });

  it.each(SAMPLES)('$name', ({ kind, text }) => {
    expect(paperKindOf('', text, '01.txt')).toEqual({ kind, certain: true });
  });

  it.each(SAMPLES)('$name, each of its characters apart', ({ kind, text }) => {
    const [title = '', ...rest] = text.split('\n');
    const spaced = [[...title.replace(/\s/g, '')].join('　'), ...rest].join('\n');
    expect(paperKindOf('', `\n\n${spaced}`, '').kind).toBe(kind);
  });

  it.each([
    ['08-询问笔录（示例甲）.docx', 'interview-record'],
    ['案卷/03、立案审批表/1.jpg', 'filing-approval'],
    ['13 送达回证.pdf', 'proof-of-service'],
    ['现场照片2.JPG', 'photograph'],
    ['scan0001.jpg', 'photograph'],
    ['scan0001.pdf', 'other'],
    ['杂项.pdf', 'other'],
  ] as const)('a paper without words called %s', (file, kind) => {
    expect(paperKindOf('', '', file)).toEqual({ kind, certain: false });
  });

  it.each([
    ['行政处罚事先（听证）告知书', 'prior-notice'],
    ['行政处罚事先告知暨听证告知书', 'prior-notice'],
    ['行政处罚听证告知书', 'hearing-right-notice'],
    ['涉案物品核价表', 'expert-opinion'],
    ['证照复印件', 'identity-proof'],
    ['进货账本复印件（第3页）', 'documentary-evidence'],
    ['双随机监督抽查任务单', 'source'],
    ['行政处罚决定书送达回证', 'proof-of-service'],
    ['行政处罚决定审批表', 'decision-approval'],
    ['不予行政处罚审批表', 'decision-approval'],
    ['案件办理期限延长审批表', 'other'],
    ['行政检查审批表', 'other'],
    ['行政执法委托书', 'other'],
    ['检验委托书', 'expert-opinion'],
    ['查封扣押现场笔录', 'inspection-record'],
    ['# 立案审批表（示例）', 'filing-approval'],
    ['【示例】行政处罚决定书', 'decision'],
    ['一、行政处罚决定书', 'decision'],
    ['行政处罚决定书　示市监罚〔2025〕3号', 'decision'],
    ['询问笔录（示例甲）第1页 共3页', 'interview-record'],
    ['示例甲询问笔录', 'interview-record'],
    ['劳动保障监察限期改正指令书', 'correction-order'],
    ['消防行政处罚立案审批表', 'filing-approval'],
    ['违法行为通知书', 'prior-notice'],
    ['行政处罚告知笔录', 'prior-notice'],
    ['责令停止违法行为通知书', 'correction-order'],
    ['先行登记保存批准书及通知书', 'preservation-notice'],
    ['先行登记保存证据通知书及清单', 'preservation-notice'],
    ['房屋租赁合同（摘录）', 'documentary-evidence'],
    ['分期缴纳罚款申请书', 'other'],
    ['当场处罚备案登记表', 'other'],
    ['案件线索登记', 'source'],
    ['路检记录', 'inspection-record'],
    ['样品采集记录', 'sampling-record'],
    ['林木价值认定书', 'expert-opinion'],
    ['鉴定结论通知书', 'expert-opinion'],
    ['特种设备安全监察指令书', 'correction-order'],
    ['责令停工通知书', 'correction-order'],
    ['关于要求公开举行听证会的申请', 'hearing-request'],
    ['教育谈话记录', 'other'],
    ['结案及备案登记', 'closure-approval'],
    ['视音频记录清单', 'recordings-index'],
    ['林权证（复印件）', 'documentary-evidence'],
    ['书证一 交接清册（复印件）', 'documentary-evidence'],
    ['书证：补建台账（节选复印件）', 'documentary-evidence'],
    ['书证提取', 'documentary-evidence'],
    ['证据（复印件）粘贴单', 'documentary-evidence'],
  ] as const)('%s', (title, kind) => {
    expect(paperKindOf('', `${title}\n内容`, '')).toEqual({ kind, certain: true });
  });

  it.each([
    ['询间笔录', 'interview-record', '被询问人：示例甲\n问：何时？\n答：昨日。'],
    ['迭达回证', 'proof-of-service', '受送达人：示例店'],
    ['行政处罚诀定书', 'decision', '决定作出如下行政处罚。可在六十日内申请复议。'],
    ['行政处罚事先告如书', 'prior-notice', '拟对你处以罚款。有权陈述、申辩。'],
    ['立案审枇表', 'filing-approval', '案件来源：举报'],
    ['结 案 审 批 衷', 'closure-approval', '执行情况：完毕。同意结案。'],
  ] as const)('a scanned title, %s', (title, kind, body) => {
    expect(paperKindOf('', `${title}\n${body}`, '').kind).toBe(kind);
  });

  it('puts together a title broken over lines', () => {
    expect(paperKindOf('', '示例市市场监督管理局行政处罚\n听证告知书\n内容', '').kind).toBe(
      'hearing-right-notice',
    );
    expect(paperKindOf('', '行政处罚决定\n审批表\n内容', '').kind).toBe('decision-approval');
    expect(paperKindOf('', '行政处罚立案\n审批表\n罚款', '').kind).toBe('filing-approval');
    expect(paperKindOf('', '询\n问\n笔\n录\n被询问人：示例甲', '').kind).toBe('interview-record');
    expect(paperKindOf('', '示例市生态环境局\n行政处罚决定书\n示环罚〔2025〕1号', '').kind).toBe('decision');
  });

  it('looks past a running head for the title', () => {
    const bound = '行政处罚案卷\n示例市水利局\n行政处罚决定书\n内容';
    expect(paperKindOf('', bound, '').kind).toBe('decision');
    expect(paperKindOf('', '行政处罚案卷\n立案审批表\n案由：略', '').kind).toBe('filing-approval');
  });

  it('knows a paper without a title by its labels, and says that it is not certain', () => {
    const record = '被询问人：示例甲\n询问人：示例乙\n问：何时进货？\n答：去年。\n以上笔录我看过。';
    expect(paperKindOf('', record, '')).toEqual({ kind: 'interview-record', certain: false });
    const proof = '受送达人\t示例店\n送达方式\t直接送达\n收件人签名\t示例甲\n见证人\t无';
    expect(paperKindOf('', proof, '')).toEqual({ kind: 'proof-of-service', certain: false });
  });

  it('does not take a mention for a title', () => {
    const letter = '示例店：\n你店收到行政处罚决定书后，应当按照行政处罚决定书缴款。\n特此说明。';
    expect(paperKindOf('', letter, '').kind).toBe('other');
    expect(paperKindOf('', '附：现场检查笔录、询问笔录各一份。', '').kind).toBe('other');
    expect(paperKindOf('', '送达文书 行政处罚决定书\n示例', '').kind).toBe('other');
    expect(paperKindOf('', '聊天记录截图、限期改正指令书\n示例', '').kind).toBe('other');
  });

  it.each([
    ['声　明\n我店放弃陈述、申辩和听证的权利。', 'defence-record'],
    ['声明\n本公司放弃听证的权利。', 'other'],
    ['申　请\n对拟罚款不服，要求听证。', 'hearing-request'],
    ['申请书\n因资金困难，请求分期缴纳罚款。', 'other'],
    ['申请书\n请求减轻处罚。', 'defence-record'],
    ['行政处罚听证告知书\n拟罚款五万元。你单位有权陈述、申辩，并可要求听证。', 'prior-notice'],
    ['行政处罚听证告知书\n因拟罚款数额较大，你单位可以要求听证。', 'hearing-right-notice'],
    ['整改情况核查记录\n核查时间：3月5日\n核查人：示例甲', 'other'],
    ['整改情况复查记录\n复查地点：示例村\n复查人：示例甲', 'inspection-record'],
    ['审批表\n拟处理：罚款3000元\n局长：同意', 'decision-approval'],
    ['呈批表\n事项：对货物先行登记保存', 'preservation-notice'],
    ['情况说明\n至期限届满，当事人没有提出陈述、申辩。', 'defence-record'],
    ['情况说明\n摄像机当日故障。', 'other'],
    ['当事人意见\n收到，不再陈述申辩。', 'defence-record'],
    ['废品收据\n收购站付款300元', 'documentary-evidence'],
    ['票据\n示例甲　罚款300元', 'receipt'],
    ['证据提取单\n营业执照（复印件）\n名称：示例店', 'identity-proof'],
  ] as const)('lets the content decide, %s', (text, kind) => {
    expect(paperKindOf('', text, '').kind).toBe(kind);
  });

  it.each([
    ['村民反映登记\n时间：3月5日\n内容：摊位没有标价', 'source'],
    ['投诉登记（热线工单）\n登记时间：3月5日', 'source'],
    ['示例所专项检查任务单\n派员：示例甲', 'source'],
    ['河道巡查情况报告单\n报告人：示例甲', 'source'],
    ['现场复勘笔录\n复勘时间：3月5日', 'inspection-record'],
    ['营业执照摘录\n名称：示例店', 'identity-proof'],
    ['身份证、驾驶证复印件\n与原件一致', 'identity-proof'],
    ['货款核算表\n合计：300元', 'documentary-evidence'],
    ['音像记录登记\n编号1，3月5日检查录像', 'recordings-index'],
    ['处罚信息公示提示单\n收：示例甲', 'other'],
    ['决定呈批表\n拟罚款300元', 'decision-approval'],
    ['分期缴纳罚款申请及审批\n申请：分两期缴清', 'deferral-approval'],
    ['登记保存批准书\n负责人意见：批准', 'preservation-notice'],
    ['未提出陈述申辩情况说明\n期限内没有收到', 'defence-record'],
  ] as const)('knows short names, %s', (text, kind) => {
    expect(paperKindOf('', text, '').kind).toBe(kind);
  });

  it('takes a line that ends in a colon for no title', () => {
    expect(paperKindOf('', '检查记录：\n一、货架上有三盒。', '').kind).toBe('other');
  });

  it('lets the content decide where a form serves many matters', () => {
    expect(paperKindOf('', '示例局公告\n自公告之日起满三十日视为送达。', '').kind).toBe('proof-of-service');
    const form = '行政处罚案件有关事项审批表\n审批事项：';
    expect(paperKindOf('', `${form}分期缴纳罚款`, '').kind).toBe('deferral-approval');
    expect(paperKindOf('', `${form}先行登记保存证据`, '').kind).toBe('preservation-notice');
    expect(paperKindOf('', `${form}中止调查`, '').kind).toBe('other');
  });
});
