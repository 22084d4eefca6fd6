import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { benchmarkPapers } from '../benchmark/benchmark-papers.ts';

const NOT_OURS: PaperKind[] = [
  'power-of-attorney',
  'identity-proof',
  'receipt',
  'address-confirmation',
  'proof-of-service',
];
const EARLIER =
  /(?:曾|[两二一三]年(?:内|以内|之内)|20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|去年|前年|此前|以前|之前|上一?次|前次)[^。;?!\n]{0,40}?(?:因|就|被|受到?过?)[^。;?!\n]{0,40}?(?:行政处罚|处罚过?|罚款|警告|罚过|罚了)/;
/** A violation of the same kind; penalties for others do not count. */
const SAME =
  /同类|同样|同一类|同种|相同|类似|该类|此类|本类|也是(?:因为)?(?:这|此|过期|同)|又(?:因|一次)|再次/;
const DENIED = /没有|未曾|未|不曾|无|是否|有没有|有无|[吗么]$|其他(?:单位|人|企业)|他人|另案|不是|并非/;

/** A rule's own words: 二年内再次被查处的，罚款三万元以上; a condition and what follows from it, and no event. */
const OF_RULE =
  /(?:处罚?|罚款)[^,。;]{0,3}[\d一二三四五六七八九十百千万.]+(?:元|倍)?(?:以[上下]|至)|(?:处罚|被罚|罚款|查处)[^,。;]{0,6}的[,)]|(?:处罚|查处)[^,。;]{0,8}[两二三\d]次以上/;

/** Where a paper tells that the party was penalised before for the same kind of act. A question or a denial tells nothing. */
export function priorTold(file: CaseFile): { title: string; quote: string; path: string } | undefined {
  const { papers = [] } = file;
  const norms = new Set(benchmarkPapers(file).map(({ path }) => path));
  for (const [index, { kind, title, text }] of papers.entries()) {
    if (!text || NOT_OURS.includes(kind) || norms.has(`papers.${index}.text`)) continue;
    const plain = text.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');
    for (const line of plain.split(/[。;\n]/)) {
      if (/^问:/.test(line)) continue;
      const found = EARLIER.exec(line);
      const quote = found?.[0] ?? '';
      const rule = OF_RULE.test(line.slice(0, (found?.index ?? 0) + quote.length + 30));
      if (found && !rule && SAME.test(line) && !DENIED.test(quote))
        return { title, quote, path: `papers.${index}.text` };
    }
  }
  return undefined;
}
