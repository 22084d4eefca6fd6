import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';
import { ISSUED_PAPERS } from './issued-papers.ts';
import { isName, namesIn } from './names-in.ts';

/** Where a paper names the party. */
export interface PartyMention extends Span {
  name: string;
  /** `strong`: the paper says that this is the party. `address`: whom it is addressed to. `weak`: only if known elsewhere. */
  how: 'strong' | 'address' | 'weak';
}

const PARTY =
  /^(?:案件)?(?:当事人|被处罚人|被处罚单位|受处罚人|受处罚单位|行政相对人|违法行为人|违法单位|(?:违法)?嫌疑(?:人|单位))(?:基本情况|概况|名称|姓名|姓名或名称|姓名或者名称|单位名称|情况)?$/;
const TOLD =
  /^(?:被检查(?:人|单位)|被检查对象|被勘验(?:人|单位)|被告知人|受送达人|受送达单位|被抽样(?:人|单位)|受检单位|被监测单位|被调查单位|缴款(?:人|单位)|交款(?:人|单位)|被申请(?:执行)?人|被催告人|委托单位名称|单位名称|企业名称|受送达人名称|受送达人姓名)$/;
/** In a complaint others are told of beside whoever is complained of. */
const COMPLAINED =
  /^(?:被(?:投诉|举报|反映|监察|监督|监管|复查|核查|查处|巡查|抽查)(?:人|单位|对象|企业)(?:名称|姓名)?|(?:检查|抽查|监管|监测|监督)对象)$/;
const NAME = /^(?:名称|姓名|名称\/姓名|姓名\/名称|单位名称|企业名称|商户名称|个人姓名)$/;
const APPLICANT = /^(?:申请人|申辩人|陈述人|陈述申辩人|声明人|听证申请人|委托人|委托单位)$/;
const APPLIED: PaperKind[] = ['hearing-request', 'defence-record', 'deferral-approval', 'power-of-attorney'];
const CAUSE = /^(?:案由|案名|案件名称|案件|事由|案件题名)$/;
const ADDRESSED: PaperKind[] = [...ISSUED_PAPERS, 'interview-notice', 'sampling-record', 'inspection-record'];
/** Papers in which 姓名 and 名称 alone speak of the party. */
const OWN: PaperKind[] = [
  'identity-proof',
  'decision',
  'no-penalty-decision',
  'filing-approval',
  'closing-report',
  'decision-approval',
  'prior-notice',
];
const ORGANISATION =
  /(?:公司|厂|店|部|行|社|中心|医院|学校|小学|中学|大学|幼儿园|馆|院|站|所|集团|协会|坊|铺|超市|酒家|饭庄|网吧|场|工作室|吧|庄|园|屋|餐厅|矿|队|委员会|商户|摊|城|房|档|轩|阁|居|楼|斋|堂|号|汇|家|庭|记|局|户|基地|联合体|企业|机构|处|室|厅)$/;

/** Labels of a form that end as names of businesses do. */
const LABEL =
  /^(?:[\p{sc=Han}]{0,6}(?:身份|证件?|车牌|编|文|案|账|卡|手机|电话|档案|注册|登记|许可|批准|流水|序)号|(?:经营|生产|营业|办公|检查|居住|执法|违法)(?:场所|处所)|(?:工作|服务|就职|所在)单位|送达地点)$/u;

/** A name of an organisation or a business, as against a person's. */
export const isOrganisation = (name: string) =>
  name.length >= 4 &&
  !LABEL.test(name) &&
  ORGANISATION.test(name.replace(/[（(][^（()）]*[)）]$/, '')) &&
  /^[\p{sc=Han}A-Za-z0-9（）()·]+$/u.test(name);

/** Where one paper names the party, in its order. */
export function partyMentions(paper: Paper): PartyMention[] {
  const fields = fieldsOf(paper);
  const found: PartyMention[] = [];
  for (const { label, value, start, at } of fields) {
    const plain = label.replaceAll(/\([^()]*\)/g, '');
    const how = strengthOf(plain, paper, rowBefore(paper.text, at));
    const cut = how && nameAtStart(value);
    if (how && cut) found.push({ name: cut.name, start: start + cut.start, end: start + cut.end, how });
    else if (CAUSE.test(plain)) {
      const lead = organisationLeading(value);
      if (lead) found.push({ name: lead, start, end: start + lead.length, how: 'weak' });
    }
  }
  return [...found, ...addressee(paper), ...told(paper)].sort((one, other) => one.start - other.start);
}

/** Whether a label asks for the party: its particulars follow, whatever a scan made of the name. */
export const asksForParty = (label: string) =>
  PARTY.test(label.replaceAll(/\([^()]*\)/g, '')) || /^(?:单位名称|企业名称)$/.test(label);

