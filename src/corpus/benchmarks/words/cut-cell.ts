const OPEN = /[（(【〔《]/g;
const CLOSE = /[）)】〕》]/g;

/** Why a cell looks like a part of one, or a misprint: what it lacks, in Chinese. `undefined` where it looks whole. */
export function cutCell(cell: string): string | undefined {
  const text = cell.replaceAll(/\s/g, '').replaceAll(/(?<=^|[；;。，,])\d{1,2}[）)]/g, '');
  if (/^(?:以上|以下|以内|下|上|内|元|万元|的|区|情形|影响的?)$/.test(text)) return `“${cell}”只是一格的后半`;
  if (/以上\d+(?:\.\d+)?$/.test(text)) return `“${cell}”没有写完`;
  if (/\d[^\d，。；]{0,4}(?<![处予可加])以(?![上下内外])/.test(text)) return `“${cell}”缺字`;
  if ((text.match(OPEN) ?? []).length !== (text.match(CLOSE) ?? []).length) return `“${cell}”的括号不成对`;
  if (/^[）)】〕》，。；、]/.test(text)) return `“${cell}”以后半个标点开头`;
  if (/\d[^\d，。；或]{0,6}以上\d+(?:\.\d+)?[^\d，。；或]{0,6}以上$/.test(text))
    return `“${cell}”两端都写“以上”`;
  if (/^[^或，。；]*\d[^\d，。；或]{0,6}以下\d+(?:\.\d+)?[^\d，。；或]{0,6}以下$/.test(text))
    return `“${cell}”两端都写“以下”`;
  return undefined;
}
