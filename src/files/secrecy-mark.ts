/** A mark by itself in a line: with a star and a term, with a label before it, in brackets, or bare. */
const LABEL = /^(?:文件|材料|案卷)?(密级|保密等级|密级标识)[:：]?/;
const LEVEL = /^[[【（(]?(绝密|机密|秘密)级?[\])】）]?/;
const TERM =
  /^(?:[★☆✩✭*＊﹡■]|保密期限[:：]?)?(长期|启用前|解密前|[0-9０-９〇零一二三四五六七八九十百]{1,4}(年|个月|月|日|天))?$/;
/** With the star the mark counts wherever it stands: 绝密★启用前. */
const STARRED = /(绝密|机密|秘密)级?[★☆✩✭]|[★☆✩✭](?=绝密|机密|秘密)/;
/** The first page of a format without pages. */
const FIRST_PAGE = 1500;

/**
 * 国家秘密标志 on the first page: 绝密, 机密 or 秘密 with a star, after 密级, or as a line or cell of its own. 商业秘密
 * and a sentence about secrets are none.
 */
export function secrecyMark(firstPage: string): string | undefined {
  const page = firstPage.slice(0, FIRST_PAGE).normalize('NFC');
  for (const line of page.split(/[\n\t]/)) {
    const words = line.replace(/\s/g, '');
    const starred = words.match(STARRED);
    if (starred) return starred[1] ?? words.slice(starred.index! + 1).match(LEVEL)?.[1];
    const rest = words.replace(LABEL, '');
    const level = rest.match(LEVEL);
    if (level && TERM.test(rest.slice(level[0].length))) return level[1];
  }
  return undefined;
}
