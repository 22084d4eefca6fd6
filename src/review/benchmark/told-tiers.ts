import type { CaseFile } from '../../cases/case-file.ts';
import { type Fen, fen } from '../../law/money.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';
import { type AgencyText, agencyTexts } from '../words/agency-texts.ts';

/** A tier of a benchmark as a paper names it, and the span of fines that it gives for it. */
export interface ToldTier extends AgencyText {
  quote: string;
  /** 较重, 从轻, or the number of the tier. */
  name?: string;
  range?: { min?: Fen; max?: Fen; text: string };
}

const NAME = `(?:情节)?(?:特别严重|特别轻微|较轻|轻微|一般|中等|较重|严重|从轻|减轻|从重|较大|重大)|第?(?:[一二三四五1-5ⅠⅡⅢ]|I{1,3})`;
const TIER = new RegExp(
  `(?:属于?|适用|对应|符合|按照?|认定为|列入|为|系|参照|基准|基准中|规定的?|[,，(（])(?:裁量基准|规定的?|本案|当事人|基准)*[“"「]?(?<name>${NAME})[”"」]?(?:的)?(?:裁量)?(?:违法|处罚)?(?:阶次|档次?|等次|裁量档|违法情形|裁量情形)`,
  'g',
);
const SUM = String.raw`(?:\d[\d,]*(?:\.\d+)?|[〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟萬]+)`;
const RANGE = new RegExp(
  `(?<![\\d.])(?<min>${SUM})(?<minWan>万)?元?(?:以上(?:至|到|,|、)?|至|到|-|~|—|～)(?:不足|不满|不超过)?(?<max>${SUM})(?<maxWan>万)?元(?:以下|的罚款|罚款)?`,
  'g',
);
/** Words that make a span one of the benchmark, and a citation that makes it one of the law. */
const OF_TIER = /阶次|档|裁量|基准|违法情形|违法程度|处罚幅度|罚款幅度/;
const OF_LAW =
  /(?:法|条例|规定|办法|细则)[》〉]?(?:\([^()]*\))?第[^,，。;]{1,12}[条款项]|该法第|法定|条文|规定的罚款幅度/;

/** The tiers and spans that the agency's papers tell of the benchmark that they apply. */
export function toldTiers(file: CaseFile): ToldTier[] {
  return agencyTexts(file).flatMap((paper) =>
    paper.text.split(/[。;\n]/).flatMap((sentence): ToldTier[] => {
      if (/请求|申辩(?:称|认为|提出)|主张|听证申请人|代理人(?:称|认为|提出)/.test(sentence)) return [];
      const named = [...sentence.matchAll(TIER)].map(
        ({ 0: quote, groups }): ToldTier => ({ ...paper, quote, name: plainTier(groups!.name!) }),
      );
      const ranges = [...sentence.matchAll(RANGE)].flatMap((match): ToldTier[] => {
        const before = sentence.slice(Math.max(0, match.index - 40), match.index);
        const at = Math.max(...[...before.matchAll(new RegExp(OF_TIER, 'g'))].map((one) => one.index), -1);
        if (at < 0 || OF_LAW.test(before.slice(at)) || OF_LAW.test(before)) return [];
        // 每人800元以上1200元以下 is no span of the whole fine; 减轻 before it lowers a span below that of the law.
        if (/(?:每|按)[\u4e00-\u9fa5]{0,5}[(（"“]?$/.test(before)) return [];
        const [min, max] = [
          sumOf(match.groups!.min!, match.groups!.minWan ?? ''),
          sumOf(match.groups!.max!, match.groups!.maxWan ?? ''),
        ];
        if (min === undefined || max === undefined || max <= min) return [];
        // 3至5万元: the unit stands once, behind the second.
        const low =
          !/万/.test(match.groups!.min! + (match.groups!.minWan ?? '')) &&
          /万$/.test(match.groups!.max! + (match.groups!.maxWan ?? '')) &&
          !/元/.test(match[0].slice(0, match.groups!.min!.length + 1))
            ? min * 10_000
            : min;
        const lead = before.slice(Math.max(0, at - 8));
        return [{ ...paper, quote: `${lead}${match[0]}`, range: { min: low, max, text: match[0] } }];
      });
      return [...named, ...ranges];
    }),
  );
}

function sumOf(figures: string, ten: string): Fen | undefined {
  const [only] = numbersInText(`${figures}${ten}元`);
  return only && /^\d+(?:\.\d{1,2})?$/.test(only.value) ? fen(only.value) : undefined;
}

const plainTier = (name: string) =>
  name
    .replace(/^情节|^第/, '')
    .replace(/^[1-5]$/, (digit) => '一二三四五'[Number(digit) - 1]!)
    .replace(/^I{1,3}$/, (roman) => '一二三'[roman.length - 1]!);
