import type { HiddenText } from './file-text.ts';
import { hanOfRadicals } from './plain-han.ts';

/** Signs that take no room on the page: joiners, marks of direction, fillers, tags. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Of these some stand in honest text: a hyphen that may be, the form of one sign, the mark at a beginning. */
const HONEST = /(?<!\p{Variation_Selector})\p{Variation_Selector}(?!\p{Variation_Selector})|\u00ad|^\ufeff/gu;
const TAG = /[\u{e0020}-\u{e007e}]/gu;
/** Control characters other than tab and line end show nothing either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const LINE_ENDS = /\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g;
/** Spaces of every width but that of a Chinese character, which the layout of forms is made of. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const AROUND = 15;

/**
 * The text without signs that do not show, and what was hidden with them: the words around them, and words spelt in
 * invisible tags. Line ends become `\n`, spaces of any width one space, radicals the characters that they show.
 */
export function takeOutUnseen(text: string, page?: number): { text: string; hidden: HiddenText[] } {
  const plain = hanOfRadicals(text)
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(SPACES, ' ')
    .replace(HONEST, '');
  if (plain.search(UNSEEN) < 0) return { text: plain, hidden: [] };
  const quotes = new Set<string>();
  const lines = plain.split('\n').map((line) => {
    const places = [...line.matchAll(UNSEEN)];
    if (places.length === 0) return line;
    const spelt = (line.match(TAG) ?? [])
      .map((tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000))
      .join('');
    if (spelt.trim()) quotes.add(spelt);
    const first = clean(line.slice(0, places[0]!.index));
    const last = clean(line.slice(places.at(-1)!.index));
    const whole = clean(line);
    const from = Math.max(0, first.length - AROUND);
    const to = Math.min(whole.length, whole.length - last.length + AROUND);
    const quote = whole.slice(from, to).trim();
    quotes.add(quote || '（只有不可见字符）');
    return whole;
  });
  const hidden = [...quotes].map((quote) => ({ quote, how: 'zero-width' as const, ...(page && { page }) }));
  return { text: lines.join('\n'), hidden };
}

const clean = (text: string) => text.replace(UNSEEN, '');
