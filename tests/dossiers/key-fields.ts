/**
 * 关键事实: what the reading of a dossier is measured by, as fields with `[]` for lists. In these the truth of a test
 * dossier is complete: what is read besides is wrong.
 */
const KEY_FIELDS = [
  /^number$/,
  /^papers\[\]\.kind$/,
  /^agency\.name$/,
  /^party\.(?:kind|name|idNumber|creditCode|operator|operatorIdNumber|legalRepresentative|address)$/,
  /^officers\[\]\.(?:name|certificate\.(?:number|validFrom|validTo))$/,
  /^filing\.(?:clueOn|approvedOn|approver)$/,
  /^violation\.amounts\./,
  /^acts\[\]\.(?:kind|date|startedAt|endedAt|officers|interviewee)$/,
  /^preservation\[\]\.(?:takenOn|approvedOn|disposedOn)$/,
  /^correctionOrder\.(?:issuedOn|until)$/,
  /^closingReport\.date$/,
  /^priorNotices\[\]\.(?:date|servedOn|number|penalties\[\]\.(?:type|amount))$/,
  /^defence\.(?:submittedOn|waivedOn|checkedOn)$/,
  /^hearing\.(?:toldOn|waivedOn|requestedOn|noticeServedOn|heldOn)$/,
  /^review\.(?:submittedOn|signedOn|reviewer\.name|conclusion)$/,
  /^discussion\.heldOn$/,
  /^approval\.(?:approvedOn|approver)$/,
  /^decision\.(?:date|number|result|penalties\[\]\.(?:type|amount)|remedies\..*|performance\.days)$/,
  /^provisions\.(?:breached|punishing)$/,
  /^services\[\]\.(?:of|method|servedOn|postedOn|publishedOn|servers|signer)$/,
  /^performance\.(?:paidOn|paid|closedOn|deferral\.(?:kind|requestedOn|approvedOn|until))$/,
  /^referral\.(?:decidedOn|sentAt|receivedOn|sentTo)$/,
];

export function isKeyField(field: string): boolean {
  return KEY_FIELDS.some((pattern) => pattern.test(field));
}
