/** The name of a tier for people: a table that only numbers its tiers does not say what the number is. */
export function tierLabel(name: string): string {
  return /^\d+$/.test(name) ? `第 ${name} 阶次` : name;
}

/** The same inside a sentence: “一般”阶次, “第 2 阶次”. */
export function quotedTierLabel(name: string): string {
  const label = tierLabel(name);
  return label === name ? `“${name}”阶次` : `“${label}”`;
}
