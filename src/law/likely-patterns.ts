import { neededWords } from './needed-words.ts';

const NONE: never[] = [];

/**
 * Of many patterns those that may match a text, in their order: all but those whose needed words it does not hold. One
 * look through the text stands for a hundred patterns.
 */
export function likelyPatterns(patterns: readonly RegExp[]): (text: string) => RegExp[] {
  const always: number[] = [];
  const starts = new Map<number, { word: string; indexes: number[] }[]>();
  for (const [index, { source }] of patterns.entries()) {
    const words = neededWords(source);
    if (!words) always.push(index);
    for (const word of words ?? []) {
      const first = word.charCodeAt(0);
      const own = starts.get(first) ?? [];
      starts.set(first, own);
      const known = own.find((one) => one.word === word);
      if (known) known.indexes.push(index);
      else own.push({ word, indexes: [index] });
    }
  }
  return (text) => {
    const likely = new Set(always);
    for (let at = 0; at < text.length; at += 1) {
      for (const { word, indexes } of starts.get(text.charCodeAt(at)) ?? NONE) {
        if (text.startsWith(word, at)) for (const index of indexes) likely.add(index);
      }
    }
    return patterns.filter((_, index) => likely.has(index));
  };
}
