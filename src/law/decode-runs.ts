/** A stretch of a text that is Chinese or English written in a code, and what it says. */
export interface DecodedRun {
  start: number;
  end: number;
  says: string;
}

/** Shorter stretches say too little to be an instruction. */
const CODES: [RegExp, (run: string) => string | undefined][] = [
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}/g, (run) => utf8(Buffer.from(run, 'base64'))],
  [
    /(?<![A-Za-z0-9])(?:[0-9a-fA-F]{2}\s?){12,}(?![A-Za-z0-9])/g,
    (run) => utf8(Buffer.from(run.replace(/\s/g, ''), 'hex')),
  ],
  [/(?:%[0-9a-fA-F]{2}|[\w.~+-]){8,}/g, (run) => (run.includes('%') ? percent(run) : undefined)],
  [/(?:&#x?[0-9a-fA-F]+;[^&\n]{0,2}){4,}/g, entities],
  [/(?:\\u\{?[0-9a-fA-F]{4,6}\}?[^\\\n]{0,2}){4,}/g, escapes],
];

/** Stretches in base64, hexadecimal, per cent signs, HTML entities or `\u` escapes that hold words; offsets in `text`. */
export function decodeRuns(text: string): DecodedRun[] {
  return CODES.flatMap(([pattern, decode]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const says = decode(match[0]);
      return says ? [{ start: match.index, end: match.index + match[0].length, says }] : [];
    }),
  );
}

/** Bytes that are no text decode to nothing. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /\p{Cc}/u.test(text.replace(/\s/g, '')) ? undefined : text;
  } catch {
    return undefined;
  }
}

function percent(run: string): string | undefined {
  try {
    return decodeURIComponent(run.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function entities(run: string): string {
  return run.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
    character(Number.parseInt(digits, hex ? 16 : 10)),
  );
}

function escapes(run: string): string {
  return run.replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, digits: string) =>
    character(Number.parseInt(digits, 16)),
  );
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
