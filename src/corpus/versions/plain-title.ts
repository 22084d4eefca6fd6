/**
 * One way of writing the title of a norm, for comparing: without brackets, spaces and 中华人民共和国, marks in full width.
 * Titles in a title keep their brackets.
 */
export function plainTitle(title: string): string {
  return title
    .replace(/\s/g, '')
    .replace(/^《(.*)》$/, '$1')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll('〈', '《')
    .replaceAll('〉', '》')
    .replace(/^中华人民共和国(?=.{2})/, '');
}