/** What stands before a label in its row: 当事人 | 姓名 | 张示. */
const rowBefore = (text: string, at: number) =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replaceAll(/\s/g, '');

function strengthOf(label: string, paper: Paper, before: string): PartyMention['how'] | undefined {
  if (PARTY.test(label)) return 'strong';
  if (APPLICANT.test(label)) return APPLIED.includes(paper.kind) ? 'address' : undefined;
  if (NAME.test(label))
    return OWN.includes(paper.kind) || /当事人|被处罚/.test(before)
      ? /当事人|被处罚/.test(before)
        ? 'strong'
        : 'address'
      : undefined;
  if (label === '个人' || label === '单位' || label === '法人或者其他组织')
    return /当事人|被处罚/.test(before) ? 'strong' : undefined;
  if (COMPLAINED.test(label)) return paper.kind === 'source' ? 'weak' : 'address';
  return TOLD.test(label) ? 'address' : undefined;
}

/** The name with which a value begins: of a person or an organisation. */
export function nameAtStart(value: string): (Span & { name: string }) | undefined {
  const line = /^[^，,；;。、\t\n：:]+/.exec(value)?.[0] ?? '';
  const words = line.trim().split(/[ 　]+/);
  const bare = (words[0] ?? '')
    .replace(
      /[（(](?:以下简?称|个体|盖章|签名|章|签字|法定|统一|身份|男|女|单位|公章|经营者|当事人|个人|自然人|企业|曾用名|字号|公民)[^（()）]*[)）]?$/,
      '',
    )
    .replace(/(?:[（(][^）)]*$)/, '');
  if (isOrganisation(bare) && !isName(bare)) return { name: bare, start: 0, end: bare.length };
  const [first] = namesIn(line);
  return first && first.start === 0 ? { name: first.name, start: 0, end: first.end } : undefined;
}

/** 示例市示例公司销售不合格产品案: the organisation named first in the name of a case. */
function organisationLeading(value: string): string | undefined {
  return /^[\p{sc=Han}A-Za-z0-9（）()·]{4,40}?(?:公司|合作社|商行|商店|超市|[\p{sc=Han}]厂|[\p{sc=Han}]店|经营部|门市部|服务部|医院|诊所|学校|幼儿园|酒店|宾馆|餐厅|饭店|中心|工作室)(?:[\p{sc=Han}]{1,8}分公司|[\p{sc=Han}]{1,6}店)?(?=[^\p{sc=Han}]|涉嫌|一案|案|\p{sc=Han})/u.exec(
    value,
  )?.[0];
}

/** A line that is a name and a colon: whom the paper speaks to. */
function addressee(paper: Paper): PartyMention[] {
  if (!ADDRESSED.includes(paper.kind)) return [];
  const lines = [...paper.text.slice(0, 700).matchAll(/[^\n]+/g)];
  for (const [index, match] of lines.entries()) {
    const line = match[0];
    const words = line.trim();
    const start = match.index + line.indexOf(words);
    const colon = /^([^：:\t]{2,60})[：:]$/.exec(words);
    const next = lines[index + 1]?.[0].trim() ?? '';
    // Without a colon only above the party's particulars.
    const bare =
      !colon &&
      index > 0 &&
      /^(?:统一社会信用代码|社会信用代码|营业执照|身份证|公民身份|地[ 　]*址|住[ 　]*[所址]|法定代表人|经营者)/.test(
        next,
      );
    if (!colon && !bare) continue;
    const cut = nameAtStart(colon?.[1] ?? words);
    if (!cut || AGENCY.test(cut.name)) continue;
    return [{ name: cut.name, start: start + cut.start, end: start + cut.end, how: 'address' }];
  }
  return [];
}

const AGENCY = /(?:局|委员会|政府|支队|大队|总队|厅|法院|办公室|办事处|科|股|所|海关)$/;

/** A closing report begins with who the party is: 示例公司，住所…，法定代表人…. */
function told(paper: Paper): PartyMention[] {
  if (paper.kind !== 'closing-report') return [];
  return [
    ...paper.text
      .slice(0, 1500)
      .matchAll(
        /(?<=^[\s　]*)[^，,；;。、\s：:]{2,40}(?=[，,](?:男|女|统一|住所|地址|法定|经营|身份|系|注册|住))/gm,
      ),
  ].flatMap((match) => {
    const cut = nameAtStart(match[0]);
    return cut
      ? [{ name: cut.name, start: match.index, end: match.index + cut.end, how: 'address' as const }]
      : [];
  });
}
