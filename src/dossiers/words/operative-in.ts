import type { Span } from '../paper.ts';
import { withoutQuotes } from './without-quotes.ts';

/** Who speaks: a decision decides, a notice intends, a report proposes. */
export type Speech = 'decided' | 'intended' | 'proposed';

/** Up to the colon of 如下处罚决定：, which is not that of 处罚款1000元(大写：. */
const AGAIN =
  '(?:[^。;\\n:]{0,60}?(?:处罚(?!款)|处理|决定|意见|建议|内容|如下)(?:[^。;\\n:()]|\\([^()\\n:]{0,12}\\)){0,12}?:)?';
const HEADS: Record<Speech, RegExp[]> = {
  decided: [
    new RegExp(
      `(?<!先行|本|该|处罚|许可|保存|本处罚|不服|复议|强制|原)(?:现|拟)?决定(?!书|机关|的|之|不服|送达)${AGAIN}`,
      'g',
    ),
    /(?:处罚决定|处罚内容|处罚种类(?:和内容)?|决定内容|决定事项|处罚结果)(?:如下)?[:\t]/g,
    /(?:给予|作出|处以|处(?=以下|下列|如下))[^。;\n:]{0,30}?(?:如下|以下|下列)[^。;\n:]{0,12}?(?:处罚|决定)[^。;\n:]{0,8}?:/g,
    /(?:现|依法|应当|现对|对)[^。;\n]{0,40}?(?=给予|处以|作出|处罚款|罚款)/g,
    /(?=给予警告|处以?罚款|处以?人民币|并处)/g,
  ],
  intended: [
    new RegExp(
      `拟(?:对[^。;\\n]{1,60}?)?(?:作出|给予|处以?|决定|没收|罚款|吊销|责令|暂扣|行政处罚)?${AGAIN}`,
      'g',
    ),
    /(?:拟处罚(?:内容|种类|意见)|拟作出的(?:行政)?处罚(?:决定)?|处罚内容)[^。;\n:]{0,10}[:\t]/g,
  ],
  proposed: [
    new RegExp(`(?:建议|拟)${AGAIN}`, 'g'),
    /(?:处罚|处理)(?:意见|建议|内容)[^。;\n:]{0,10}[:\t]/g,
    /拟作?处罚内容[^。;\n:]{0,10}[:\t]/g,
  ],
};
/** Where the orders end and payment, rights and remedies begin. */
const STOP =
  /(?:[请应]当?)?(?:于|在|自)?收到本|限(?:你|当事人|其|于|在)|逾期|到期不|(?<!上)缴(?:纳|至|款|到|清|往|入)|不服|有权|申辩|(?<!经)(?:行政)?复议|诉讼|履行(?:方式|期限)|联系人|(?:根据|依据|按照)(?:(?!《)[^。;]|《(?:中华人民共和国)?行政处罚法》){0,30}第(?:四十四|四十五|六十三|44|45|63)条|听证/;
/** What was imposed at another time. */
const EARLIER = /曾|此前|以往|前次|上次|年前|受[到过]/g;
/** 鉴于你受过处罚，决定……; 曾因……受过处罚，依照……，决定：a decision that weighs it is not the one of that time. */
const WEIGHED =
  /^(?:本[机局厅委大支]|我[机局厅委大支]|现|故|因此|为此|据此|综[上合]|依据|依照|根据|按照|参照|参考|对照|适用|鉴于|结合|考虑|属|应|从[重轻]|不[予再]|经|$)/;
const PRINTED = /(?<=^|\n)[ 　]*(?:附?注|填写说明|使用说明|说明):[^\n]*/g;
/** 二、限收到本决定书之日起十五日内拆除……: an item that orders, within a time, is among the orders. */
const ORDER = /内[^。;\n]{0,8}(?:拆除|恢复|改正|整改|清除|清理|退还|补办|停止|迁出|复绿|补种)/;
const NUMBERED =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}(?:[.、,)]|(?=[没罚警吊责给处]))|第[一二三四五六七八九十]项?[,、:]|[①-⑳]|[-·•])/;

/**
 * The passages that order, intend or propose penalties, of a text in plain view; of several such passages the last one,
 * since what was decided earlier is told before it. `hasPenalty` says whether words state a penalty.
 */
export function operativeIn(text: string, speech: Speech, hasPenalty: (words: string) => boolean): Span[] {
  // 注:对公民处二百元以下……: what is printed on a form decides nothing.
  const plain = withoutQuotes(text).replace(PRINTED, (words) => '◇'.repeat(words.length));
  for (const head of HEADS[speech]) {
    const passages: Span[] = [];
    for (const match of plain.matchAll(head)) {
      const start =
        /[拟建]/.test(match[0]) && !match[0].endsWith(':') ? match.index : match.index + match[0].length;
      const before = /[^。;\n]*$/.exec(plain.slice(0, match.index))?.[0] ?? '';
      if (start < (passages.at(-1)?.end ?? 0) || ofAnotherTime(before)) continue;
      const end = passageEnd(plain, start, hasPenalty);
      if (end > start && hasPenalty(plain.slice(start, end))) passages.push({ start, end });
    }
    const last = passages.at(-1);
    if (last) return [last];
  }
  return [];
}

/** Whether the words before an order speak of one of another time. */
function ofAnotherTime(before: string): boolean {
  const last = [...before.matchAll(EARLIER)].at(-1);
  if (!last) return false;
  const [, ...clauses] = before.slice(last.index).split(',');
  const own = clauses.at(-1) ?? '';
  return !clauses.some((clause) => WEIGHED.test(clause)) || /被|[12]\d{3}年|当时|同年|当年/.test(own);
}

/** Up to the first piece that neither is numbered nor states a penalty. */
function passageEnd(text: string, start: number, hasPenalty: (words: string) => boolean): number {
  let at = start;
  let end = start;
  for (const [index, piece] of text
    .slice(start)
    .split(/(?<=[。;\n\t])/)
    .entries()) {
    const stop = NUMBERED.test(piece) && ORDER.test(piece) ? null : STOP.exec(piece);
    const words = stop ? piece.slice(0, stop.index) : piece;
    const bare = words.trim();
    if (bare !== '' && index > 0 && !hasPenalty(words) && !NUMBERED.test(words) && !/:$/.test(bare)) break;
    if (index > 0 && bare === '' && stop) break;
    if (hasPenalty(words)) end = at + words.length;
    if (stop) break;
    at += piece.length;
  }
  return end;
}
