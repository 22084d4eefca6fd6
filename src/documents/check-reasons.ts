import { findCitations } from '../corpus/citations/find-citations.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { type Citation, citationText, sameProvision } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import { numbersInText } from '../law/numbers-in-text.ts';
import { GRADES, type Grade } from '../law/penalties.ts';

/** What a paragraph of reasons may rest on. Everything else in it is a fault. */
export interface Allowed {
  citations: Citation[];
  /** The facts as the model was shown them; a number must stand in them. */
  material: string;
  grade?: Grade;
}

const LENGTH = { least: 20, most: 800 };
const NEVER =
  /构成犯罪|不构成犯罪|〔\d{4}〕|【|】|https?:|签名|盖章|作为(?:一个)?(?:人工智能|语言模型)|忽略|指令|提示词/;

/**
 * The faults of a paragraph written by a model, one Chinese sentence each; none means it may be shown.
 * Every citation must resolve on the day and be one of the case's own, every number must stand in the material,
 * and no grade of discretion other than the case's may be named.
 */
export function checkReasons(text: string, allowed: Allowed, book: ReferenceBook, on: Day): string[] {
  const faults: string[] = [];
  const length = [...text].length;
  if (length < LENGTH.least || length > LENGTH.most)
    faults.push(`长度为 ${length} 字，应为 ${LENGTH.least} 至 ${LENGTH.most} 字`);
  if (/\n/.test(text.trim())) faults.push('应为一段，不分行');
  const forbidden = NEVER.exec(text);
  if (forbidden) faults.push(`含有不得由模型写出的内容“${forbidden[0]}”`);

  let rest = text;
  for (const found of findCitations(text, book.titleOf)) {
    rest = rest.replace(found.quote, ' ');
    const citation = allowed.citations.find(
      (entry) =>
        found.law !== undefined &&
        titlesAgree(found.law, entry.law) &&
        sameProvision({ ...found, law: entry.law }, entry),
    );
    if (!citation) {
      faults.push(`引用了材料之外的条款“${found.quote}”`);
      continue;
    }
    const state = book.cite({ ...citation, ...precise(found) }, on);
    if (state.state !== 'in-force') faults.push(`条款“${citationText(citation)}”在当日并非有效条款`);
  }
  const stated = new Set(numbersInText(allowed.material).map((number) => number.value));
  for (const number of numbersInText(rest)) {
    if (!stated.has(number.value)) faults.push(`写了材料中没有的数字“${number.quote}”`);
  }
  for (const [grade, words] of Object.entries(GRADES) as [Grade, string][]) {
    const named = new RegExp(`(?<!不|不得|没有|无)${words.slice(0, 2)}(?:行政)?(?:处罚|情节)?`);
    if (grade !== 'ordinary' && grade !== allowed.grade && named.test(withoutLists(rest))) {
      faults.push(`写了与本案裁量等级不符的“${words.slice(0, 2)}”`);
    }
  }
  return faults;
}

/** "无从轻、减轻、从重情节" names grades only to deny them. */
function withoutLists(text: string): string {
  return text.replace(
    /(?:没有|不具有|不具备|不存在|无)(?:法定)?(?:的)?(?:(?:从轻|减轻|从重|不予)(?:行政处罚|处罚)?[、或和及者]*)+(?:行政处罚|处罚)?(?:的)?(?:情节|情形)?/g,
    ' ',
  );
}

function titlesAgree(found: string, full: string): boolean {
  const bare = (title: string) => title.replace(/^中华人民共和国/, '');
  return bare(found) === bare(full);
}

function precise(found: { paragraph?: number; item?: number }): { paragraph?: number; item?: number } {
  return {
    ...(found.paragraph ? { paragraph: found.paragraph } : {}),
    ...(found.item ? { item: found.item } : {}),
  };
}
