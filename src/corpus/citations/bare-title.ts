import { beginsTitle } from './begins-title.ts';

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
const LEAD =
  /^.*(?:根据|依据|按照|依照|参照|遵照|违反了?|违背了?|不?符合|(?<!关于)适用|触犯了?|构成了?|援引|引用|属于|认定(?:为|是)|具有|如无|没有|履行|行使|可以|请问|想问|咨询|认为|看到|听说|涉及|[依按]|(?<![证数单收票])据)/s;
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
  const run = /[\u4e00-\u9fa5]*$/.exec(words)!.index;
  for (let cut = 0; cut < words.length - 1; cut++) {
    // Of what lies before other signs hardly any place can begin a title; within the last run hardly any words are one.
    if (cut < run && !beginsTitle(words, cut)) continue;
    if (known(words.slice(cut)) !== undefined && (cut < run || beginsTitle(words, cut))) return cut;
  }
  return undefined;
}
