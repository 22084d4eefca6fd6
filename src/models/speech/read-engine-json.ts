import * as z from 'zod';
import type { Heard, Token } from './speech-engine.ts';

const times = z.object({ from: z.number(), to: z.number() });
const shape = z.object({
  model: z.object({ multilingual: z.boolean().optional() }).optional(),
  transcription: z.array(
    z.object({
      offsets: times,
      text: z.string(),
      tokens: z
        .array(
          z.object({
            text: z.string(),
            id: z.number(),
            p: z.number().nullish(),
            offsets: times.optional(),
          }),
        )
        .optional(),
    }),
  ),
});

/** The first id that stands for no text in a multilingual model. */
const END_OF_TEXT = 50_257;

/**
 * What whisper.cpp wrote for one part; `undefined` while it has not written all of it. Tokens of the engine can end
 * within a character and its strings are raw bytes, so the file is read as bytes and put together here.
 */
export function readEngineJson(bytes: Buffer): Heard[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(withoutRawControls(bytes.toString('latin1')));
  } catch {
    return undefined;
  }
  const result = shape.safeParse(parsed);
  if (!result.success) return undefined;
  return result.data.transcription.map(({ offsets, text, tokens }) => {
    const words = (tokens ?? []).filter(({ id, text: sign }) => id < END_OF_TEXT && !/^\[_.*\]$/.test(sign));
    return {
      start: offsets.from / 1000,
      end: offsets.to / 1000,
      tokens: words.length > 0 ? wholeCharacters(words) : [{ text: utf8(Buffer.from(text, 'latin1')) }],
    };
  });
}

/** Joins tokens until each ends with a character; of what is joined, the least sure counts. */
function wholeCharacters(
  words: { text: string; p?: number | null | undefined; offsets?: { from: number } | undefined }[],
): Token[] {
  const tokens: Token[] = [];
  let open: (Token & { bytes: Buffer }) | undefined;
  for (const { text, p, offsets } of words) {
    const bytes: Buffer = Buffer.concat([open?.bytes ?? Buffer.alloc(0), Buffer.from(text, 'latin1')]);
    const start = open?.start ?? (offsets ? offsets.from / 1000 : undefined);
    const sure = p === null || p === undefined ? open?.sure : Math.min(p, open?.sure ?? 1);
    const token: Token = {
      text: '',
      ...(start === undefined ? {} : { start }),
      ...(sure === undefined ? {} : { sure }),
    };
    if (endsWithin(bytes)) {
      open = { ...token, bytes };
    } else {
      tokens.push({ ...token, text: utf8(bytes) });
      open = undefined;
    }
  }
  if (open) tokens.push({ ...open, text: utf8(open.bytes) });
  return tokens.map(({ text, start, sure }) => ({
    text,
    ...(start === undefined ? {} : { start }),
    ...(sure === undefined ? {} : { sure }),
  }));
}

function endsWithin(bytes: Buffer): boolean {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
    if (byte < 0x80) return false;
  }
  return false;
}

/** Bytes that are no character are none of what was said. */
function utf8(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\uFFFD', '');
}

/** The engine writes control characters of its strings as they are, which no JSON may hold. */
function withoutRawControls(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"/gs, (string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    string.replace(/[\u0000-\u001f]/g, ' '),
  );
}
