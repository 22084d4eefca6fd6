/** The articles of one version with their text, by number (`64`, `133-1`), in their order. */
export type ArticleTexts = ReadonlyMap<string, string>;

/** What became of one article. `changed` says so of the words; its number can have changed too. */
export type ArticleChange =
  | { kind: 'added'; new: string }
  | { kind: 'removed'; old: string }
  | { kind: 'renumbered'; old: string; new: string }
  | { kind: 'changed'; old: string; new: string };

/** Below this share of common pairs of characters (Dice), two texts are not the same article reworded. */
const ALIKE = 0.5;
/** Articles of the same number need less: they usually stayed where they were. */
const ALIKE_IN_PLACE = 0.25;

/**
 * What changed from one version of a norm to the next, article by article, in the order of the new version; what left
 * stands where it used to. Spaces, invisible signs, and whether punctuation is half or full width, make no change. Equal texts are paired
 * first, then the most alike of the rest.
 */
export function compareVersions(before: ArticleTexts, after: ArticleTexts): ArticleChange[] {
  const old = new Map([...before].map(([number, text]) => [number, plain(text)]));
  const fresh = new Map([...after].map(([number, text]) => [number, plain(text)]));
  const pairs = new Map<string, string>();
  const pair = (from: string, to: string) => {
    pairs.set(to, from);
    old.delete(from);
    fresh.delete(to);
  };
  const texts = { old: new Map(old), fresh: new Map(fresh) };
  for (const [number, text] of texts.fresh) if (old.get(number) === text) pair(number, number);
  const byText = Map.groupBy(old.keys(), (number) => old.get(number)!);
  for (const [number, text] of [...fresh]) {
    const same = byText.get(text)?.filter((one) => old.has(one)) ?? [];
    if (same.length === 1) pair(same[0]!, number);
  }
  for (const { from, to } of alikePairs(old, fresh)) if (old.has(from) && fresh.has(to)) pair(from, to);
  return inOrder(before, after, pairs, (from, to) => texts.old.get(from) === texts.fresh.get(to));
}

/** What is compared: the words, without how they were set. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{C}]/gu, '')
    .replaceAll('〇', '零');
}

/** Pairs of articles left on both sides that are alike, the most alike first. */
function alikePairs(
  old: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): { from: string; to: string }[] {
  const grams = new Map([...old].map(([number, text]) => [number, pairsOf(text)]));
  const holders = new Map<string, string[]>();
  for (const [number, set] of grams) {
    for (const gram of set) {
      const list = holders.get(gram);
      if (list) list.push(number);
      else holders.set(gram, [number]);
    }
  }
  const found: { from: string; to: string; score: number }[] = [];
  for (const [to, text] of fresh) {
    const own = pairsOf(text);
    const common = new Map<string, number>();
    for (const gram of own)
      for (const from of holders.get(gram) ?? []) common.set(from, (common.get(from) ?? 0) + 1);
    for (const [from, shared] of common) {
      const score = (2 * shared) / (own.size + grams.get(from)!.size);
      if (score >= (from === to ? ALIKE_IN_PLACE : ALIKE)) found.push({ from, to, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || Number(b.from === b.to) - Number(a.from === a.to));
}

function pairsOf(text: string): Set<string> {
  const points = [...text];
  return new Set(points.length < 2 ? points : points.slice(1).map((point, index) => points[index]! + point));
}

function inOrder(
  before: ArticleTexts,
  after: ArticleTexts,
  pairs: ReadonlyMap<string, string>,
  equal: (from: string, to: string) => boolean,
): ArticleChange[] {
  const kept = new Set(pairs.values());
  const left = [...before.keys()];
  const changes: ArticleChange[] = [];
  let at = 0;
  /** Tells what left of the old articles before the given place. */
  const tellRemoved = (until: number) => {
    for (; at < until; at++) if (!kept.has(left[at]!)) changes.push({ kind: 'removed', old: left[at]! });
  };
  const places = new Map(left.map((number, index) => [number, index]));
  for (const to of after.keys()) {
    const from = pairs.get(to);
    if (from === undefined) changes.push({ kind: 'added', new: to });
    else {
      tellRemoved(places.get(from)!);
      if (!equal(from, to)) changes.push({ kind: 'changed', old: from, new: to });
      else if (from !== to) changes.push({ kind: 'renumbered', old: from, new: to });
    }
  }
  tellRemoved(left.length);
  return changes;
}
