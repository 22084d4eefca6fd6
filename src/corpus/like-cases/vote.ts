/** Terms with weights; as a vector of unit length where it is not empty. */
export type Weighed = Map<string, number>;

/** A set of terms as a vector of unit length. */
export function weigh(terms: Iterable<string>, weight: (term: string) => number): Weighed {
  const weights = new Map([...terms].map((term) => [term, weight(term)]));
  const norm = Math.sqrt([...weights.values()].reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? new Map() : new Map([...weights].map(([term, value]) => [term, value / norm]));
}

/**
 * What the nearest cases say together: the mean of their vectors, each with its weight. So a query that tells facts alone
 * gets the causes and articles under which such facts have been decided.
 */
export function vote(nearest: readonly { terms: Weighed; weight: number }[]): Weighed {
  const total = nearest.reduce((sum, { weight }) => sum + weight, 0);
  const voted: Weighed = new Map();
  if (total === 0) return voted;
  for (const { terms, weight } of nearest) {
    for (const [term, value] of terms) voted.set(term, (voted.get(term) ?? 0) + (value * weight) / total);
  }
  return voted;
}

/** The inner product. */
export function agreement(voted: Weighed, terms: Weighed): number {
  let sum = 0;
  for (const [term, value] of terms) sum += value * (voted.get(term) ?? 0);
  return sum;
}
