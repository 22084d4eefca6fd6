import type { PlacedLine } from './lines-of-signs.ts';

/** What begins a line of its own after a line that ends with its sentence. */
const BEGINS =
  /^(第[〇零一二三四五六七八九十百\d]+[条章节项款次页]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|证据[一二三四五六七八九十\d]+|[①-⑳]|[^，。；：:\s]{2,9}[：:])/;
/** What begins a line of its own wherever it stands: the labels of forms, questions and answers, boxes, a date. */
const LABEL =
  /^((当事人|被处罚|单位|姓名|名称|字号|性别|年龄|出生|民族|身份|证件|统一|社会|信用|住所|住址|地址|经营|法定|负责|代表|委托|联系|电话|手机|邮编|职务|职业|工作|案由|案号|案件|立案|时间|地点|日期|执法|承办|办案|调查|记录|检查|询问|被询问|见证|受送达|收件|送达|签|印章|备注|处罚|决定|事实|证据|依据|理由|结论|建议|意见|审核|审批|批准|主持|参加|出席|列席|听证|文书|文号|编号|种类|数量|金额|规格|账号|开户|户名|收款)[^，。；：:\s]{0,8}[：:]|[问答][:：]|附[:：件]|[□☑☒√]|(?:[12]\d{3}|[二〇]{2}[〇零一二三四五六七八九]{2})年[^，。]{2,8}日$)/;
const ENDS = /[。；;：:！？!?]["”』）)]?$/;
const LATIN = /[\w.,:;%)-]$/;
const LATIN_START = /^[\w(]/;

/**
 * Puts the lines of a paragraph together that only the edge of the page, or of a cell, has parted: the line reaches the
 * right edge and the next one begins at the left edge. `left` and `right` are the edges of the text.
 */
export function joinWrapped(lines: readonly PlacedLine[], left: number, right: number): string[] {
  const joined: string[] = [];
  let before: PlacedLine | undefined;
  for (const line of lines) {
    if (before && continues(before, line, left, right)) {
      const space =
        LATIN.test(before.text) &&
        LATIN_START.test(line.text) &&
        /[a-z]$|^[a-z]/i.test(before.text.slice(-1) + line.text)
          ? ' '
          : '';
      joined.push(joined.pop()! + space + line.text);
    } else joined.push(line.text);
    before = line;
  }
  return joined;
}

function continues(before: PlacedLine, line: PlacedLine, left: number, right: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.min(before.size, line.size) < 0.85 * size) return false;
  if (line.y - before.y > 2.6 * size) return false;
  if (before.x1 + firstWord(line) < right || line.x0 > left + 0.9 * size) return false;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  return !LABEL.test(line.text) && !(ENDS.test(before.text) && BEGINS.test(line.text));
}

/** What would have had to fit into the line before: a run of Latin letters and figures, or a sign with its punctuation. */
function firstWord({ text, x0, x1, size }: PlacedLine): number {
  const run = text.match(/^[\w.@/%-]+/)?.[0].length ?? 0;
  return Math.max(1.6 * size, ((x1 - x0) / text.length) * run);
}
