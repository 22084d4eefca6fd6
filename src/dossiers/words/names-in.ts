import { keptByText } from '../../law/kept-by-text.ts';
import { DOUBLE_SURNAMES, SURNAMES } from '../../law/surnames.ts';
import type { Span } from '../paper.ts';

/** A person's name as it stands in a text; `name` is without the spaces that spread it (张　三). */
export interface NameIn extends Span {
  name: string;
  /** What stands in brackets behind it: 局长, 证号SP-0417. */
  note?: string;
}

const TITLE =
  '(?:副|总|正|代)?(?:局长|科长|股长|所长|处长|厅长|站长|支队长|大队长|中队长|队长|主任|书记|经理|董事长|店长|厂长|主管|组长|律师|校长|院长|行长|社长|会长|秘书|调研员|主任科员|科员|老板|师傅)|同志|先生|女士';
const BEFORE = new RegExp(`^(?:${TITLE})(?=[\\p{sc=Han}]{2,4}$)`, 'u');
const AFTER = new RegExp(`(?<=^[\\p{sc=Han}]{2,4})(?:${TITLE}|签名|签字|签章|签|盖章)$`, 'u');
const DATE =
  /(?:\d{4}|[〇零一二三四五六七八九○]{4})[ 　]*(?:年|[-./])[ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*(?:月|[-./])[ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*日?(?:[ 　]*\d{1,2}[:：时]\d{0,2}分?)?|[_＿]+年[_＿ ]*月[_＿ ]*日|\d{1,2}月\d{1,2}日|同日|当日|\d+(?:万?元)?/g;
/** Words that begin with a surname and are none. */
const NO_NAME =
  /^(?:公[斤里分顷担尺寸亩]|时间|时限|单位|方式|方法|方可|全体|全部|全程|全额|成员|成立|党组|党委|支队|支付|明确|常委|应当|应予|项目|项下|经办|经查|经核|经营|任何|金额|万元|和解|于是|何时|安全|计算|计划|危险|危害|年龄|年月|月日|关于|关系|关键|有无|有效|有关|有异|有误|后续|须知|查封|查处|查明|查实|查阅|查看|相符|相关|利害|从轻|从重|从宽|从严|向其|终结|终止|广播|都是|别无|连续|简易|简要|易地|通知|通过|能够|双方|双人|管辖|管理|管片|解除|解释|文书|文号|文化|文字|国家|国有|满意|东侧|申请|申辩|公司|公章|公告|公开|来源|来电|原件|原告|原因|代理|代表|代收|付款|候审|官方|及时|及其|及有|种类|户主|门店|由此|由其|但是|初次|初审|其他|法制|主持|记录|情况|意见|建议|同意|属实|无误|以上|以下|签名|签字|盖章|印章|空白|本人|拟|不|已|未|无|请|现|按|依|该|此|是|否|男|女|汉族|当场|当面|拒绝|见证|在场|到场|缺席|另|副|正|局|科|股|所|处|厅|分管|机关|负责|承办|执法|案件|询问|检查|送达|审核|审批|批准|暂|元整|人民|水果|米面|白酒|白天|路口|马路|江边|高度|石材|金属|毛利|花费|车间|车辆|车牌|房屋|房产|房间|家庭|家具|家长|武器|强制|强行|平方|平台|平均|温度|湿度|冷藏|冷冻|包装|包括|包子|宣布|宣告|宣传|荣誉|段落|曲线|封存|封样|封装|封闭|封面|封条|富余|焦炭|全新|班组|秋季|阴凉|宁波|甘肃|江苏|江西|云南|贵州|海南|山东|山西|黑龙|吉林|广东|广西|成都|杭州|洪水|沙石|丰富|游客|权利|权限|公共|海鲜|阳性|区域|兰州|线索|单据|初步|房东|居委|居民|居住|居间|信息|信用|信访|化学|化肥|化工|化妆|生产|生效|生活|生鲜|普通|达到|达标|达成|商品|商标|商业|商户|商场|铁路|铁皮|青年|竹木|竹制|羊肉|牙膏|税务|税收|校长|校验|校对|凡是|续页|盘点|敬请|迟到|迟报|练习|林政|林草|林业|林权|林木|林地|水政|水利|水务|路政|路产|安监|农机|巨大|玉米|召回|召开|图片|图纸|格式|拉面|拉货|次日|次品|展示|展品|忠告|旺季|晨检|智能|礼品|良好|买卖|买方|雅间|展开)/;
/** Signs that stand in no name. */
const NO_SIGN = /[的了是在不局司店厂所号元你我他她它们这那此被给就都罚款额证件签]/;

/**
 * The names of people in a value such as `张三、李四（签名）2024年3月5日`, `同意立案。　王五 2024.9.9`, `局长赵六`: words of
 * two to four characters that begin with a surname and stand by themselves between stops, spaces, brackets and dates.
 * Words run together with others are not told apart: 由张三李四办理 gives no name. With `rare`, for the value of a
 * label that asks for names, a surname nobody has heard of will do.
 */
export function namesIn(
  text: string,
  within: Span = { start: 0, end: text.length },
  { rare = false }: { rare?: boolean } = {},
): NameIn[] {
  const words = masked(text.slice(within.start, within.end));
  const found: NameIn[] = [];
  for (const match of words.matchAll(/[^、，,；;。：:/／\s　\0|]+/g)) {
    for (const part of parted(match[0], match.index)) {
      const own = withoutTitle(part.words);
      if (!isName(own.words) && !(rare && isRare(own.words))) continue;
      const start = within.start + part.at + own.skip;
      add(found, { name: own.words, start, end: start + own.words.length });
    }
  }
  for (const one of spreadNames(words, within.start)) add(found, one);
  found.sort((a, b) => a.start - b.start);
  for (const one of found) {
    const rest = text.slice(one.end, within.end);
    const note = /^[ 　]*[（(]([^（）()]*)[)）]/.exec(rest);
    if (note?.[1]?.trim()) one.note = note[1].trim();
  }
  return found;
}

/** Whether the words are a name: a known surname and a given name of one or two signs, 阿依·木示, 张某某, 示例甲. */
export const isName = keptByText(looksLikeName);

function looksLikeName(words: string): boolean {
  if (/^\p{sc=Han}{1,9}(?:[·•・‧]\p{sc=Han}{1,9}){1,3}$/u.test(words))
    return !/(?:承办|主办|协办|办理|负责|调查|核实|处理|签名|签字)$/.test(words);
  if (
    /^(?:示例?[甲乙丙丁戊己庚辛]|[甲乙丙丁戊]某{1,2}|\p{sc=Han}某{1,2}|\p{sc=Han}某[甲乙丙丁])$/u.test(words)
  )
    return true;
  if (!/^\p{sc=Han}{2,4}$/u.test(words) || NO_NAME.test(words) || isLed(words)) return false;
  const double = DOUBLE_SURNAMES.has(words.slice(0, 2)) && words.length > 2;
  if (!double && (words.length > 3 || !SURNAMES.has(words[0]!))) return false;
  return !NO_SIGN.test(words.slice(double ? 2 : 1));
}

/** 由王示（承办）: the word that leads to a name, though it is a surname too. */
const isLed = (words: string) => /^由\p{sc=Han}{2,3}$/u.test(words) && isName(words.slice(1));

const isRare = (words: string) =>
  !isLed(words) &&
  /^\p{sc=Han}{2,3}$/u.test(words) &&
  !NO_NAME.test(words) &&
  !NO_SIGN.test(words) &&
  !NO_NAME_AT_ALL.test(words);

/** Whether words that stand where somebody signs may be a name, of a people that writes none of the usual surnames too. */
export const isSigner = (words: string) =>
  /^\p{sc=Han}{2,4}$/u.test(words) &&
  !NO_NAME.test(words) &&
  !NO_SIGN.test(words) &&
  !/[准予批立建议拟报请复审盖章依法年月日意见案罚属实情况处理办核阅签字规定执行按照转交送]/.test(words);
const NO_NAME_AT_ALL =
  /[意见证号称位址话间点期份务别龄务录询问查执政编立案据实清核看读听拍摄说明内容以上合均两各多余等及或与因由对向为有可能会要应须请让把被从到至于所以而且并但]/;

/** Brackets and dates as signs that part words, so that places stay. */
function masked(words: string): string {
  const blank = (part: string) => '\0'.repeat(part.length);
  return words
    .replace(/[（(【[〔][^（）()【】[\]〔〕]*[)）】\]〕]/g, blank)
    .replace(DATE, blank)
    .replace(/[“”"'‘’（()）]/g, '\0');
}

/** 张三和李四, 张三与李四, 由张三: the joining word is told from a name by what it leaves. */
function parted(words: string, at: number): { words: string; at: number }[] {
  if (isName(withoutTitle(words).words)) return [{ words, at }];
  for (const joint of words.matchAll(/[和与及]|以及/g)) {
    const left = words.slice(0, joint.index);
    const rest = joint.index + joint[0].length;
    const right = words.slice(rest);
    if (isName(withoutTitle(left).words) && isName(withoutTitle(right).words))
      return [
        { words: left, at },
        { words: right, at: at + rest },
      ];
  }
  return [{ words, at }];
}

function withoutTitle(words: string): { words: string; skip: number } {
  const skip = BEFORE.exec(words)?.[0].length ?? 0;
  const rest = words.slice(skip);
  return { words: rest.replace(AFTER, ''), skip };
}

/** 张　三 and 李　某: one sign, a gap, one sign, and nothing else by them. */
function spreadNames(words: string, from: number): NameIn[] {
  return [
    ...words.matchAll(
      /(?<![\p{sc=Han}])(\p{sc=Han})[ 　]{1,4}(\p{sc=Han})(?![\p{sc=Han}]|[ 　]\p{sc=Han}(?!\p{sc=Han}))/gu,
    ),
  ].flatMap((match) => {
    const name = `${match[1]}${match[2]}`;
    const start = from + match.index;
    return isName(name) ? [{ name, start, end: start + match[0].length }] : [];
  });
}

function add(found: NameIn[], one: NameIn): void {
  if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
}
