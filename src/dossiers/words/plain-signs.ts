/** Colons and brackets of other shapes, as fonts and telephones set them. */
const SHAPES: Record<string, string> = {
  '∶': '：',
  '︰': '：',
  '﹕': '：',
  '꞉': '：',
  '﹔': '；',
  '﹐': '，',
  '﹑': '、',
  '﹙': '（',
  '﹚': '）',
};
const SHAPED = new RegExp(`[${Object.keys(SHAPES).join('')}]`, 'g');
const WIDE = /[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９A-Za-zＡ-Ｚａ-ｚ])[．／－＿](?=[0-9０-９A-Za-zＡ-Ｚａ-ｚ])/g;
/** Signs that only adorn a line: bullets, stars, pictures, marks of heavy print. Boxes, rings and ticks mark a choice. */
const ORNAMENT =
  '(?:[●◆◇•·▪▫‣⁃◦∙►▷▸▹◈◉◎⊙★☆✦✧✱✲❖➢■]|(?![\\d#*©®™☐☑☒✓✔✗✘])\\p{Extended_Pictographic}|(?<!\\*)\\*\\*(?!\\*))';
const ORNAMENTS = new RegExp(`${ORNAMENT}(?:[ \\u3000\\ufe0f]{0,3}${ORNAMENT}){0,5}\\ufe0f?`, 'gu');
const CHOICE = /[□☐☑☒○√✓✔⬜❎]/;
const LABEL = '[\\p{sc=Han}（(][\\p{sc=Han}A-Za-z（）()、/／ \\u3000]{1,23}';
const LABEL_NEXT = new RegExp(`^[ \\u3000]*${LABEL}${ORNAMENT}?[ \\u3000]*[:：\\t]`, 'u');
const LABEL_LAST = new RegExp(`(?:^|[ \\u3000]|${ORNAMENT})${LABEL}$`, 'u');
const LABEL_AND_COLON = new RegExp(`(?:^|[ \\u3000]|${ORNAMENT})${LABEL}${ORNAMENT}?[:：][ \\u3000]*$`, 'u');
/** As far as a label and what adorns it reach. */
const REACH = 40;

/**
 * The same text as patterns like it, sign for sign, so that every offset stays: letters and figures in half width,
 * colons in their usual shape, and blanks for what adorns a label (`●当事人：`, `当事人✅：`, `**当事人**：`).
 */
export function plainSigns(text: string): string {
  return text
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(SHAPED, (sign) => SHAPES[sign]!)
    .replace(ORNAMENTS, (signs, at: number, whole: string) =>
      adornsLabel(whole, at, at + signs.length) ? ' '.repeat(signs.length) : signs,
    );
}

function adornsLabel(text: string, start: number, end: number): boolean {
  const before = /[^\n\t]*$/.exec(text.slice(Math.max(0, start - REACH), start))![0];
  const after = /^[^\n]*/.exec(text.slice(end, end + REACH))![0];
  if (before.trim() === '') return LABEL_NEXT.test(after);
  if (/^[ \u3000]*[:：]/.test(after)) return LABEL_LAST.test(before);
  return LABEL_AND_COLON.test(before) && !CHOICE.test(after);
}
