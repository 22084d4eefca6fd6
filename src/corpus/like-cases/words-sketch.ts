/** So many values: two sketches differ from the share of pairs in common by some 0.05. */
const SIZE = 64;
/** From this share of pairs in common on, two texts say the same but for names and figures. */
const SAME = 0.85;
/** Shorter texts say the same by chance. */
const LEAST = 20;
/** What stands behind so many signs tells no more. */
const MOST = 800;

/** The least hashes of a text's pairs of characters (MinHash); empty for a text too short to tell. */
export type WordsSketch = Int32Array;

/** Figures, punctuation and the words left out do not count. */
export function sketchWords(text: string, without: readonly string[] = []): WordsSketch {
  const bare = without.reduce((rest, word) => rest.replaceAll(word, ''), text);
  const signs = [...bare.replace(/[\d〇零一二三四五六七八九十百千万某×*]|[^\p{L}]/gu, '')].slice(0, MOST);
  if (signs.length < LEAST) return new Int32Array(0);
  const sketch = new Int32Array(SIZE).fill(0x7fffffff);
  for (let at = 0; at + 1 < signs.length; at++) {
    let hash = Math.imul(signs[at]?.codePointAt(0) ?? 0, 0x9e3779b1) ^ (signs[at + 1]?.codePointAt(0) ?? 0);
    for (let row = 0; row < SIZE; row++) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + row;
      const value = (hash ^ (hash >>> 13)) & 0x7fffffff;
      if (value < (sketch[row] ?? 0)) sketch[row] = value;
    }
  }
  return sketch;
}

/** Whether two texts are nearly identical. */
export function saySame(a: WordsSketch, b: WordsSketch): boolean {
  if (a.length === 0 || a.length !== b.length) return false;
  let same = 0;
  for (let row = 0; row < a.length; row++) if (a[row] === b[row]) same++;
  return same >= SAME * a.length;
}
