/** Where a term occurs in one segment: numbers of documents, ascending, and how often in each. */
export interface Postings {
  docs: Int32Array;
  counts: Uint16Array;
}

/** A growing list of postings. */
export interface PostingList {
  docs: number[];
  counts: number[];
}

const INCOMPLETE = '检索索引的数据块不完整，请重建索引';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes with variable-length integers, seven bits a byte, low bits first. */
class ByteWriter {
  bytes = new Uint8Array(256);
  length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  integer(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A term's name, its length in bytes before it: written here, since a call of the encoder costs more than a short name. */
  name(term: string): void {
    const room = 3 * term.length;
    this.reserve(room + 5);
    // Most names are shorter than 128 bytes, and their length then takes one.
    const { bytes } = this;
    const start = this.length + 1;
    let at = start;
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i);
      if (code >= 0xd800 && code <= 0xdfff) {
        this.longName(term);
        return;
      }
      if (code < 0x80) bytes[at++] = code;
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 63);
      } else {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      }
    }
    if (at - start > 127) {
      this.longName(term);
      return;
    }
    bytes[this.length] = at - start;
    this.length = at;
  }

  private longName(term: string): void {
    const name = encoder.encode(term);
    this.integer(name.length);
    this.append(name);
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Encodes the terms of one block: per term its name, the byte length and number of its postings, then gap and count. */
export function encodeBlock(terms: Iterable<[string, PostingList]>): Uint8Array {
  const block = new ByteWriter();
  const postings = new ByteWriter();
  for (const [term, list] of terms) {
    postings.length = 0;
    let before = -1;
    const { docs, counts } = list;
    for (let index = 0; index < docs.length; index++) {
      const doc = docs[index]!;
      postings.integer(doc - before);
      postings.integer(Math.min(counts[index]!, 65535));
      before = doc;
    }
    block.name(term);
    block.integer(postings.length);
    block.integer(list.docs.length);
    block.append(postings.view());
  }
  return block.take();
}

/**
 * Walks the terms of a block; `visit` gets a function that decodes the postings only when it is called, and how many there
 * are.
 */
export function readBlock(
  data: Uint8Array,
  visit: (term: string, postings: () => Postings, size: number) => void,
): void {
  let at = 0;
  const integer = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = data[at++];
      if (byte === undefined) throw new Error(INCOMPLETE);
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  while (at < data.length) {
    const nameLength = integer();
    const term = readName(data, at, nameLength);
    at += nameLength;
    const byteLength = integer();
    const size = integer();
    const start = at;
    visit(term, () => readPairs(data, start, size), size);
    at = start + byteLength;
  }
}

/** Gaps and counts, in variables of its own: those of a closure are read several times as slowly. */
function readPairs(data: Uint8Array, start: number, size: number): Postings {
  const docs = new Int32Array(size);
  const counts = new Uint16Array(size);
  let at = start;
  let doc = -1;
  for (let i = 0; i < size; i++) {
    let gap = data[at++]!;
    for (let shift = 7; gap >> shift > 0; shift += 7)
      gap = (gap & ((1 << shift) - 1)) | (data[at++]! << shift);
    let count = data[at++]!;
    for (let shift = 7; count >> shift > 0; shift += 7)
      count = (count & ((1 << shift) - 1)) | (data[at++]! << shift);
    doc += gap;
    docs[i] = doc;
    counts[i] = count;
  }
  if (at > data.length) throw new Error(INCOMPLETE);
  return { docs, counts };
}

/** Short names of the basic plane are put together here; a call of the decoder costs more than they do. */
function readName(data: Uint8Array, from: number, length: number): string {
  const end = from + length;
  if (length > 40 || end > data.length) return decoder.decode(data.subarray(from, end));
  let name = '';
  for (let at = from; at < end; ) {
    const first = data[at++]!;
    if (first < 0x80) name += String.fromCharCode(first);
    else if (first < 0xe0) name += String.fromCharCode(((first & 31) << 6) | (data[at++]! & 63));
    else if (first < 0xf0) {
      name += String.fromCharCode(((first & 15) << 12) | ((data[at]! & 63) << 6) | (data[at + 1]! & 63));
      at += 2;
    } else return decoder.decode(data.subarray(from, end));
  }
  return name;
}
