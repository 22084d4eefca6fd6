import { type PersonalDatum, personalDataIn } from './personal-data-in.ts';
import { DOUBLE_SURNAMES, SURNAMES } from './surnames.ts';

const HIDDEN = '***';
/** Who stands behind such a label is a natural person. */
const LABELS =
  '(?:当事人|被处罚人|被处理人|违法行为人|相对人|申请人|被申请人|姓名|法定代表人|法人代表|负责人|经营者|投资人|业主|户主|车主|驾驶员|驾驶人|司机|委托代理人|代理人|受托人|联系人|证人|见证人|被询问人|被调查人|询问人|调查人|记录人|检查人|检查人员|执法人员|承办人|承办人员|办案人员|审核人|审批人|签收人|收件人|受送达人|送达人|受送达单位|签收|承办|主办|协办|经办人?|操作人|送审人|收款人|列席人员|列席|参加人员|调查人员|汇报人|当事人确认|举报人|投诉人|受害人|被害人|伤者|死者|患者|消费者|顾客|原告人?|被告人?|第三人|劳动者|乘客|学员|工人|员工|职工|[\\p{sc=Han}]{1,2}工|上诉人|被上诉人|犯罪嫌疑人|罪犯)';
/** What may stand between the label and the name: 为, 系, 是, brackets with the role, a colon. */
const BETWEEN =
  '(?:[（(][^（）()\\n]{1,12}[）)])?[ 　]*(?:姓名|签名|签字|签收|签章|确认)?[ 　]*(?:[（(][^（）()\\n]{1,12}[）)])?[ 　]*[：:为系是|\\t]?[ 　\\t|]*';
const NAME = '([\\p{sc=Han}](?:[ 　]?[\\p{sc=Han}·•]){1,7}?)';
const AFTER =
  '(?=[ 　]*(?:[，,。；;、：:（(）)“”"《\\n\\t|\\d]|$|[男女](?:[，,。；;\\s]|$)|[ 　]|等[\\d一二三四五六七八九十两]+人|和|与|及|在|于|向|因|将|从|驾驶|未|的|经营|开设|称|陈述|身份证|性别|电话|联系|签名|签字|（))';
const LABELLED = new RegExp(`${LABELS}${BETWEEN}${NAME}${AFTER}`, 'gu');
/** Further names in a list: 执法人员张三、李四. */
const NEXT =
  /^(?:[（(][^（）()\n]{1,20}[）)])?(?:[、,，|]|和|与|及)?[ 　|]*(\p{sc=Han}{2,4})(?=[，,。；;、（(|\s\d]|$|和|与|及|等)/u;
/** 张三，男，1980年…; 李四（身份证号…）. */
const DESCRIBED =
  /(?<![\p{sc=Han}\d])(\p{sc=Han}{2,4})[ 　]*[，,（(][ 　]*(?:[男女][，,。；;）)]|身份证|公民身份)/gu;
/** 拖欠张三等12名…, 安排李四驾驶. */
const NARRATED =
  /(?:支付|拖欠|雇佣|雇用|聘用|招用|安排|指派|委派|送乘客)(\p{sc=Han}{2,4}?)(?=等[\d一二三四五六七八九十]+[名人]|驾驶|下车|上车)/gu;
/** Words of two to four signs that begin like a surname and are none. */
const NO_NAME =
  /^(?:安全|方面|方式|应当|项目|经营|经查|明知|明确|常年|于是|时间|单位|和解|路过|申请|申辩|成立|成为|管理|施工|全体|全部|任何|白天|包装|当场|平台|向其|从事|从业|从轻|从重|都是|别人|别处|能够|利用|有关|有权|有限|及其|及时|许可|许多|危险|温度|高度|水果|米面|黄金|金额|石材|关系|关于|连续|解除|解释|文化|国家|公司|代理|代表|相关|钱款|车辆|车间|房屋|家庭|商场|商店|生产|生活|席位|马路|江苏|江西|云南|海南|山东|山西|广东|广西|成都|温州|杭州|郑州|苏州|徐州|常州|贺州|梅州|柳州|滕州|宁波|方法|查获|查明|查处|强行|强制|农户|农民|农业|邮政|幸好|满意|曾经|仅有|胡乱|简易|简单|充分|计算|元整|步行|牛肉|羊肉|鱼类|鲜活|种植|花卉|苗木|游客|商户|商贩|费用|于同|于当|及日|及相)/;
const GIVEN_SIGN = /[的了是在不局司店厂所号你我他她它们这那此被就罚款额证件签：、]/;
const LANDLINE = /((?:联系)?电话|联系方式|手机号?码?)([ 　]*[：:为是]?[ 　]*)(\+?\d[\d -]{6,16}\d)/g;
const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])[·.• ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Z0-9])/g;

/** A text without what tells who the natural persons are, and how many places were changed. */
export interface Masked {
  text: string;
  places: number;
}

