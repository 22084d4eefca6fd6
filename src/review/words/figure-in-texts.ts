import type { CaseFile } from '../../cases/case-file.ts';
import type { ThresholdFigure } from '../../corpus/criminal-threshold.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';
import type { OffenceFact } from '../crime/offence-fact.ts';

/** Units that a text may use for the one a line is counted in, with how many of the line's unit they make. */
const CONVERTED: Record<string, Record<string, number>> = {
  立方米: { 立方米: 1, m3: 1 },
  株: { 株: 1, 棵: 1 },
  公斤: { 公斤: 1, 千克: 1, kg: 1, 吨: 1000 },
  千克: { 千克: 1, 公斤: 1, kg: 1, 吨: 1000 },
  吨: { 吨: 1, 公斤: 0.001, 千克: 0.001, kg: 0.001 },
  亩: { 亩: 1, 公顷: 15 },
  // A carton holds ten packets of twenty.
  支: { 万支: 10_000, 支: 1, 条: 200 },
  册: { 万册: 10_000, 册: 1, 本: 1 },
  份: { 万份: 10_000, 份: 1 },
  张: { 万张: 10_000, 张: 1, 盒: 1 },
  '张、份': { 张: 1, 份: 1, 册: 1, 本: 1 },
  件: { 万件: 10_000, 万枚: 10_000, 件: 1, 枚: 1, 个: 1, 张: 1, 套: 1 },
  条: { 万条: 10_000, 条: 1, 组: 1 },
  元: { 元: 1, 万元: 10_000 },
  人: { 人: 1, 名: 1 },
};

/** Harm is told in the same few words whatever the offence. */
const HARM: Record<string, string[]> = {
  deaths: ['死亡'],
  'serious-injuries': ['重伤'],
  'light-injuries': ['轻伤'],
};

const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|[一二三四五六七八九十百千两〇零]+)`;
/** A standard, a permitted amount, a stock, somebody's words or another act: no figure of this one. */
const OTHER =
  /标准|规定|追诉|解释|不足|未达|未超|许可|批准|核准|计划|设计|限额|共有|现有|剩余|总蓄积|补种|曾|此前|前次|另案|他人|辩称|认为|主张|申辩/;
const PERMITTED =
  /(?:许可|批准|核准|限额|计划)[^，。；]{0,6}(?:采伐|捕捞|使用|处置)|许可证(?:载明|规定|核定|准许)/;
const WITHOUT = /未取得|未经|未办|没有|无证|无.{0,4}许可/;
const KINDS = new Set(['decision', 'closing-report', 'expert-opinion', 'inspection-record']);

/**
 * The highest figure that the facts, the decision, the closing report, an expert opinion or the record of an inspection state for what a line counts,
 * in the line's unit: 立木蓄积26.40立方米. `undefined` where no clause does, or the line has no words to look for.
 */
export function figureInTexts(part: ThresholdFigure, file: CaseFile): OffenceFact | undefined {
  const units = CONVERTED[part.unit];
  const words = part.inText ?? HARM[part.factor ?? ''];
  if (!words || !units || part.of) return undefined;
  const written = Object.keys(units).join('|');
  const pattern = new RegExp(
    `(?:${words.join('|')})(?:\\([^()]{0,30}\\))?(?:量|株数|重量|数量|面积)?:?(?:(?:共计|合计|总计|共|计|约?为|达到?|系)){0,2}(${NUMBER})(${written})(?!以[上下]|/)`,
    'g',
  );
  // 3人重伤: of persons the number may stand first.
  const reversed =
    part.unit === '人' && !part.inText
      ? new RegExp(`(${NUMBER})(${written})(?:${words.join('|')})`, 'g')
      : undefined;
  const found = textsOf(file).flatMap(({ text, path }) =>
    clauses(text).flatMap((clause) =>
      [...clause.matchAll(pattern), ...(reversed ? clause.matchAll(reversed) : [])].flatMap(
        ([, number, unit]): OffenceFact[] => {
          const value = Number(numbersInText(`${number}元`)[0]?.value ?? Number.NaN);
          return Number.isNaN(value) ? [] : [{ value: Number((value * units[unit!]!).toFixed(6)), path }];
        },
      ),
    ),
  );
  return found.sort((one, other) => Number(other.value) - Number(one.value))[0];
}

function textsOf({ violation, papers }: CaseFile): { text: string; path: string }[] {
  return [
    ...(violation.facts ? [{ text: violation.facts, path: 'violation.facts' }] : []),
    ...(papers ?? []).flatMap(({ kind, text }, index) =>
      text && KINDS.has(kind) ? [{ text, path: `papers.${index}.text` }] : [],
    ),
  ];
}

/** Clauses that tell of this act: one that follows a permitted amount belongs to that. */
function clauses(text: string): string[] {
  const all = text
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .split(/[。;\n]|,(?!\d{3})/);
  return all.filter((clause, index) => {
    const before = all[index - 1] ?? '';
    return !OTHER.test(clause) && (!PERMITTED.test(before) || WITHOUT.test(before));
  });
}
