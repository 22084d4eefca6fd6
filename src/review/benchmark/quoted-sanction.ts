import type { CaseCitation, CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { chineseNumeral } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Sanction } from '../../law/sanction.ts';
import { sanctionsInText } from '../../law/sanctions-in-text.ts';

/** Papers in which the agency itself says what the provision threatens. */
const KINDS: PaperKind[] = ['decision', 'prior-notice', 'hearing-right-notice', 'closing-report'];
/** What may stand between the article and its words: paragraph, item, 的规定. */
const PLACE = String.raw`(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[款项目]|[、和,，]|之规定|的?规定|:|：|\s){0,8}`;
/** Where the words of the provision end and those of the case begin. */
const OWN =
  /(?:^|[，,；;])\s*(?:建议|拟|决定|参照|参考|按照?《|对照|《|现|经|鉴于|当事人|你(?:单位|店|公司)|该(?:单位|公司|店)|本案|应当?给予|对其)/;

/**
 * What a provision threatens in the words in which the case's own papers repeat it, for a provision that the library
 * does not hold: “处1万元以上10万元以下罚款”. Such words may be only a part of the article, so that penalties which they
 * do not name are left open.
 */
export function quotedSanction(file: CaseFile, citation: CaseCitation, on: Day): Sanction | undefined {
  for (const kind of KINDS) {
    for (const paper of file.papers ?? []) {
      if (paper.kind !== kind || !paper.text) continue;
      const words = wordsOf(paper.text, citation);
      const read = words && sanctionsInText(words);
      if (!words || !read || read.fines.length === 0) continue;
      const { most: _most, least: _least, ...reading } = read.reading;
      const open = [...new Set([...reading.open, 'types' as const])];
      return {
        id: `quoted ${words}`,
        provision: citation,
        inForce: [on],
        ...read,
        reading: { ...reading, open },
      };
    }
  }
  return undefined;
}

/** The words of the provision behind its citation: quoted, or told up to where the case's own words begin. */
function wordsOf(text: string, { article }: CaseCitation): string | undefined {
  const numbers = [article, chineseNumeral(Number(article))].join('|');
  const behind = new RegExp(
    `第?(?:${numbers})条${PLACE}(?:[“"「](?<quote>[^”"」\\n]{6,400})[”"」]|[，,]?(?<told>[^。\\n]{6,300}))`,
    'g',
  );
  for (const { groups } of text.matchAll(behind)) {
    const { quote, told } = groups ?? {};
    // Of a quotation with gaps only the part that fines is sure to belong together.
    const words = (quote ?? told?.slice(0, OWN.exec(told)?.index))
      ?.split(/…+/)
      .find((part) => /罚款/.test(part));
    if (words && /处[^，。；]{0,40}罚款/.test(words) && /以[上下]|倍/.test(words)) return words;
  }
  return undefined;
}
