/** The words of a cited place of an article, and what the rest of the article may add to them. */
export interface ProvisionText {
  /** The paragraph without its items, then the item cited. */
  head: string;
  item?: string;
  /** Items of the paragraph that are not cited but lay down penalties of their own. */
  itemsPunish: boolean;
  /** Other paragraphs of the article. */
  others: string[];
  /** Several paragraphs threaten penalties and none is cited. */
  ambiguous: boolean;
}

const HEADING = /^(?:第[一二三四五六七八九十百]+[编章节]|\d+[.．、])/;
const ITEM = /^[（(][一二三四五六七八九十]+[）)]/;
/** Words that threaten a penalty, or a measure close to one. */
export const PENAL =
  /罚款|没收|警告|通报|吊销|暂扣|停产|停业|关闭|拘留|降低资质|市场禁入|暂停[^，。；]{0,12}(?:资格|执业|业务|活动)|取消[^，。；]{0,12}资格/;

/** The cited place of an article's official text, paragraphs and items counted as articleShape counts them; `undefined` where there is none. */
export function provisionText(
  article: string,
  place: { paragraph?: number; item?: number },
): ProvisionText | undefined {
  const paragraphs: { head: string; items: string[] }[] = [];
  for (const line of article.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const last = paragraphs.at(-1);
    if (ITEM.test(line) && last) last.items.push(line);
    else if (/^\d+[.．、]/.test(line) && last?.items.length) last.items[last.items.length - 1] += line;
    else if (!HEADING.test(line)) paragraphs.push({ head: line, items: [] });
  }
  const whole = ({ head, items }: (typeof paragraphs)[number]) => [head, ...items].join('');
  const punishing = paragraphs.filter((one) => PENAL.test(whole(one)));
  const given =
    place.paragraph !== undefined
      ? paragraphs[place.paragraph - 1]
      : place.item !== undefined
        ? (paragraphs.filter(({ items }) => items.length >= place.item!)[0] ?? undefined)
        : (punishing[0] ?? paragraphs[0]);
  if (!given) return undefined;
  const item = place.item === undefined ? undefined : given.items[place.item - 1];
  if (place.item !== undefined && !item) return undefined;
  return {
    head: given.head,
    ...(item ? { item } : {}),
    itemsPunish: given.items.some((one) => one !== item && PENAL.test(one)) && item === undefined,
    others: paragraphs.filter((one) => one !== given).map(whole),
    ambiguous: place.paragraph === undefined && place.item === undefined && punishing.length > 1,
  };
}
