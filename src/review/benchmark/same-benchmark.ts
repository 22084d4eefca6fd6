import { plainWords } from '../steps/plain-words.ts';

/**
 * Whether a paper means this benchmark by the name it gives: with a year or a number behind it, or with the kind of power
 * written shorter. Another year is another version.
 */
export function sameBenchmark(cited: string, name: string): boolean {
  const [theirs, ours] = [years(cited), years(name)];
  if (theirs.length > 0 && ours.length > 0 && !theirs.some((year) => ours.includes(year))) return false;
  return plainWords(cited).includes(plainWords(name)) || core(cited) === core(name);
}

const years = (name: string): string[] =>
  [...name.normalize('NFKC').matchAll(/20\d\d(?=\s*(?:年|版|\)))/g)].map(([year]) => year);

/** 本省裁量基准, 相关裁量标准: words that name no benchmark. */
export const namesBenchmark = (cited: string): boolean =>
  core(cited).replace(/^(?:本|我|该|当地|相关|有关|省级|市级|现行)+/, '').length >= 2;

/** What is left of a name when only place and subject count. */
const core = (name: string) =>
  plainWords(name)
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/监督管理/g, '监管')
    .replaceAll(/20\d\d(?:年版?|版)?|第[一二三四五六七八九十\d]+[项号条].*$/g, '')
    .replaceAll(/行政处罚|自由裁量权?|裁量权?|适用|实施|执行|试行|基准|标准/g, '');
