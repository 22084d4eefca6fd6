import type { CaseItems } from './items-of-case.ts';

/** The violations that a query tells, and how they are called and sorted. */
export interface ToldItems {
  items?: CaseItems;
  nameOf?: (item: string) => string;
  fieldOf?: (item: string) => string | undefined;
}

/** What two violations of one field (食品经营) have in common. */
const SAME_FIELD = 0.35;

/**
 * How surely a case was about the violation that a query tells, the likeliest that both can be about; a little for violations
 * of one field. Share and what to call it.
 */
export function violationAlike({
  items: told,
  nameOf = (id) => id,
  fieldOf = () => undefined,
}: ToldItems): (items: CaseItems | undefined) => [share: number, common: string[]] {
  const fields = new Map<string, number>();
  for (const [id, likely] of told ?? []) {
    const field = fieldOf(id);
    if (field !== undefined) fields.set(field, Math.max(fields.get(field) ?? 0, likely));
  }
  return (items) => {
    let share = 0;
    let common: string[] = [];
    for (const [id, sure] of items ?? []) {
      const same = sure * (told?.get(id) ?? 0);
      const field = fieldOf(id) ?? '';
      const near = sure * (fields.get(field) ?? 0) * SAME_FIELD;
      if (same > share && same >= near) [share, common] = [same, [nameOf(id)]];
      else if (near > share) [share, common] = [near, [`同一领域：${field}`]];
    }
    return [share, common];
  };
}
