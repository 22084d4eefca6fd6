/** Checks of the catalogue that cannot be a rule, each with the reason. */
export const WITHOUT_RULE: Record<string, string> = {};
