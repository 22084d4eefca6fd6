/** Control characters other than tab and line ends: these are bytes of something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/;
/** Marks in place of a lost character: a text may have carried a few of them along, more are bytes of something else. */
const LOST = /\ufffd/g;
const LOST_SHARE = 0.01;

/**
 * The text of a file: UTF-8 (with or without a mark at its start), UTF-16 with a mark, else GB18030.
 * `undefined` when it is none of these, or holds characters that no text holds.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  return decode('utf-8', bytes) ?? decode('gb18030', bytes);
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const lost = text.match(LOST)?.length ?? 0;
    return CONTROL.test(text) || lost > text.length * LOST_SHARE ? undefined : text;
  } catch {
    return undefined;
  }
}
