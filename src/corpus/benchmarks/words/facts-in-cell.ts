/** Lists and counts of conditions are read elsewhere. */
const LISTED = /[①-⑩]|之一|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]+[项种]情形/;
/** 5000元以上，不足1万元: the two ends of one number, with a sign between them. */
const ENDS_OF_ONE =
  /((?:以上|[超高多大][过于]\d[\d.]*[^，,；;\d以]{1,4}))[，,](?:但|且)?(?=(?:不足|不满|不超过|不到|未满|未达到?|低于|少于|小于)\d[\d.]*[万千百亿]?[^，,；;\d]{1,5}$|\d[\d.]*[万千百亿]?[^，,；;\d]{1,4}以下的?$)/g;
/** 既未承担赔偿责任，也未采取治理措施. */
const NEITHER = /^既((?:未|没有|不).{3,}?)[，,]?[也又](?=未|没有|不)/;
/** 未承担赔偿责任，但采取治理措施或者承担赔偿责任，但未采取治理措施: each says which of the two was done. */
const ONE_OF_TWO =
  /^未(?<first>[^，,或]{3,})[，,]但(?:是)?(?:已经?)?(?<second>[^，,或]{3,}?)[，,]?或者?(?:已经?)?\k<first>[，,]但(?:是)?未\k<second>的?$/;
/** 经责令改正，按期改正: the order is in the words of what followed it. */
const ORDERED =
  /(?<=^|[，,；;])经?(?:依法)?责令(?:限期)?(?:改正|整改)后?[，,](?=(?:已?经?按期|(?:在)?(?:规定)?的?(?:期限|限期)内|及时|逾期|拒不|仍?未)[^，,。；;]*(?:改正|整改))/g;
const JOINT = '(?:并且|而且|且|并|同时)';

/**
 * The circumstances that a cell joins: alternatives (，或者), and in each what must hold together (，且; a comma alone). 或者 without a sign
 * before it joins words, not circumstances. `undefined` where the cell can be read in two ways: A，且B，或者C.
 */
export function factsInCell(cell: string): string[][] | undefined {
  const text = cell
    .replaceAll(/\s/g, '')
    .replace(/[。；;，,]+$/, '')
    .replace(NEITHER, '$1，')
    .replaceAll(ORDERED, '')
    .replaceAll(ENDS_OF_ONE, '$1\0');
  const one = ONE_OF_TWO.exec(text)?.groups;
  if (one)
    return [
      [`未${one.first}`, one.second!],
      [one.first!, `未${one.second}`],
    ];
  if (LISTED.test(text)) return undefined;
  // A，但B的；或者C的: the heavier sign parts the alternatives, and a comma joins within each.
  const apart = text.split(/[；;](?:或者?)?/);
  if (apart.length > 1 && /[；;]或/.test(text)) {
    const parts = apart.map((part) =>
      /或/.test(part) ? undefined : factsInCell(part.replaceAll('\0', '，')),
    );
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
  }
  // Without a sign 或者 joins circumstances only after a number that is whole: 1人以下或者10万元以下.
  const either = text.split(
    /[，,；;](?:或者|或)|(?<=以[上下内])的?(?:或者|或)|(?<=.{4})(?<!所得)(?:或者|或)(?=(?:货值|违法所得|非法所得|涉案)[^，。；]*\d)/,
  );
  const inner = either.map((part) =>
    part.replace(/的$/, '').split(new RegExp(`[，,；;]${JOINT}?|(?:并且|而且|且)`)),
  );
  if (/[；;]/.test(either.join(''))) return undefined;
  // With alternatives beside it, a comma could belong to either.
  if (either.length > 1 && either.some((part) => /[，,]/.test(part))) return undefined;
  const facts = inner.map((all) =>
    all.map((part) =>
      part
        .replace(/^(?:已经|并|但)?(?:(?:系|属于)(?=首次|初次|第|再次))?/, '')
        .replace(/的$/, '')
        .replaceAll('\0', '，'),
    ),
  );
  return facts.flat().some((part) => part.length < 2) ? undefined : facts;
}
