/**
 * Hands PDF.js the character maps that PDF files name but do not hold. Chinese ones are made from the encodings that
 * they stand for: what the library calls a glyph number is the character itself here, which is all that reading needs.
 */
export class PdfData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename.replace(/\.bcmap$/, '')) : undefined;
    if (map === undefined) throw new Error(`${filename} is not at hand`);
    return new TextEncoder().encode(map);
  }
}

/** The source of a character map; undefined for one that is not made here. */
function characterMap(name: string): string | undefined {
  const vertical = name.endsWith('-V');
  if (/^UniGB-(UCS2|UTF16)-[HV]$/.test(name))
    return source(name, vertical, ['<0000> <ffff>'], ['<0000> <ffff> 0'], 'cid');
  if (/^(GBK|GBKp|GB)-EUC-[HV]$|^GBK2K-[HV]$/.test(name)) {
    return source(name, vertical, ['<00> <80>', '<8140> <fefe>'], gbkRanges(), 'cid');
  }
  // From the glyph number back to the character: they are the same.
  return name === 'Adobe-GB1-UCS2' ? source(name, false, ['<0000> <ffff>'], identity(), 'bf') : undefined;
}

function source(
  name: string,
  vertical: boolean,
  space: string[],
  ranges: string[],
  kind: 'cid' | 'bf',
): string {
  const parts: string[] = [];
  for (let at = 0; at < ranges.length; at += 100) {
    const some = ranges.slice(at, at + 100);
    parts.push(`${some.length} begin${kind}range\n${some.join('\n')}\nend${kind}range`);
  }
  return [
    'begincmap',
    `/CMapName /${name} def`,
    `/WMode ${vertical ? 1 : 0} def`,
    `${space.length} begincodespacerange\n${space.join('\n')}\nendcodespacerange`,
    ...parts,
    'endcmap',
  ].join('\n');
}

const identity = () =>
  Array.from({ length: 256 }, (_, row) => {
    const high = hex(row, 2);
    return `<${high}00> <${high}ff> <${high}00>`;
  });

/** Every two-byte code, with the character that the decoder gives for it. */
function gbkRanges(): string[] {
  const decoder = new TextDecoder('gb18030');
  const ranges = ['<00> <80> 0'];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      const code = sign.charCodeAt(0);
      if (sign.length !== 1 || code === 0xfffd) continue;
      const pair = hex(lead, 2) + hex(trail, 2);
      ranges.push(`<${pair}> <${pair}> ${code}`);
    }
  }
  return ranges;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
