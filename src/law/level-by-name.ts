import type { NormLevel } from './penalties.ts';

/** Papers of an agency that set no penalties: notices, opinions, discretion benchmarks, minutes. */
const NORMATIVE =
  /(?:通知|通告|公告|意见|纪要|方案|指引|指南|裁量基准|裁量标准|基准|手册|批复|复函|函|倡议书|工作制度|公约|村规民约)$/;

/** The rank that a norm's own title shows; `undefined` where a title of its kind may have several (办法, 规定, 条例 of a province). */
export function levelByName(title: string): NormLevel | undefined {
  const plain = title
    .normalize('NFKC')
    .replaceAll(/[《》\s]/g, '')
    .replaceAll(/\([^()]*\)/g, '');
  if (/^中华人民共和国[^,、]*法(?:典)?$/.test(plain)) return 'law';
  if (/^中华人民共和国[^,、]*条例$/.test(plain)) return 'administrative-regulation';
  return NORMATIVE.test(plain) ? 'normative-document' : undefined;
}
