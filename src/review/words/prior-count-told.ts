import type { CaseFile } from '../../cases/case-file.ts';
import type { CriminalThreshold } from '../../corpus/criminal-threshold.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import type { OffenceFact } from '../crime/offence-fact.ts';
import { agencyTexts } from './agency-texts.ts';

const TIMES = '(?<times>[两二三四五六七八九]|[2-9])次';
const PENALISED = '(?:受到?过?|被|受过)[^。;,]{0,12}?(?:处罚|罚款)';
/** 此前已两次因非医师行医受过行政处罚; 曾因同类行为被处罚两次. */
const TOLD = [
  `(?:此前|以前|之前|曾|已经?|先后)[^。;]{0,12}?${TIMES}[^。;,]{0,6}?因(?<why>[^。;,]{2,20}?)${PENALISED}`,
  `(?:此前|以前|之前|曾|已经?|先后|[两二三四五]年(?:内|之内))[^。;]{0,20}?因(?<why>[^。;,]{2,20}?)(?:先后)?${PENALISED}过?[^。;,]{0,4}?${TIMES}`,
  `(?:此前|以前|之前|曾|已经?|先后)[^。;]{0,12}?因(?<why>[^。;,]{2,20}?)(?:先后)?${TIMES}${PENALISED}`,
].map((pattern) => new RegExp(pattern));
const BEHIND = 12;
/** The words of the standard itself, a denial, or somebody else. */
const NOT = /没有|未曾|未因|不满|次以[上后]|是否|规定|标准|追诉|解释|其他(?:单位|人|企业)|他人|另案/;
const SAME = /同类|同样|相同|同一类|同种|该类|此类|类似/;
const WINDOW = /(?<years>[一两二三四五1-5])年(?:内|之内|以内)/;

/**
 * How often the party was penalised before for acts of the offence's kind, in the agency's own words; with `years`
 * only where they say that it was within so many. `undefined` where they tell no number.
 */
export function priorCountTold(
  file: CaseFile,
  offence: CriminalThreshold,
  years: number | undefined,
): OffenceFact | undefined {
  const counts = agencyTexts(file).flatMap(({ text, path }) =>
    text.split(/[。;\n]/).flatMap((sentence): OffenceFact[] => {
      const found = TOLD.map((one) => one.exec(sentence)).find((one) => one !== null);
      const { times = '', why = '' } = found?.groups ?? {};
      if (!found || !isOfKind(why, file, offence)) return [];
      // 没有医师资格 in another clause denies nothing of this one.
      const end = found.index + found[0].length;
      const [before, behind] = [sentence.slice(0, found.index), sentence.slice(end, end + BEHIND)];
      if (NOT.test(`${/[^,]*$/.exec(before)?.[0]}${found[0]}${/^[^,]*/.exec(behind)?.[0]}`)) return [];
      const window = WINDOW.exec(sentence)?.groups?.years;
      const within = window === undefined ? undefined : valueIn(window);
      if (years !== undefined && (within === undefined || within > years)) return [];
      return [{ value: valueIn(times), path, atLeast: true }];
    }),
  );
  return counts.sort((one, other) => Number(other.value) - Number(one.value))[0];
}

function isOfKind(why: string, { violation, cause }: CaseFile, { words }: CriminalThreshold): boolean {
  return (
    SAME.test(why) ||
    why.includes(violation.name) ||
    why.includes(cause) ||
    words.some((one) => [one].flat().every((word) => why.includes(word)))
  );
}

const valueIn = (words: string) => (/\d/.test(words) ? Number(words) : chineseValue(words));
