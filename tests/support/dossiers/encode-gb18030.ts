let codes: Map<string, [number, number]> | undefined;

/**
 * The two-byte part of GB 18030, which is all that office papers use; RangeError for a character outside it. Node
 * decodes the encoding but does not write it, so the table is the decoder's, turned round.
 */
export function encodeGb18030(text: string): Buffer {
  codes ??= table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = codes.get(character);
      if (!pair) throw new RangeError(`GB 18030 双字节区没有“${character}”`);
      bytes.push(...pair);
    }
  }
  return Buffer.from(bytes);
}

function table(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\uFFFD' && !found.has(character))
        found.set(character, [lead, trail]);
    }
  }
  return found;
}
