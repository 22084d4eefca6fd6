import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from '../words/denied-words.ts';

export interface BenchmarkPaper {
  title: string;
  text: string;
  path: string;
}

const HOLDS: PaperKind[] = ['documentary-evidence', 'other', 'source'];
const OF_BENCHMARK = /裁量[^》\n]{0,12}(?:基准|标准|规则|规定|办法|细则|表)/;
const EXTRACT = /摘录|摘抄|摘要|节录|节选|打印|复[制印]件|文本|截图|依据/;

/** The papers that hold the words of a benchmark: an extract, a printout, a copy. They tell of no fact of the case. */
export function benchmarkPapers({ papers = [] }: Pick<CaseFile, 'papers'>): BenchmarkPaper[] {
  return papers.flatMap(({ kind, title, text }, index) => {
    if (!text || !HOLDS.includes(kind)) return [];
    const words = plainText(text);
    const holds = OF_BENCHMARK.test(title) || (EXTRACT.test(title) && OF_BENCHMARK.test(words.slice(0, 120)));
    return holds ? [{ title, text: words, path: `papers.${index}.text` }] : [];
  });
}
