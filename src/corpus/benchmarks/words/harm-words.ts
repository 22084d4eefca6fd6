/** 造成重大生态环境影响或者不良社会影响的: a circumstance beside all others, not a value of the column it is printed in. */
const OVERALL =
  /^(?:违法行为|已经?)?(?:造成|引起|引发|导致)[^，。；]*(?:影响|后果|污染|损害|损失|事故|伤亡|伤害|舆情)(?:等?的)?$|^(?:其他)?(?:情节|后果|影响)(?:特别)?(?:严重|恶劣)的?$|^(?:暴力)?(?:抗拒|阻碍|阻挠)(?:执法|检查|调查)的?$/;

export function isOverall(cell: string): boolean {
  return OVERALL.test(cell.replaceAll(/\s/g, ''));
}

/** The same words for the same circumstance: without 的, 已, 违法行为. */
export function circumstanceName(cell: string): string {
  return cell
    .replaceAll(/\s/g, '')
    .replace(/^(?:违法行为|已经?)/, '')
    .replace(/的$/, '');
}

/** Whether two cells say that something was and was not caused. */
export function deniesOther(one: string, other: string): boolean {
  const plain = (cell: string) => circumstanceName(cell);
  return plain(one).replace(/^(?:未|没有)/, '') === plain(other).replace(/^(?:未|没有)/, '') && one !== other;
}
