import type { CaseFile } from '../../cases/case-file.ts';
import { agencyTexts } from '../words/agency-texts.ts';
import { benchmarkPapers } from './benchmark-papers.ts';

/** A tier of a benchmark as a paper of the case quotes it: 第一档：取水不足三千立方米，罚款二万元以上四万元以下. */
export interface QuotedTier {
  /** 第一档 is 一; 从轻, 较重 stay. */
  name: string;
  condition: string;
  /** What follows 罚款 or 处. */
  fine: string;
  quote: string;
  title: string;
  path: string;
}

const NAME = `第?[一二三四五六1-6](?:档次?|级|阶次|等次)|[ⅠⅡⅢⅣⅤ](?:档|级)|(?:情节|违法)?(?:特别严重|特别轻微|较轻|轻微|一般|中等|较重|严重|从轻|减轻|从重)`;
/** A tier stands at the head of its line: a number or a sign before it, a colon, a bar or a comma behind. */
const LINE = new RegExp(
  String.raw`^(?:[^:,]{0,24}[:])?(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?[“"「]?(?<name>${NAME})[”"」]?(?:的?(?:违法)?(?:情节|情形|行为|阶次|档次?|处罚))?[:|](?<rest>.{4,160})$`,
  'u',
);
const INLINE =
  /^(?:[^:,]{0,24}[:])?[“"「]?(?<name>第[一二三四五六](?:档次?|阶次))[”"」]?(?:[,(]|为|是|指)(?<rest>.{4,160})$/u;
/** The name behind the condition, as only a table has it: 取水不足三千立方米的，为第一档，罚款…. */
const BEHIND = new RegExp(
  `^(?:[(]?[一二三四五六七八九十\\d]{1,2}[)、.])?(?<before>[^:]{4,80}?)的?,(?:为|属于?|列为|适用)[“"「]?(?<name>${NAME})[”"」]?(?:的?(?:违法)?(?:情节|情形|行为|阶次|档次?|处罚))?,(?<rest>.{4,120})$`,
  'u',
);
/** Where the condition ends and what is imposed begins. */
const IMPOSED =
  /[,|。]?(?:的[,|]?)?(?:(?:可以?)?(?:并)?(?:处以?|给予|按)[^,。]{0,24}?(?:元|倍|%)|罚款|[一-龥]{0,4}处罚幅度)/;
const FIGURES = /[\d一二三四五六七八九十百千万]\s*(?:元|倍|%)/;

/** The tiers that the papers quote, those of the extract first. One alone is no table. */
export function quotedTiers(file: CaseFile): QuotedTier[] {
  const tables = benchmarkPapers(file).map((paper) => tiersOf(paper, true));
  const told = agencyTexts(file)
    .reverse()
    .map((paper) => tiersOf(paper, false));
  for (const tiers of [...tables, ...told]) {
    if (tiers.length > 1 && new Set(tiers.map(({ name }) => name)).size === tiers.length) return tiers;
  }
  return [];
}

function tiersOf(
  { text, title, path }: { text: string; title: string; path: string },
  isTable: boolean,
): QuotedTier[] {
  return text
    .normalize('NFKC')
    .split(/[。;\n]/)
    .flatMap((line): QuotedTier[] => {
      const found = LINE.exec(line) ?? INLINE.exec(line) ?? (isTable ? BEHIND.exec(line) : null);
      const { name = '', before = '', rest: behind = '' } = found?.groups ?? {};
      const rest = before ? `${before},${behind}` : behind;
      const at = rest.search(IMPOSED);
      if (!found || at < 1 || !FIGURES.test(rest.slice(at))) return [];
      return [
        {
          name: tierName(name),
          condition: rest.slice(0, at).replace(/[的,|]+$/, ''),
          fine: rest.slice(at),
          quote: line,
          title,
          path,
        },
      ];
    });
}

/** One name for 第一档, 一档 and 1级. */
export const tierName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[“”"「」\s]/g, '')
    .replace(/^(?:情节|违法)(?=.{2})/, '')
    .replace(/(?:裁量)?(?:阶次|档次|等次|档|级|情形|情节)$/, '')
    .replace(/^第/, '')
    .replace(/^[1-6]$/, (digit) => '一二三四五六'[Number(digit) - 1]!)
    .replace(/^(?:I{1,3}|IV|V)$/, (roman) => '一二三四五'[['I', 'II', 'III', 'IV', 'V'].indexOf(roman)]!);
