import type { CaseFile } from '../../cases/case-file.ts';

/** 复查 that found the violation going on: 尚未改正, 仍未覆盖, 拒不改正, 逾期未改正. */
const UNCORRECTED =
  /(?:尚未|仍未|仍然未|未能|没有|拒不|逾期未|未按(?:期|要求))(?:完成|进行|全部)?(?:整改|改正)(?!的)|仍未[\p{sc=Han}]{1,8}，?尚未改正/u;
const RECHECK = /复查|回访|整改验收|改正情况/;

/** Words of a recheck that the violation was not put right, with their place in the file. */
export function uncorrectedIn({
  papers,
}: Pick<CaseFile, 'papers'>): { title: string; quote: string; path: string } | undefined {
  for (const [index, { title, text }] of (papers ?? []).entries()) {
    if (!RECHECK.test(title)) continue;
    const sentence = (text ?? '')
      .split(/[。；\n]/)
      .find((one) => UNCORRECTED.test(one) && !/如|若|的话|仍未改正的/.test(one));
    if (sentence) return { title, quote: sentence.trim(), path: `papers.${index}.text` };
  }
  return undefined;
}
