/** Where a fact that no paper states is filled in. */
const PATHS: Record<string, string> = {
  当事人名称: 'party.name',
  统一社会信用代码: 'party.creditCode',
  公民身份号码: 'party.idNumber',
  当事人住址: 'party.address',
  办案机关: 'agency.name',
  案由: 'cause',
  案号: 'number',
  执法人员: 'officers.0.name',
  执法证号: 'officers.0.certificate.number',
  立案日期: 'filing.approvedOn',
  违法行为发生日: 'violation.endedOn',
  告知书日期: 'priorNotices.0.date',
  告知书送达日期: 'priorNotices.0.servedOn',
  听证举行日期: 'hearing.heldOn',
  法制审核结论: 'review.conclusion',
  集体讨论日期: 'discussion.heldOn',
  决定日期: 'decision.date',
  决定书文号: 'decision.number',
  处罚内容: 'decision.penalties.0.type',
  违反的条款: 'provisions.breached.0.law',
  处罚依据的条款: 'provisions.punishing.0.law',
  决定书送达日期: 'services.0.servedOn',
  结案日期: 'performance.closedOn',
};

/** `undefined` where no single fact answers to the name: the form then offers all of them. */
export function missingPath(name: string): string | undefined {
  return PATHS[name];
}
