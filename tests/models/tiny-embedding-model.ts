import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Protocol buffer fields, just enough to write an ONNX file: a real model without any tool or download. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
const number = (field: number, value: number) => Buffer.from([...varint(field << 3), ...varint(value)]);
function bytes(field: number, ...parts: (string | Uint8Array)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(content.length)]), content]);
}

const FLOAT = 1;
const INT64 = 7;

function tensorInfo(field: number, name: string, type: number, dims: (string | number)[]): Buffer {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : bytes(2, dim)));
  return bytes(field, bytes(1, name), bytes(2, bytes(1, number(1, type), bytes(2, ...shape))));
}

/** A model that looks each token up in a table: `last_hidden_state = Gather(table, input_ids)`. */
function lookupModel(rows: number[][]): Buffer {
  const width = rows[0]!.length;
  const table = bytes(
    5,
    number(1, rows.length),
    number(1, width),
    number(2, FLOAT),
    bytes(8, 'table'),
    bytes(9, new Uint8Array(Float32Array.from(rows.flat()).buffer)),
  );
  const gather = bytes(
    1,
    bytes(1, 'table'),
    bytes(1, 'input_ids'),
    bytes(2, 'last_hidden_state'),
    bytes(4, 'Gather'),
  );
  const graph = bytes(
    7,
    gather,
    bytes(2, 'lookup'),
    table,
    tensorInfo(11, 'input_ids', INT64, ['batch', 'length']),
    tensorInfo(11, 'attention_mask', INT64, ['batch', 'length']),
    tensorInfo(12, 'last_hidden_state', FLOAT, ['batch', 'length', width]),
  );
  return Buffer.concat([number(1, 8), graph, bytes(8, bytes(1, ''), number(2, 13))]);
}

/**
 * Writes a real, tiny transformers.js model folder: one vector per Chinese character of `vectors`, zero for all others.
 */
export function writeTinyModel(folder: string, vectors: Record<string, number[]>): void {
  const width = Object.values(vectors)[0]!.length;
  const zero = new Array<number>(width).fill(0);
  const tokens = ['[PAD]', '[UNK]', ...Object.keys(vectors)];
  const special = tokens.slice(0, 2).map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
  };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', {
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: width,
    vocab_size: tokens.length,
  });
  json('tokenizer.json', tokenizer);
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    model_max_length: 512,
  });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), lookupModel([zero, zero, ...Object.values(vectors)]));
}
