import * as z from 'zod';

/**
 * The tokenizers that are understood here: Unigram over NFKC, lower case, digits as 0, cut at all but letters and
 * numbers, and one unknown piece at the end. Any other does not parse. `\d` is any decimal digit of Unicode.
 */
export const tokenizerSchema = z.object({
  added_tokens: z.array(z.object({ id: z.number(), content: z.string() })),
  normalizer: z.object({
    type: z.literal('Sequence'),
    normalizers: z.tuple([
      z.object({ type: z.literal('NFKC') }),
      z.object({ type: z.literal('Lowercase') }),
      z.object({
        type: z.literal('Replace'),
        pattern: z.object({ Regex: z.literal('\\d') }),
        content: z.literal('0'),
      }),
    ]),
  }),
  pre_tokenizer: z.object({
    type: z.literal('Split'),
    pattern: z.object({ Regex: z.literal('[^\\p{L}\\p{N}]+') }),
    behavior: z.literal('Removed'),
    invert: z.literal(false),
  }),
  post_processor: z.object({
    type: z.literal('TemplateProcessing'),
    single: z.tuple([
      z.object({ Sequence: z.object({ id: z.literal('A') }) }),
      z.object({ SpecialToken: z.object({ id: z.literal('[UNK]') }) }),
    ]),
  }),
  model: z.object({
    type: z.literal('Unigram'),
    unk_id: z.int().nonnegative(),
    byte_fallback: z.literal(false).optional(),
    vocab: z.array(z.tuple([z.string(), z.number()])).min(1),
  }),
});

export type Tokenizer = z.infer<typeof tokenizerSchema>;

const RUNS = /[\p{L}\p{N}]+/gu;
/** How far below the least likely piece a character is that no piece covers. */
const UNKNOWN_PENALTY = 10;

/**
 * The cut of a text into numbered pieces, the likeliest under a unigram model (Kudo 2018, arXiv:1804.10959): the same
 * numbers as transformers.js gives for the same tokenizer.json.
 */
export function pieceCutter(tokenizer: Tokenizer): (text: string) => number[] {
  const { vocab, unk_id: unknown } = tokenizer.model;
  const unknownScore = vocab.reduce((least, [, score]) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  // Every beginning of a piece is a key; those that are no piece themselves have no number.
  const numbers = new Map<string, number>();
  for (const [id, [piece]] of vocab.entries()) {
    for (let end = 1; end < piece.length; end++) {
      const beginning = piece.slice(0, end);
      if (!numbers.has(beginning)) numbers.set(beginning, -1);
    }
    if (id !== unknown) numbers.set(piece, id);
  }
  const scores = Float64Array.from(vocab, ([, score]) => score);
  const special = new Map(tokenizer.added_tokens.map(({ content, id }) => [content, id]));
  const specials = new RegExp(
    `(${[...special.keys()].map((content) => content.replace(/[[\]{}()*+?.\\^$|]/g, '\\$&')).join('|')})`,
  );

  const cutRun = (run: string, into: number[]): void => {
    const best = new Float64Array(run.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(run.length + 1);
    const piece = new Int32Array(run.length + 1);
    best[0] = 0;
    for (let start = 0; start < run.length; start++) {
      const before = best[start]!;
      if (before === Number.NEGATIVE_INFINITY) continue;
      const reach = (end: number, id: number, score: number): void => {
        if (before + score <= best[end]!) return;
        best[end] = before + score;
        from[end] = start;
        piece[end] = id;
      };
      const single = start + (run.codePointAt(start)! > 0xffff ? 2 : 1);
      let covered = false;
      for (let end = start + 1; end <= run.length; end++) {
        const id = numbers.get(run.slice(start, end));
        if (id === undefined) {
          if (end < single) continue;
          break;
        }
        if (id < 0) continue;
        reach(end, id, scores[id]!);
        if (end === single) covered = true;
      }
      if (!covered) reach(single, unknown, unknownScore);
    }
    const found: number[] = [];
    for (let end = run.length; end > 0; end = from[end]!) found.push(piece[end]!);
    for (const id of found.reverse()) {
      // Unknown characters in a row are one piece.
      if (id !== unknown || into.at(-1) !== unknown) into.push(id);
    }
  };

  return (text) => {
    const pieces: number[] = [];
    for (const part of text.split(specials)) {
      const id = special.get(part);
      if (id !== undefined) {
        pieces.push(id);
        continue;
      }
      const normal = part
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\p{Nd}/gu, '0');
      const own: number[] = [];
      for (const [run] of normal.matchAll(RUNS)) cutRun(run, own);
      for (const piece of own) pieces.push(piece);
    }
    pieces.push(unknown);
    return pieces;
  };
}
