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
    for (const [index, doc] of list.docs.entries()) {
      postings.integer(doc - before);
      postings.integer(Math.min(list.counts[index]!, 65535));
      before = doc;
    }
    const name = encoder.encode(term);
    block.integer(name.length);
    block.append(name);
    block.integer(postings.length);
    block.integer(list.docs.length);
    block.append(postings.view());
  }
  return block.take();
}

/** Walks the terms of a block; `visit` gets a function that decodes the postings only when it is called. */
export function readBlock(data: Uint8Array, visit: (term: string, postings: () => Postings) => void): void {
  let at = 0;
  const integer = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = data[at++];
      if (byte === undefined) throw new Error('检索索引的数据块不完整，请重建索引');
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  while (at < data.length) {
    const nameLength = integer();
    const term = decoder.decode(data.subarray(at, at + nameLength));
    at += nameLength;
    const byteLength = integer();
    const size = integer();
    const start = at;
    visit(term, () => {
      at = start;
      const docs = new Int32Array(size);
      const counts = new Uint16Array(size);
      let doc = -1;
      for (let i = 0; i < size; i++) {
        doc += integer();
        docs[i] = doc;
        counts[i] = integer();
      }
      return { docs, counts };
    });
    at = start + byteLength;
  }
}
