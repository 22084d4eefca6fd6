const REFUSED =
  /(?:不得(?:要求|申请)(?:举行|组织)?听证|(?:无权|不能|不可以)(?:要求|申请)(?:举行|组织)?听证|不(?:享有|具有)[^,。;\n]{0,8}听证|没有(?:要求|申请)听证的?权利|不适用听证)/;

/** The clause of a notice that takes the right to a hearing away: 你单位不得要求听证. */
export function hearingRefused(text: string): string | undefined {
  return text.split(/[。;\n]/).find((clause) => REFUSED.test(clause));
}

/** The notice without such clauses. */
export function withoutRefusal(text: string): string {
  return text
    .split(/(?<=[。;\n])/)
    .filter((clause) => !REFUSED.test(clause))
    .join('');
}
