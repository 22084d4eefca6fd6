/** The engine takes the last 224 tokens, and a Chinese character can be three of them. */
const MOST_CHARACTERS = 96;
const OPENING = '以下是行政执法听证的普通话录音，用简体中文记录。';

/**
 * What stands before every window: that it is simplified Chinese with punctuation, then the words that may come up, the
 * most important first, as many as there is room for.
 */
export function hearingPrompt(vocabulary: readonly string[]): string {
  let room = MOST_CHARACTERS;
  const words: string[] = [];
  for (const word of new Set(vocabulary.map((one) => one.replaceAll(/[\s\p{Cc}]+/gu, '')))) {
    const length = [...word].length + 1;
    if (length === 1 || length > room) continue;
    words.push(word);
    room -= length;
  }
  return words.length > 0 ? `${OPENING}${words.join('、')}。` : OPENING;
}
