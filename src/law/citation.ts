/** One place in a norm: 条 (with 之一 as `133-1`), 款, 项, 目. `law` is the full official title. */
export interface Citation {
  law: string;
  article: string;
  paragraph?: number;
  item?: number;
}

const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 64 → 六十四, 1242 → 一千二百四十二: the numerals of statutes. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) throw new RangeError(`条款序号超出范围：${n}`);
  if (n < 10) return DIGITS[n]!;
  const units = ['', '十', '百', '千'];
  const digits = String(n).split('').map(Number);
  let text = '';
  let gap = false;
  for (const [index, digit] of digits.entries()) {
    const unit = units[digits.length - 1 - index]!;
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += DIGITS[digit]! + unit;
  }
  return n < 20 ? text.replace(/^一十/, '十') : text;
}

/** `《中华人民共和国行政处罚法》第六十四条第一款第二项`: how a document cites. */
export function citationText(citation: Citation): string {
  const [number, sub] = citation.article.split('-');
  const article = `第${chineseNumeral(Number(number))}条${sub ? `之${chineseNumeral(Number(sub))}` : ''}`;
  const paragraph = citation.paragraph ? `第${chineseNumeral(citation.paragraph)}款` : '';
  const item = citation.item ? `第${chineseNumeral(citation.item)}项` : '';
  return `《${citation.law}》${article}${paragraph}${item}`;
}

/** `处罚法 64 ①(2)`: for tight places; the law without its national prefix. */
export function citationShort(citation: Citation): string {
  const law = citation.law.replace(/^中华人民共和国/, '');
  const paragraph = citation.paragraph ? ` ${String.fromCodePoint(0x2460 + citation.paragraph - 1)}` : '';
  const item = citation.item ? `(${citation.item})` : '';
  return `${law} ${citation.article}${paragraph}${item}`;
}

/** Same norm and article; a paragraph or item missing on either side matches any. */
export function sameProvision(a: Citation, b: Citation): boolean {
  return (
    a.law === b.law &&
    a.article === b.article &&
    (a.paragraph === undefined || b.paragraph === undefined || a.paragraph === b.paragraph) &&
    (a.item === undefined || b.item === undefined || a.item === b.item)
  );
}
