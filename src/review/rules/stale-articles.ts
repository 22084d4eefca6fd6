/**
 * Articles that a sentence on any topic may rest on: principles, kinds of penalty, jurisdiction, correction,
 * discretion, the decision, its review, content and service. Their number beside a topic shows no mistake.
 */
export const GENERAL = [2, 4, 5, 6, 8, 9, 17, 18, 19, 20, 22, 23, 24, 28, 34, 57, 58, 59, 61, 85];

/** The same for the text of 1996 to 2021: principles, agencies, jurisdiction, facts, investigation, the decision. */
export const GENERAL_FORMER = [3, 4, 5, 6, 8, 15, 16, 17, 18, 19, 20, 23, 30, 31, 32, 36, 37, 38, 39, 40, 41];

/** The last article of the former text. */
export const LAST_FORMER = 64;

/**
 * What an article is about since 2021, as far as sentences name it beside the topics below. A sentence that speaks of
 * it cites the number rightly, whatever else it mentions.
 */
export const ABOUT_NOW: Record<number, RegExp> = {
  6: /教育/,
  22: /管辖|发生地/,
  23: /管辖|县级以上/,
  24: /街道|乡镇|乡人民政府|镇人民政府/,
  25: /管辖/,
  26: /协助/,
  27: /移送|犯罪|司法机关/,
  29: /同一|罚款数额高/,
  30: /周岁|未成年/,
  31: /精神|智力/,
  32: /从轻|减轻|主动|消除|胁迫|诱骗|供述|立功|配合/,
  33: /轻微|初次|首次|主观过错/,
  34: /基准|裁量/,
  35: /折抵|刑期|拘役|有期徒刑|罚金/,
  36: /[二两2五5]年|时效|终了|发现/,
  37: /从旧|从轻兼|新的规定|行为发生时/,
  38: /无效|没有依据|主体资格/,
  40: /查明|事实不清|证据不足|事实清楚/,
  41: /监控|信息化|查询|违法事实/,
  42: /两人|二人|两名|执法资格|文明执法/,
  43: /回避/,
  46: /证据|查证属实|非法手段/,
  47: /全过程|记录|归档/,
  48: /公开|公示|社会影响|撤回/,
  49: /突发|疫情|应急|应对措施/,
  50: /秘密|隐私/,
  51: /当场/,
  52: /当场/,
  54: /调查|检查|收集证据|立案/,
  55: /笔录|证件|拒绝|阻挠/,
  60: /九十日|90日|期限|立案之日/,
  64: /主持人|听证/,
  68: /当场/,
  69: /当场/,
  70: /票据|收据/,
  71: /二日|2日|当场/,
  73: /停止执行|行政复议|行政诉讼|不予计算/,
  74: /国库|拍卖|返还/,
  75: /监督|申诉|检举|评议/,
};

/**
 * Topics of 行政处罚法 with their article numbers in the text of 1996 to 2021 and in the 2021 text. The old
 * numbers are practice, to be confirmed locally. Words are chosen to name one topic only; a topic that shares its
 * words with another is left out rather than guessed. `substance`: decides about the act, so that the former text may
 * still govern it after 2021 (行政处罚法 37); every other topic is procedure, governed by the day of the step.
 * `incidental`: its words stand beside citations on anything (送达之日起, 拟作出处罚): they show a former number, but
 * never that another number is wrong.
 */
export const TOPICS: {
  topic: string;
  words: RegExp;
  old: number[];
  now: number[];
  substance?: true;
  incidental?: true;
}[] = [
  { topic: '听证', words: /听证/, old: [42, 43], now: [44, 45, 63, 64, 65] },
  {
    topic: '事先告知',
    words: /事先告知|拟作出.{0,6}行政处罚/,
    old: [31],
    now: [44, 45, 63, 64],
    incidental: true,
  },
  { topic: '陈述、申辩', words: /陈述.{0,2}申辩/, old: [32, 6], now: [7, 44, 45, 62] },
  { topic: '从轻或者减轻处罚', words: /从轻|减轻/, old: [27], now: [30, 31, 32, 33], substance: true },
  {
    topic: '不予处罚',
    words: /不予(?:行政)?处罚/,
    old: [25, 26, 27],
    now: [30, 31, 33, 57],
    substance: true,
    incidental: true,
  },
  { topic: '责令改正', words: /责令[^，,]{0,12}改正/, old: [23], now: [28] },
  { topic: '一事不再罚', words: /同一(?:个)?违法行为/, old: [24], now: [29], substance: true },
  { topic: '追责时效', words: /追责时效|追罚时效|未被发现/, old: [29], now: [36], substance: true },
  {
    topic: '加处罚款和强制执行',
    words: /加处罚款|逾期不(?:履行|缴纳)|申请人民法院强制执行/,
    old: [51],
    now: [72],
  },
  {
    topic: '缴纳罚款',
    words: /(?:缴纳|缴至|缴到).{0,4}罚款|罚款.{0,12}(?:缴纳|缴至|缴到)/,
    old: [46],
    now: [66, 67, 72],
  },
  { topic: '延期、分期缴纳', words: /(?:延期|暂缓|分期).{0,6}缴纳/, old: [52], now: [66] },
  { topic: '先行登记保存', words: /先行登记保存/, old: [37], now: [56] },
  { topic: '出示证件、笔录', words: /出示.{0,6}证件|制作笔录/, old: [37], now: [55] },
  { topic: '回避', words: /回避/, old: [37], now: [43] },
  { topic: '集体讨论', words: /集体讨论/, old: [38], now: [57] },
  { topic: '法制审核', words: /法制审核/, old: [38], now: [58] },
  { topic: '送达', words: /送达/, old: [40], now: [61], incidental: true },
  { topic: '当场处罚', words: /当场(?:作出|处罚)|简易程序/, old: [33, 34], now: [51, 52] },
  { topic: '移送司法机关', words: /移送司法|涉嫌犯罪/, old: [22], now: [27, 57] },
];
