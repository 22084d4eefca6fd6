/** A number as the sheet shows it, in words that a reader of tables understands. */
export interface ShownNumber {
  text: string;
  /** Why what is shown may not be what is meant. */
  odd?: string;
}

/** Formats that every office program knows by number alone. */
const BUILT_IN: Record<number, string> = { 9: '0%', 10: '0.00%' };

/** The code of a number format from its number and the codes that the workbook defines itself. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/**
 * 0.2 in the format 0% is 20%, 5 in 0"万元" is 5万元, 5000 in ¥#,##0 is 5000元. A format that scales what it shows (0!.0,) is told: the
 * number in the cell then is not the number on the sheet.
 */
export function shownNumber(value: number, code: string): ShownNumber {
  const [section = ''] = code.split(';');
  const plain = section.replaceAll(/\[[^\]]*\]|[_*]./g, '');
  const bare = plain.replaceAll(/"[^"]*"|\\./g, '');
  if (/[%％]/.test(bare)) return { text: `${rounded(value * 100)}%` };
  if (/!|[0#?],+(?![0#?])/.test(bare))
    return { text: `${rounded(value)}`, odd: `数字格式“${code}”显示的不是格中的数 ${rounded(value)}` };
  const words = plain.replaceAll(/\\(.)/g, '"$1"').split(/[0#?.,/]+/);
  if (words.length < 2) return { text: `${rounded(value)}` };
  const before = said(words[0]!);
  const after = said(words.at(-1)!);
  const money = /[¥￥$]|RMB/.test(before);
  return { text: `${money ? '' : before}${rounded(value)}${after || (money ? '元' : '')}` };
}

/** What a format prints beside the digits: quoted words, and Chinese signs that stand unquoted. */
function said(part: string): string {
  return [...part.matchAll(/"([^"]*)"|[\u4e00-\u9fff¥￥]+/g)]
    .map(([own, quoted]) => quoted ?? own)
    .join('')
    .trim();
}

/** Binary remainders (0.07 × 100) are no digits of the table. */
function rounded(value: number): number {
  return Number(value.toFixed(10));
}
