/** The documents of one segment, column by column; the row number is the document's number in the postings. */
export interface DocTable {
  size: number;
  /** Entry of each document (entries.seq). */
  seq: Int32Array;
  /** Source of each document (library_sources.id). */
  source: Int32Array;
  /** Field lengths in terms, in the order of FIELDS. */
  lengths: [Int32Array, Int32Array, Int32Array];
  /** Index into `regions`; 0 is the empty region. */
  region: Int32Array;
  regions: string[];
}

export interface DocRow {
  seq: number;
  source: number;
  lengths: readonly [number, number, number];
  region: string;
}

export function makeDocTable(rows: DocRow[]): DocTable {
  const regions = [''];
  const numbers = new Map([['', 0]]);
  const table = emptyTable(rows.length, regions);
  for (const [index, row] of rows.entries()) {
    let region = numbers.get(row.region);
    if (region === undefined) {
      region = regions.push(row.region) - 1;
      numbers.set(row.region, region);
    }
    table.seq[index] = row.seq;
    table.source[index] = row.source;
    for (const field of [0, 1, 2] as const) table.lengths[field][index] = row.lengths[field];
    table.region[index] = region;
  }
  return table;
}

function emptyTable(size: number, regions: string[]): DocTable {
  const column = () => new Int32Array(size);
  return {
    size,
    seq: column(),
    source: column(),
    lengths: [column(), column(), column()],
    region: column(),
    regions,
  };
}

const columns = (table: DocTable) => [table.seq, table.source, ...table.lengths, table.region];

/** Six columns of little-endian 32-bit integers after a head of two (rows, bytes of the region list), then the list. */
export function encodeDocTable(table: DocTable): Uint8Array {
  const regions = new TextEncoder().encode(JSON.stringify(table.regions));
  const bytes = new Uint8Array(8 + columns(table).length * table.size * 4 + regions.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, table.size, true);
  view.setInt32(4, regions.length, true);
  let at = 8;
  for (const column of columns(table)) {
    for (const value of column) {
      view.setInt32(at, value, true);
      at += 4;
    }
  }
  bytes.set(regions, at);
  return bytes;
}

export function decodeDocTable(bytes: Uint8Array): DocTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getInt32(0, true);
  const regionBytes = view.getInt32(4, true);
  const regions = JSON.parse(
    new TextDecoder().decode(bytes.subarray(bytes.length - regionBytes)),
  ) as string[];
  const table = emptyTable(size, regions);
  let at = 8;
  for (const column of columns(table)) {
    for (let i = 0; i < size; i++) {
      column[i] = view.getInt32(at, true);
      at += 4;
    }
  }
  return table;
}
