/** 稽查科科长, 执法大队副大队长, 综合科负责人, 承办机构负责人: whoever leads a part of the agency. */
const PART =
  /(?:总队|大队|中队|支队|科|股|室|处|队|站|所|组)副?长|(?:科|股|室|处|队|站|所|中心|机构|部门|组)(?:的)?(?:主要|分管)?负责人/;
const HEAD = /(?:局|厅|委|署|关|县|区|市|镇|乡|州)长|主任|书记|机关(?:主要|分管)?负责人|局领导/;
/** What the agency itself is: 交通运输综合执法支队 is led by its 支队长. */
const KIND = /(?:总队|大队|中队|支队|队|站|所|处)$/;

/** Whether words of an office (稽查科科长) are those of somebody who leads a part of the agency and not the agency. */
export function leadsPart(role: string, agency: string): boolean {
  const kind = KIND.exec(agency)?.[0];
  return PART.test(role) && !HEAD.test(role) && !(kind !== undefined && role.includes(kind));
}
