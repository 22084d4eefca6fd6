import type { PaperKind } from '../../cases/paper-kinds.ts';
import { cleanTitle } from './clean-title.ts';
import { misreadTitle } from './misread-title.ts';
import { PAPER_TITLES } from './paper-titles.ts';

/** What a line that names a paper says. */
export interface TitleRead {
  kind: PaperKind;
  /** Clean, without the agency before it. */
  title: string;
  attachment: boolean;
  /** False where one character had to be taken as misread. */
  exact: boolean;
}

const LONGEST = 90;
const MODIFIER =
  '行政|处罚|执法|强制|案件|违法|一般|普通|简易|快速|程序|重大|复杂|疑难|当事人|文书|当场|监督|检查|实施|解除|延长|变更|第[一二三四五六七八九十\\d]+次|证据|物品|财物|场所|设施|先行|登记|涉案|相关|现场|被?调查|被询问人|嫌疑人|证人|法定代表人|委托|决定|事项|及|和|与|或|暨|\\/|履行|罚款|限期|责令|机构|法制|企业|个体工商户|个人|单位|产品|质量|收缴|罚没|统一|一般|中央|省级|非税收入|示例|重新|补充|再次|二次|市场|市场监督管理|代收|告知书?|通知书?|决定书?|没收|不予|的';
const BODY =
  '局|厅|委|会|府|队|所|心|办|办公室|室|站|部|署|院|道|镇|乡|区|县|市|省|处|组|司|店|厂|行|社|案|人|户|例|中国|共和国';
/** Words that a name of a field or a person does not hold: 消防, 劳动保障监察, 示例甲. */
const SENTENCE_WORDS = '在对向将被把由于因是有无并且即后前其该此这那你我他您了着过按照已未经';
const BEFORE = new RegExp(
  `^(?:关于.{2,80}?|.{0,70}(?:${BODY})|(?:(?![${SENTENCE_WORDS}])[\\u4e00-\\u9fa5某×*xX]){2,14})?(?:${MODIFIER})*$`,
);
/** Words that make of a paper's name an object: somebody received it, attached it, relied on it. */
const OBJECT_OF =
  /(?:送达|收到|签收|作出|制作|下达|详?见|附|根据|依据|按照|提供|出示|查阅|以上|上述|本|该|此|拒收|领取|发出|出具|执行|履行|取得|制发|填写|收取)(?:了|过|的)?$|(?:方式|名称|地点|时间|种类|类型|日期|内容|编号|文号|题名|方法|阶段)$|^(?:送达的?文书|文书名称|文书及|材料名称|证据名称|受送达)|^(?:附|见|详见|另附|以上|上述|本|该|此|将|对|向|经|由|在|于|有|无|是|凭|依|如)(?!市|区|县|法|源|案)/;
const COPIED = /(?:复印|复制|打印|扫描|影印)(?:件|页)?$|(?:正|副)本$|存根$|原件$/;
const COPY = /\((?:[^()]{1,24})\)$/;

const APPROVED = /(?:呈批|审批|报批|审签|呈报)(?:表|件|单|书)?$/;

/**
 * The kind of paper that a line names, or nothing: the whole line must be the name, with at most an agency, a person
 * or the case before it (示例市市场监督管理局行政处罚决定书, 关于……案的调查终结报告) and a remark in brackets after it.
 */
export function kindOfTitle(line: string): TitleRead | undefined {
  if (line.length > LONGEST * 2) return undefined;
  const kept = cleanTitle(line);
  if (kept.length < 2 || kept.length > LONGEST || !/[\u4e00-\u9fa5]{2}/.test(kept)) return undefined;
  const copied = COPIED.exec(kept)?.[0] ?? '';
  const own = kept.slice(0, kept.length - copied.length);
  const remark = COPY.exec(own)?.[0] ?? '';
  const body = remark ? own.slice(0, -remark.length) : own;
  // 案件处理呈批（调查终结报告）: a form of approval, and in brackets what it brings to approval.
  const brought = remark && APPROVED.test(body) ? named(remark.slice(1, -1)) : undefined;
  if (brought?.kind === 'closing-report') return { ...brought, title: own };
  // 账本复印件（第3页）: the copy, and in brackets which part of it.
  const inner = remark ? body.replace(COPIED, '') : body;
  const forms = remark ? [body, `${remark.slice(1, -1)}${body}`] : [body];
  if (inner !== body && inner.length >= 2) forms.push(inner);
  for (const form of forms) {
    const read =
      named(form.replace(/(?<=.)[一二三四五六七八九十\d]{1,2}$/, '')) ?? named(form) ?? misread(form);
    if (read) return { ...read, title: read.title + (form === body ? remark : '') + copied };
  }
  return undefined;
}

/** One character of the name misread: the name it must have been decides. */
function misread(form: string): TitleRead | undefined {
  const meant = misreadTitle(form.replace(/[()[\]【】]/g, ''));
  const read = meant && named(meant);
  return read ? { ...read, exact: false } : undefined;
}

/** Contracts, accounts, screenshots are of anything: 房屋租赁合同. */
function freeBefore(kind: PaperKind): RegExp | undefined {
  return kind === 'documentary-evidence' ? /^[\u4e00-\u9fa5A-Za-z\d]{1,20}$/ : undefined;
}

function named(form: string): TitleRead | undefined {
  // 通知书及清单 is the notice.
  const bare = form.replace(/[()[\]【】]/g, '').replace(/(?<=书)[及和与附、].{0,10}清单$/, '');
  for (const { kind, ends, attachment } of PAPER_TITLES) {
    const match = ends.exec(bare);
    if (!match) continue;
    const before = bare.slice(0, match.index);
    if (before && (OBJECT_OF.test(before) || !(freeBefore(kind) ?? BEFORE).test(before))) continue;
    return {
      kind: bothNotices(form) ? 'prior-notice' : kind,
      title: withoutAgency(form),
      attachment: attachment === true,
      exact: true,
    };
  }
  return undefined;
}

/** 行政处罚（听证）告知书, 事先（听证）告知书, 事先告知暨听证告知书: one paper that tells the party of both. */
function bothNotices(form: string): boolean {
  return /告知书?$/.test(form) && /\(含?听证[^)]*\)|(?:事先|预先|先行).*听证|听证.*(?:事先|预先)/.test(form);
}

function withoutAgency(form: string): string {
  const agency =
    /^.{2,40}?(?:管理局|监督局|执法局|保护局|环境局|规划局|农村局|健康委员会|管理委员会|监察局|(?:市|区|县|镇|乡)人民政府|办事处|[局厅](?!长)|(?:执法)?(?:总队|支队|大队|中队))(?:[\u4e00-\u9fa5]{0,6}(?:分局|执法局|支队|大队|中队))?/.exec(
      form,
    )?.[0];
  const rest = agency && !form.startsWith('关于') ? form.slice(agency.length) : form;
  return rest.length >= 3 ? rest : form;
}
