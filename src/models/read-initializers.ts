/** A tensor that an ONNX file holds: its shape, and its bytes as they lie in the file (little-endian). */
export interface Initializer {
  dims: number[];
  bytes: Uint8Array;
}

/** Field numbers of the ONNX format (onnx.proto). */
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR = { dims: 1, name: 8, rawData: 9 };

/**
 * The weights of an ONNX file by name, without any copy. Only what a plain table needs of the format: tensors whose data
 * lie raw in the file.
 * @throws RangeError when the file ends too early or is no protocol buffer.
 */
export function readInitializers(file: Uint8Array): Map<string, Initializer> {
  const found = new Map<string, Initializer>();
  for (const graph of fields(file)) {
    if (graph.number !== MODEL_GRAPH || !graph.bytes) continue;
    for (const part of fields(graph.bytes)) {
      if (part.number !== GRAPH_INITIALIZER || !part.bytes) continue;
      const { name, ...tensor } = readTensor(part.bytes);
      found.set(name, tensor);
    }
  }
  return found;
}

function readTensor(message: Uint8Array): Initializer & { name: string } {
  const tensor = { name: '', dims: [] as number[], bytes: new Uint8Array() as Uint8Array };
  for (const { number, value, bytes } of fields(message)) {
    if (number === TENSOR.name && bytes) tensor.name = Buffer.from(bytes).toString('utf8');
    else if (number === TENSOR.rawData && bytes) tensor.bytes = bytes;
    else if (number === TENSOR.dims && bytes) tensor.dims.push(...packed(bytes));
    else if (number === TENSOR.dims) tensor.dims.push(value);
  }
  return tensor;
}

interface Field {
  number: number;
  /** The number of a varint field; of one with bytes, how many. */
  value: number;
  bytes?: Uint8Array;
}

/** The fields of one message: varints and lengths of bytes; fixed numbers are passed over. */
function* fields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError('the file ends in the middle of a number');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 0) yield { number, value: varint() };
    else if (wire === 2) {
      const length = varint();
      if (at + length > message.length) throw new RangeError('the file ends in the middle of a field');
      yield { number, value: length, bytes: message.subarray(at, at + length) };
      at += length;
    } else throw new RangeError(`unknown kind of field ${wire}`);
  }
}

function packed(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let factor = 1;
  for (const byte of bytes) {
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) {
      numbers.push(value);
      value = 0;
      factor = 1;
    }
  }
  return numbers;
}
