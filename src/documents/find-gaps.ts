/** 【待补：…】 and 【文号待编】, and the empty places that forms leave: ____, XX, ××. */
const PLACEHOLDERS = /【[^】\n]*】|_{2,}|(?<![0-9A-Za-z])X{2,}(?![0-9A-Za-z])|×{2,}/g;

/** Every place in the text that still has to be filled, as written. A paper with one left is never final. */
export function findGaps(text: string): string[] {
  return [...text.matchAll(PLACEHOLDERS)].map((match) => match[0]);
}
