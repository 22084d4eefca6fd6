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
  const tree = new PieceTree(vocab.reduce((sum, [piece]) => sum + piece.length, 0));
  for (const [id, [piece]] of vocab.entries()) if (id !== unknown) tree.add(piece, id);
  const scores = Float64Array.from(vocab, ([, score]) => score);
  const special = new Map(tokenizer.added_tokens.map(({ content, id }) => [content, id]));
  const specials = new RegExp(
    `(${[...special.keys()].map((content) => content.replace(/[[\]{}()*+?.\\^$|]/g, '\\$&')).join('|')})`,
  );

  let best = new Float64Array(0);
  let from = new Int32Array(0);
  let piece = new Int32Array(0);
  const cutRun = (run: string, into: number[]): void => {
    if (best.length <= run.length) {
      best = new Float64Array(2 * run.length + 1);
      from = new Int32Array(best.length);
      piece = new Int32Array(best.length);
    }
    best.fill(Number.NEGATIVE_INFINITY, 0, run.length + 1);
    best[0] = 0;
    for (let start = 0; start < run.length; start++) {
      const before = best[start]!;
      if (before === Number.NEGATIVE_INFINITY) continue;
      const single = start + (run.codePointAt(start)! > 0xffff ? 2 : 1);
      let covered = false;
      let node = 0;
      for (let end = start + 1; end <= run.length; end++) {
        node = tree.next(node, run.charCodeAt(end - 1));
        if (node === 0) break;
        const id = tree.idOf(node);
        if (id < 0) continue;
        if (end === single) covered = true;
        const reached = before + scores[id]!;
        if (reached <= best[end]!) continue;
        best[end] = reached;
        from[end] = start;
        piece[end] = id;
      }
      if (!covered && before + unknownScore > best[single]!) {
        best[single] = before + unknownScore;
        from[single] = start;
        piece[single] = unknown;
      }
    }
    const found: number[] = [];
    for (let end = run.length; end > 0; end = from[end]!) found.push(piece[end]!);
    for (let at = found.length - 1; at >= 0; at--) {
      const id = found[at]!;
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

/** The pieces as a tree, character by character, in one table with open addresses: a step makes no string. */
class PieceTree {
  private readonly mask: number;
  private readonly parents: Int32Array;
  private readonly codes: Uint16Array;
  /** The node of each slot; 0, the root, where it is free. */
  private readonly nodes: Int32Array;
  private readonly ids: number[] = [-1];

  /** @param characters of all pieces together, at most. */
  constructor(characters: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * characters + 2));
    this.mask = slots - 1;
    this.parents = new Int32Array(slots);
    this.codes = new Uint16Array(slots);
    this.nodes = new Int32Array(slots);
  }

  add(piece: string, id: number): void {
    let node = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      const slot = this.slotOf(node, code);
      if (this.nodes[slot] === 0) {
        this.parents[slot] = node;
        this.codes[slot] = code;
        this.nodes[slot] = this.ids.push(-1) - 1;
      }
      node = this.nodes[slot]!;
    }
    this.ids[node] = id;
  }

  /** The node behind one more character; 0 where no piece goes on so. */
  next(node: number, code: number): number {
    return this.nodes[this.slotOf(node, code)]!;
  }

  /** The number of the piece that ends here; -1 where none does. */
  idOf(node: number): number {
    return this.ids[node]!;
  }

  private slotOf(node: number, code: number): number {
    const { mask, parents, codes, nodes } = this;
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (nodes[slot] !== 0 && (parents[slot] !== node || codes[slot] !== code)) slot = (slot + 1) & mask;
    return slot;
  }
}
