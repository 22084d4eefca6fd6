const PART = /.+?(?:特别行政区|自治[区州县旗]|省|市|区|县|州|盟|旗)/g;
const PROVINCE = /省|自治区/;

/**
 * How much of a region's name (由大到小) a text tells, from its widest part on: 示例省示例市 of 示例省示例市示例区. A text that names
 * no province can begin with a narrower part. Empty where it tells none.
 */
export function regionTold(text: string, region: string): string {
  const parts = region.match(PART) ?? [];
  const first = parts.findIndex((part) => text.includes(part));
  if (first < 0 || (first > 0 && PROVINCE.test(text))) return '';
  let end = first;
  while (end < parts.length && text.includes(parts[end] ?? '')) end++;
  return parts.slice(0, end).join('');
}
