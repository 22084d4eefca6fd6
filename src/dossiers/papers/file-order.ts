const DIGITS = '〇一二三四五六七八九';
const ORDER = new Intl.Collator('zh-Hans-CN', { numeric: true, sensitivity: 'variant' });

/** The order in which a person reads the files of a folder: 2 before 10, 二 before 十, folder by folder. */
export function fileOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const found = ORDER.compare(inFigures(left[at] ?? ''), inFigures(right[at] ?? ''));
    if (found !== 0) return found;
  }
  return left.length - right.length || (a < b ? -1 : Number(a > b));
}

/** 第十二卷 and 三、询问笔录 with their numbers in figures; words such as 一般 stay. */
function inFigures(part: string): string {
  return part
    .normalize('NFKC')
    .replace(/(?<=^|第)[一二三四五六七八九十]{1,3}(?=$|[、.．,，_\-—\s卷册部)])/g, (words) =>
      String(upTo99(words)),
    );
}

function upTo99(words: string): number {
  const ten = words.indexOf('十');
  if (ten < 0) return Number([...words].map((digit) => DIGITS.indexOf(digit)).join(''));
  const tens = ten === 0 ? 1 : DIGITS.indexOf(words[0] ?? '');
  return tens * 10 + Math.max(0, DIGITS.indexOf(words[ten + 1] ?? '〇'));
}