/**
 * 隐去个人信息 of a past case: names of natural persons become 张某 (several of one surname 张某甲, 张某乙, in the order in
 * which they appear), identity, phone, account and plate numbers and addresses below the district are hidden, of a birth
 * date the year stays. Names are those behind a label (当事人, 法定代表人, 证人 …) or before 男 or 女, and then everywhere in
 * the text; names of organisations stay. Already masked names stay as they are. Idempotent.
 */
export function maskPersonalData(text: string): Masked {
  let places = 0;
  let masked = text;
  const put = (pattern: RegExp, by: string | ((...parts: string[]) => string)) => {
    masked = masked.replace(pattern, (...parts) => {
      const next = typeof by === 'string' ? by : by(...(parts as string[]));
      if (next !== parts[0]) places++;
      return next;
    });
  };
  for (const datum of personalDataIn(text).sort((a, b) => b.quote.length - a.quote.length)) {
    put(asWritten(datum.quote), replacement(datum));
  }
  put(LANDLINE, (_whole, label, between) => `${label}${between}${HIDDEN}`);
  put(PLATE, (_whole, head) => `${head}${HIDDEN}`);
  for (const [name, alias] of aliases(personsIn(masked))) {
    const spread = [...name].join('[ 　]{0,2}');
    put(new RegExp(`${spread}(?!某)`, 'gu'), alias);
  }
  return { text: masked, places };
}

/** Names of natural persons, in the order in which they first appear. */
function personsIn(text: string): string[] {
  const found = new Map<string, number>();
  const add = (raw: string, at: number): boolean => {
    const name = raw.replace(/[ 　]/g, '');
    if (!isPerson(name)) return false;
    if (!found.has(name)) found.set(name, at);
    return true;
  };
  for (const match of text.matchAll(LABELLED)) {
    let at = match.index + match[0].length;
    if (!add(match[1]!, at)) continue;
    for (let next = NEXT.exec(text.slice(at, at + 40)); next; next = NEXT.exec(text.slice(at, at + 40))) {
      if (!add(next[1]!, at)) break;
      at += next[0].length;
    }
  }
  for (const match of text.matchAll(DESCRIBED)) add(match[1]!, match.index);
  for (const match of text.matchAll(NARRATED)) add(match[1]!, match.index);
  return [...found].sort(([, one], [, other]) => one - other).map(([name]) => name);
}

function isPerson(name: string): boolean {
  if (/[·•]/.test(name)) return /^\p{sc=Han}{1,8}(?:[·•]\p{sc=Han}{1,8}){1,3}$/u.test(name);
  const surname = surnameOf(name);
  if (surname === undefined || name.includes('某') || NO_NAME.test(name)) return false;
  const given = name.slice(surname.length);
  return given.length >= 1 && given.length <= 2 && !GIVEN_SIGN.test(given);
}

function surnameOf(name: string): string | undefined {
  const two = name.slice(0, 2);
  if (name.length > 2 && DOUBLE_SURNAMES.has(two)) return two;
  return SURNAMES.has(name[0]!) ? name[0] : undefined;
}

/** 张三 → 张某; with 张四 besides 张某甲 and 张某乙. Longer names first, so that none is cut inside another. */
function aliases(names: string[]): [string, string][] {
  const bearers = new Map<string, string[]>();
  for (const name of names) {
    const surname = surnameOf(name) ?? name[0]!;
    bearers.set(surname, [...(bearers.get(surname) ?? []), name]);
  }
  const given: [string, string][] = [...bearers].flatMap(([surname, all]) =>
    all.map((name, index): [string, string] => [
      name,
      `${surname}某${all.length > 1 ? (STEMS[index] ?? String(index + 1)) : ''}`,
    ]),
  );
  return given.sort(([one], [other]) => other.length - one.length);
}
const STEMS = '甲乙丙丁戊己庚辛壬癸';

function replacement({ kind, quote }: PersonalDatum): string {
  if (kind === 'birth-date') return `${/^[\d〇零一二三四五六七八九]{4}/.exec(quote)?.[0] ?? HIDDEN}年`;
  if (kind !== 'home-address') return HIDDEN;
  const district =
    /^.*?(?:[市州盟].*?[区县旗市]|[区县旗])/.exec(quote)?.[0] ?? /^.*?[省市区]/.exec(quote)?.[0];
  return `${district ?? ''}${HIDDEN}`;
}

/** The quote is in half width; the text may have it in full width and spread by spaces. */
function asWritten(quote: string): RegExp {
  const signs = [...quote].map((sign) => {
    const code = sign.codePointAt(0)!;
    if (/\s/.test(sign)) return '[ 　]*';
    const full = code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : '';
    return `[${sign.replace(/[\\\]^-]/g, '\\$&')}${full}]`;
  });
  return new RegExp(signs.join(''), 'gu');
}
