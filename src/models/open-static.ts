import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { pieceCutter, tokenizerSchema } from './cut-pieces.ts';
import { readInitializers } from './read-initializers.ts';

/** A model that is a table and nothing else: a vector for each piece of text, int8 with one scale a row. */
export interface StaticModel {
  dimensions: number;
  /** SHA-256 of the table and the tokenizer, in hexadecimal. */
  digest: string;
  /** The unit vector of a text. */
  embed(text: string): Float32Array;
}

const configSchema = z.object({ architectures: z.array(z.string()) });

/**
 * Opens a folder of models/train/export.py without any library: looking up and adding is all that its graph does.
 * `undefined` for every other model.
 * @throws when the folder says that it is such a model, and its table does not fit.
 */
export function openStatic(folder: string): StaticModel | undefined {
  const graph = join(folder, 'onnx/model_quantized.onnx');
  const settings = join(folder, 'config.json');
  if (!existsSync(graph) || !existsSync(settings)) return undefined;
  const config = configSchema.safeParse(JSON.parse(readFileSync(settings, 'utf8')));
  if (!config.success || !config.data.architectures.includes('StaticEmbedding')) return undefined;
  const words = readFileSync(join(folder, 'tokenizer.json'));
  const tokenizer = tokenizerSchema.safeParse(JSON.parse(words.toString('utf8')));
  if (!tokenizer.success) return undefined;
  const file = readFileSync(graph);
  const parts = readInitializers(file);
  const codes = parts.get('codes');
  const scales = parts.get('scales');
  const [rows = 0, dimensions = 0] = codes?.dims ?? [];
  if (!codes || !scales || codes.bytes.length !== rows * dimensions || scales.bytes.length !== rows * 4) {
    throw new Error('onnx/model_quantized.onnx 里没有 codes 和 scales 两张表');
  }
  if (rows !== tokenizer.data.model.vocab.length) throw new Error('tokenizer.json 与词表的行数不符');
  const table = new Int8Array(codes.bytes.buffer, codes.bytes.byteOffset, codes.bytes.length);
  const view = new DataView(scales.bytes.buffer, scales.bytes.byteOffset, scales.bytes.length);
  const lengths = Float32Array.from({ length: rows }, (_, row) => view.getFloat32(4 * row, true));
  const cut = pieceCutter(tokenizer.data);
  return {
    dimensions,
    digest: createHash('sha256').update(file).update(words).digest('hex'),
    embed: (text) => unitSum(cut(text), table, lengths, dimensions),
  };
}

/** The mean has the direction of the sum. */
function unitSum(
  pieces: number[],
  table: Int8Array,
  lengths: Float32Array,
  dimensions: number,
): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const piece of pieces) {
    const length = lengths[piece]!;
    const row = piece * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i]! += table[row + i]! * length;
  }
  let total = 0;
  for (let i = 0; i < dimensions; i++) total += sum[i]! * sum[i]!;
  const norm = Math.sqrt(total);
  const unit = new Float32Array(dimensions);
  if (norm > 0) for (let i = 0; i < dimensions; i++) unit[i] = sum[i]! / norm;
  return unit;
}
