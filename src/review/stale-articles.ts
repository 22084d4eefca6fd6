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
 * What an article that once carried another topic is about since 2021. A sentence that speaks of it cites the number
 * rightly, whatever else it mentions.
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
  31: /精神|智力/,
  33: /轻微|初次|首次|主观过错/,
  37: /从旧|从轻兼|新的规定|行为发生时/,
  38: /无效|没有依据|主体资格/,
  40: /查明|事实不清|证据不足|事实清楚/,
  42: /两人|二人|两名|执法资格|文明执法/,
  43: /回避/,
  46: /证据(?:包括|必须|应当|种类)|查证属实|非法手段/,
  51: /当场/,
  52: /当场/,
};

/**
 * Topics of 行政处罚法 with their article numbers in the text of 1996 to 2021 and in the 2021 text. The old
 * numbers are practice, to be confirmed locally. Words are chosen to name one topic only; a topic that shares its
 * words with another is left out rather than guessed. `substance`: decides about the act, so that the former text may
 * still govern it after 2021 (行政处罚法 37); every other topic is procedure, governed by the day of the step.
 */
export const TOPICS: { topic: string; words: RegExp; old: number[]; now: number[]; substance?: true }[] = [
  { topic: '听证', words: /听证/, old: [42, 43], now: [44, 45, 63, 64, 65] },
  { topic: '事先告知', words: /事先告知|拟作出.{0,6}行政处罚/, old: [31], now: [44, 45, 63, 64] },
  { topic: '陈述、申辩', words: /陈述.{0,2}申辩/, old: [32, 6], now: [7, 44, 45, 62] },
  { topic: '从轻或者减轻处罚', words: /从轻|减轻/, old: [27], now: [30, 31, 32, 33], substance: true },
  {
    topic: '不予处罚',
    words: /不予(?:行政)?处罚/,
    old: [25, 26, 27],
    now: [30, 31, 33, 57],
    substance: true,
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
  { topic: '送达', words: /送达/, old: [40], now: [61] },
  { topic: '当场处罚', words: /当场(?:作出|处罚)|简易程序/, old: [33, 34], now: [51, 52] },
  { topic: '移送司法机关', words: /移送司法|涉嫌犯罪/, old: [22], now: [27, 57] },
];
