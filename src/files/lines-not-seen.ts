/** A line shorter than this, in signs, says too little to compare. */
const SHORT = 6;
/** The share of pairs of neighbouring signs that even a poor recognition shares with the words that stand there. */
const SHARED = 0.3;

/**
 * Parts the lines that a scanner laid under a picture into those that are seen in it and those that are not: `seen` is
 * what was recognised in the picture. A few signs misread part nothing.
 */
export function linesNotSeen(layer: string, seen: string): { shown: string; unseen: string[] } {
  const pairs = new Set(pairsOf(seen));
  const unseen: string[] = [];
  const shown = layer.split('\n').filter((line) => {
    const own = pairsOf(line);
    const found = own.filter((pair) => pairs.has(pair)).length;
    const isSeen = own.length < SHORT || found >= own.length * SHARED;
    if (!isSeen) unseen.push(line);
    return isSeen;
  });
  return { shown: shown.join('\n'), unseen };
}

function pairsOf(text: string): string[] {
  const signs = [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
  return signs.slice(1).map((sign, at) => signs[at]! + sign);
}
