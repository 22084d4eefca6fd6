/** What stands in parentheses after a title: the version it means and the short name that the text gives it. */
export interface TitleNotes {
  /** `2017`, or the day where the text tells it: of adoption, amendment or effect. */
  version?: string;
  alias?: string;
}

/** Parentheses after a title, of a size that no scan of a long text stumbles over. */
export const PARENS = String.raw`(?:\s*[（(][^（）()\n]{1,120}[）)])`;

const YEAR = '((?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})';
const DATED = new RegExp(
  String.raw`${YEAR}\s*(?:年|[-./])?\s*(?:([0-9]{1,2})\s*[月\-./]\s*([0-9]{1,2})\s*日?)?[^0-9]{0,40}?(?:修订|修正|修改|版|文本|通过|公布|发布|施行|实施|起)`,
  'g',
);
const YEAR_ALONE = new RegExp(String.raw`^\s*[（(]\s*${YEAR}\s*年?\s*[）)]`);
const ALIAS =
  /(?:以下|下)?(?:统一)?简?称(?:为|作)?[：:]?\s*[《“"「‘']?([^《》“”"「」‘’（）()，,；;、]{1,30})/;
const DIGITS: Record<string, string> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, String(value)]),
);

/** Reads the words after a title. Of several days (通过…，…修正) the last one names the text that is meant. */
export function readNotes(words: string): TitleNotes {
  if (!words.trim()) return {};
  const plain = words.normalize('NFKC');
  const [, year, month, day] = [...plain.matchAll(DATED)].at(-1) ?? YEAR_ALONE.exec(plain) ?? [];
  const alias = readAlias(words);
  return {
    ...(year ? { version: [westernYear(year), ...rest(month, day)].join('-') } : {}),
    ...(alias ? { alias } : {}),
  };
}

/** The short name in 以下简称《…》. */
export function readAlias(words: string): string | undefined {
  return /[简下]称/.test(words) ? ALIAS.exec(words)?.[1]?.replaceAll(/\s/g, '') : undefined;
}

export function westernYear(year: string): string {
  return year.replaceAll(/[〇○]/g, '零').replaceAll(/[零一二三四五六七八九]/g, (digit) => DIGITS[digit]!);
}

function rest(month: string | undefined, day: string | undefined): string[] {
  return month && day ? [month.padStart(2, '0'), day.padStart(2, '0')] : [];
}
