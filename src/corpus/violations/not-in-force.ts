import { chineseDay, type Day } from '../../law/dates.ts';
import type { Catalogue, ProceduralQuestion, Violation } from './violation.ts';
import { isViolation } from './violation-index.ts';

/** An item that is nearer to what happened than any that holds on the day, and does not hold on it. */
export interface NotInForce {
  id: string;
  name: string;
  from: Day;
  /** Last day; null where it still holds. */
  to: Day | null;
  /** The item before or after it that holds on the day. */
  instead: { id: string; name: string } | null;
  /** What is known of what holds after its last day. */
  afterwards: string | null;
}

interface Scored {
  entry: Violation | ProceduralQuestion;
  score: number;
}

/** So much better than the best that holds: nearly equal ones tell nothing. */
const CLEARLY = 1.05;
const MOST = 3;

/**
 * Items that match better than the best that holds on the day and do not hold on it, the best first: without a word of them
 * other law would be offered. One whose predecessor or successor comes first anyway is not told.
 */
export function notInForce(
  scored: readonly Scored[],
  { asOf, items, best }: { asOf: Day; items: Catalogue['items']; best: Scored | undefined },
): NotInForce[] {
  const found = scored
    .filter(({ entry, score }) => score > (best?.score ?? 0) * CLEARLY && isOther(entry, asOf))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST);
  return found.flatMap(({ entry }) => {
    if (!isViolation(entry)) return [];
    const instead = onDay(entry, items, asOf);
    if (instead && instead.id === best?.entry.id) return [];
    const { id, name, inForce, afterwards } = entry;
    return [
      {
        id,
        name,
        from: inForce[0],
        to: inForce[1] ?? null,
        instead: instead ? { id: instead.id, name: instead.name } : null,
        afterwards: afterwards ?? null,
      },
    ];
  });
}

/** The same for people, one sentence. */
export function notInForceWords(one: Omit<NotInForce, 'id'>, asOf: Day): string {
  const { name, from, to, instead, afterwards } = one;
  const later = asOf < from;
  const days = later ? `自${chineseDay(from)}起施行` : `的条款到${to ? chineseDay(to) : ''}止`;
  const item = `最像的事项${quoted(name)}${days}`;
  if (instead) return `${item}；${chineseDay(asOf)}的行为请看${quoted(instead.name)}。`;
  if (!later && afterwards) return `${item}。${afterwards}`;
  return `${item}，${chineseDay(asOf)}当时的规定目录没有收录，下列事项未必相干，请查当时的正式文本。`;
}

/** Quotes within a name become inner ones. */
function quoted(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function isOther(entry: Violation | ProceduralQuestion, asOf: Day): boolean {
  const [from, to] = entry.inForce;
  return isViolation(entry) && (asOf < from || (to !== undefined && to < asOf));
}

/** Along what comes before and after an item: the one that holds on the day. */
function onDay(item: Violation, items: Catalogue['items'], asOf: Day): Violation | undefined {
  const seen = new Set([item.id]);
  const open = [item];
  for (let one = open.shift(); one; one = open.shift()) {
    if (!isOther(one, asOf)) return one;
    const { id, followedBy } = one;
    for (const next of items)
      if ((next.id === followedBy || next.followedBy === id) && !seen.has(next.id)) {
        seen.add(next.id);
        open.push(next);
      }
  }
  return undefined;
}
