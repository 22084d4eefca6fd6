/**
 * Articles that a sentence on any topic may rest on: principles, kinds of penalty, jurisdiction, correction,
 * discretion, the decision, its review, content and service. Their number beside a topic shows no mistake.
 */
export const GENERAL = [2, 4, 5, 6, 8, 9, 17, 18, 19, 20, 22, 23, 24, 28, 34, 57, 58, 59, 61, 85];

/**
 * Topics of 行政处罚法 with their article numbers in the text of 1996 to 2021 and in the 2021 text. The old
 * numbers are practice, to be confirmed locally. Words are chosen to name one topic only; a topic that shares its
 * words with another is left out rather than guessed.
 */
export const TOPICS: { topic: string; words: RegExp; old: number[]; now: number[] }[] = [
  { topic: '听证', words: /听证/, old: [42, 43], now: [44, 45, 63, 64, 65] },
  { topic: '事先告知', words: /事先告知|拟作出.{0,6}行政处罚/, old: [31], now: [44, 45, 63, 64] },
  { topic: '陈述、申辩', words: /陈述.{0,2}申辩/, old: [32, 6], now: [7, 44, 45, 62] },
  { topic: '从轻或者减轻处罚', words: /从轻|减轻/, old: [27], now: [30, 31, 32, 33] },
  { topic: '不予处罚', words: /不予(?:行政)?处罚/, old: [25, 26, 27], now: [30, 31, 33, 57] },
  { topic: '责令改正', words: /责令.{0,4}改正/, old: [23], now: [28] },
  { topic: '一事不再罚', words: /同一(?:个)?违法行为/, old: [24], now: [29] },
  { topic: '追责时效', words: /追责时效|追罚时效|未被发现/, old: [29], now: [36] },
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
