/** A norm named without brackets at the end of some words. */
export interface BareTitle {
  from: number;
  to: number;
  name: string;
  /** Whether the library (or the text itself, as a short name) knows it. */
  known: boolean;
}

const STOP = /[，,。；;：:！!？?\n\t“"「」”‘’]/g;
const NOTES_AT_END = /(?:\s*[（(][^（）()\n]{1,120}[）)]){1,2}\s*$/;
/** Words after which a title can begin: needed before short names, that end other words too (行政处罚[证据规定]). */
const AHEAD =
  /违反了?|违背了?|触犯了?|构成了?|适用|根据|依据|依照|按照|参照|对照|比照|遵照|遵守|执行|实施|具有|没有|符合|援引|引用|参见|结合|认为|属于|关于|规定|以及|或者|并且|同时|其中|包括|例如|比如|即使|虽然|如果|我国|我们|国家|现行|新版?|旧版?|原|本案|该案|此案|该局|本局|我局|该公司|本人|他人|当事人|行为人|被告人?|原告|法院|什么是|解释|说明|看看|问问|请问|想问|咨询|了解|修[订正改][前后]?的?|年|版|[和及与或对以由在的了是为如等按依据因将把从到至于向所被并又而且但其我你他们令查看问请见则即有除犯条款项目]/g;
/**
 * What makes a longer title of a known one: places and countries (广东省殡葬管理条例, 德国民法典), and words that only titles
 * put before titles (执业医师法, 环境噪声污染防治法).
 */
const LONGER =
  /(?:[省市县区州盟旗镇乡]|自治区|特区|(?<![我本中])国|[香台]?[港澳湾]|执业|行政|民事|刑事|环境|海洋|国际|涉外|城市|城镇|农村|地方|军队|军人|民办|国有|集体|私营|外资|合资|合作|商业|社会|职业|高等|基本|特别|暂行|临时|海上|内河|水上|陆上|铁路|公路|港口|民用|药品|食品|农业|林业|工业|经济)$/;
/** Too short to be told from the end of another word. */
const WORD_ENDS = /^(?:水法|.)$/;
/** Titles that begin with these begin there, whatever stands before. */
const OPENING = /中华人民共和国|最高人民法院|最高人民检察院|全国人民代表大会|国务院/g;
const LEAD =
  /^.*(?:根据|依据|按照|依照|参照|遵照|违反了?|违背了?|不?符合|(?<!关于)适用|触犯了?|构成了?|援引|引用|属于|认定(?:为|是)|具有|如无|没有|履行|行使|可以|请问|想问|咨询|[依按]|(?<![证数单收票])据)/s;
const LINK = /^(?:以及|[和及与或以将除由有犯]|对(?!外))/;
const UNKNOWN =
  /(?:[\u4e00-\u9fa5]{0,40}《[^《》]{2,60}》)?[\u4e00-\u9fa5]{1,40}(?:法典|法|条例|规定|办法|解释|细则|规则)(?:[（(](?:试行|暂行|[一二三四五六七八九十]{1,2})[）)])?$/;
const DOCUMENT =
  /[\u4e00-\u9fa5]{1,14}[〔[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*第?\s*\d{1,5}\s*号(?=文?$)/;
/** 有关规定, 上述办法: no norm's name. */
const NO_NAME =
  /^(?:有关|相关|上述|前述|下列|以下|以上|其他|其它|有|的|其|等|各项|具体|法律|法规|规章|国家|现行|合同|公司|单位)*(?:法律|办法|规定|解释|规则|细则|条例|法)$/;

/** Whether a name is the title of a norm, with or without the name of the state, or only a short one. */
export type Known = 'title' | 'short' | undefined;

/**
 * The norm that words end with: the longest known title that is not the end of a longer one, else the words that look like the
 * title of an unknown one. Notes in parentheses at the end belong to it when its title has them.
 */
export function bareTitle(words: string, known: (name: string) => Known): BareTitle | undefined {
  let stop = 0;
  for (const { index } of words.matchAll(STOP)) if (index < words.length - 1) stop = index + 1;
  const whole = withoutClosing(words.slice(stop));
  // “食品安全法”第三条: the mark that opens belongs to what is cited.
  const opened = /[“"「]/.test(words[stop - 1] ?? '') && /[”"」]\s*$/.test(words) ? 1 : 0;
  const plain = whole.replace(NOTES_AT_END, '');
  for (const part of plain === whole ? [whole] : [whole, plain]) {
    const cut = longest(part, known);
    if (cut === undefined) continue;
    const from = stop + cut - (cut === 0 ? opened : 0);
    return { from, to: stop + part.length, name: part.slice(cut), known: true };
  }
  const number = DOCUMENT.exec(whole)?.[0].replace(/^(?:根据|依据|按照|依照|参照|遵照|违反|[和及与或])+/, '');
  const name = number ?? (UNKNOWN.exec(plain)?.[0] ?? '').replace(LEAD, '').replace(LINK, '');
  if (name.length < 2 || NO_NAME.test(name)) return undefined;
  const from = stop + (number ? whole : plain).lastIndexOf(name);
  return { from, to: from + name.length, name, known: false };
}

/** Marks at the end that nothing opens here: 行政处罚法》第五条 as a scan reads it. */
function withoutClosing(words: string): string {
  const closed = words.lastIndexOf('《') >= 0 && words.trimEnd().endsWith('》');
  return closed ? words.trimEnd() : words.replace(/[》”"」\s]+$/, '');
}

/** Where the longest known title at the end of some words begins. */
function longest(words: string, known: (name: string) => Known): number | undefined {
  const sure = cuts(words).find((cut) => words.length - cut > 1 && known(words.slice(cut)) !== undefined);
  const run = /[\u4e00-\u9fa5]{2,50}$/.exec(words);
  for (let cut = run?.index ?? words.length; cut < (sure ?? words.length - 1); cut++) {
    const name = words.slice(cut);
    if (known(name) !== 'title') continue;
    return LONGER.test(words.slice(0, cut)) || WORD_ENDS.test(name) ? sure : cut;
  }
  return sure;
}

/** Where a title can begin, from the left. */
function cuts(words: string): number[] {
  const found = new Set([0]);
  for (const match of words.matchAll(AHEAD)) found.add(match.index + match[0].length);
  for (const { index } of words.matchAll(/[^\p{Script=Han}]/gu)) found.add(index + 1);
  for (const { index } of words.matchAll(/[《〈]/g)) found.add(index);
  for (const { index } of words.matchAll(OPENING)) found.add(index);
  return [...found].filter((cut) => cut < words.length).sort((a, b) => a - b);
}
