/**
 * A made-up hearing of three people, in the order in which they speak. Every sentence stands in
 * models/train/speech/sentences.txt, the closed set that the example speech model knows.
 * `pause` is the silence before the sentence, in seconds.
 */
export type HearingLine = { speaker: '主持人' | '调查人员' | '当事人'; text: string; pause: number };

export const HEARING_LINES: readonly HearingLine[] = [
  { speaker: '主持人', text: '现在开始听证。', pause: 0.6 },
  { speaker: '主持人', text: '今天的听证会公开举行。', pause: 0.7 },
  { speaker: '主持人', text: '现在核对参加人的身份。', pause: 2.4 },
  { speaker: '当事人', text: '我是示例食品店的经营者。', pause: 2 },
  { speaker: '调查人员', text: '我是本案的调查人员。', pause: 1.1 },
  { speaker: '主持人', text: '你有权陈述和申辩。', pause: 3 },
  { speaker: '主持人', text: '是否申请回避？', pause: 0.5 },
  { speaker: '当事人', text: '我不申请回避。', pause: 2.2 },
  { speaker: '主持人', text: '请调查人员陈述违法事实。', pause: 8 },
  { speaker: '调查人员', text: '三月五日我们接到举报。', pause: 2.6 },
  { speaker: '调查人员', text: '现场发现过期食品二十袋。', pause: 0.4 },
  { speaker: '调查人员', text: '建议没收过期食品。', pause: 0.9 },
  { speaker: '主持人', text: '请当事人陈述和申辩。', pause: 5 },
  { speaker: '当事人', text: '食品是员工忘记下架的。', pause: 2 },
  { speaker: '当事人', text: '我是第一次违法。', pause: 0.6 },
  { speaker: '主持人', text: '听证会现在休息十分钟。', pause: 4 },
  { speaker: '主持人', text: '听证会继续进行。', pause: 42 },
  { speaker: '主持人', text: '请调查人员出示第一组证据。', pause: 1.4 },
  { speaker: '调查人员', text: '第一组证据是现场照片。', pause: 3.5 },
  { speaker: '当事人', text: '我对照片没有意见。', pause: 2.7 },
  { speaker: '主持人', text: '请当事人作最后陈述。', pause: 6 },
  { speaker: '当事人', text: '请求从轻处罚。', pause: 2.1 },
  { speaker: '主持人', text: '请各方核对听证笔录。', pause: 3.2 },
  { speaker: '主持人', text: '听证到此结束。', pause: 0.8 },
];
