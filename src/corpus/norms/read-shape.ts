/** `2/1.8` → [8, 0]. */
export function readShape(token: string): number[] {
  const [count, ...items] = token.split('/') as [string, ...string[]];
  const paragraphs = Array.from({ length: Number(count) }, () => 0);
  for (const item of items) {
    const [paragraph, number] = item.split('.') as [string, string];
    paragraphs[Number(paragraph) - 1] = Number(number);
  }
  return paragraphs;
}
