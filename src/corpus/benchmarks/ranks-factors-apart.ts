/**
 * Whether a note says that each factor ranks the case by itself, and that the heaviest rank counts: 各项因素对应不同等级的，按照其中最重的等级裁量.
 * Then one column of a row is enough, while 同时符合两个以上阶次的，适用较重阶次 leaves all columns of a row to be met.
 */
export function ranksFactorsApart(line: string): boolean {
  return RANKED_APART.test(line.replaceAll(/\s|[“”"「」]/g, ''));
}

const RANKED_APART =
  /(?:各|多|每|[两二数几]|不同)(?:项|个|种|类|列)?(?:以上)?的?(?:裁量)?(?:因素|要素|指标)[^。；]{0,20}(?:不同|不一致|分属|各异|各不相同)[^。；]{0,24}?(?:最重|较重|更重|重者|最高|就高|从高)/;
