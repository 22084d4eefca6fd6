import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
let common: Set<string> | undefined;

/**
 * 請當事人陳述 → 请当事人陈述, sign for sign. A text is only touched when it holds a character that no simplified text
 * has: 乾 or 著 in a name is left alone.
 */
export function simplifyText(text: string): string {
  convert ??= Converter({ from: 't', to: 'cn' }) as (text: string) => string;
  common ??= simplifiedCharacters();
  const signs = [...text];
  const change = convert;
  const known = common;
  const traditional = (sign: string) => !known.has(sign) && change(sign) !== sign;
  if (!signs.some(traditional)) return text;
  const whole = change(text);
  if ([...whole].length === signs.length) return whole;
  return signs.map((sign) => (traditional(sign) ? change(sign) : sign)).join('');
}

/** The characters of GB 2312, the basic set of simplified Chinese. */
function simplifiedCharacters(): Set<string> {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, row) =>
    Uint8Array.from({ length: 94 * 2 }, (_, at) => (at % 2 === 0 ? 0xb0 + row : 0xa1 + Math.floor(at / 2))),
  );
  return new Set(rows.flatMap((row) => [...decoder.decode(row)]));
}
