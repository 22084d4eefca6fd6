import { assembleModule, I32, type MachineMemory, openModule, V128 } from './assemble-module.ts';

/**
 * Inner products of one vector with every row of a matrix of 16-bit whole numbers, eight numbers at a time: what
 * JavaScript needs 40 ms for takes 5 (57,000 rows of 512). The machine code of this loop, in WebAssembly:
 *
 *   do { sum = 0
 *     for (i = 0; i < width; i += 16) sum += dot_i16x8(load(row + i), load(query + i))
 *     store(out, lane 0 + lane 1 + lane 2 + lane 3 of sum)
 *     row += width; out += 4; count -= 1
 *   } while (count)
 */
export class DotProducts {
  readonly width: number;
  /** Bytes of one row: eight numbers fill one register. */
  private readonly stride: number;
  private readonly memory: MachineMemory;
  private readonly scan: (...numbers: number[]) => void;
  private rows = 0;

  constructor(width: number) {
    this.width = width;
    this.stride = Math.ceil(width / 8) * 16;
    module ??= assemble();
    ({ memory: this.memory, scan: this.scan } = openModule(module));
  }

  get count(): number {
    return this.rows;
  }

  /** Adds rows, one after the other; numbers within ±4096 and length at most 4096 never overflow. */
  append(rows: readonly Int16Array[]): void {
    this.reserve(this.rows + rows.length);
    for (const row of rows) this.at(this.start + this.rows++ * this.stride).set(row);
  }

  /** The product of each row with the vector, valid until the next call. */
  with(vector: Int16Array): Int32Array {
    const out = this.start + this.rows * this.stride;
    this.reserve(this.rows);
    this.at(0).set(vector);
    if (this.rows > 0) this.scan(this.start, this.rows, this.stride, 0, out);
    return new Int32Array(this.memory.buffer, out, this.rows);
  }

  /** The product of some rows with the vector, in their order. */
  of(vector: Int16Array, rows: readonly number[]): Int32Array {
    const out = this.start + this.rows * this.stride;
    this.reserve(this.rows);
    this.at(0).set(vector);
    const products = new Int32Array(rows.length);
    const last = new Int32Array(this.memory.buffer, out, 1);
    for (const [place, row] of rows.entries()) {
      this.scan(this.start + row * this.stride, 1, this.stride, 0, out);
      products[place] = last[0]!;
    }
    return products;
  }

  /** The vector asked for lies in front of the rows, the products behind them. */
  private get start(): number {
    return this.stride;
  }

  private at(offset: number): Int16Array {
    return new Int16Array(this.memory.buffer, offset, this.width);
  }

  private reserve(rows: number): void {
    const lacking = this.start + rows * (this.stride + 4) - this.memory.buffer.byteLength;
    // A little more than asked for: growing copies everything.
    if (lacking > 0) this.memory.grow(Math.ceil((lacking + this.memory.buffer.byteLength / 8) / 65536));
  }
}

let module: object | undefined;

/** The loop above. */
function assemble(): object {
  const [row, count, width, query, out, sum, i] = [0, 1, 2, 3, 4, 5, 6];
  const get = (local: number) => [0x20, local];
  const set = (local: number) => [0x21, local];
  const number = (value: number) => [0x41, value];
  const add = [0x6a];
  const lane = (index: number) => [...get(sum), 0xfd, 0x1b, index];
  const loadAt = (base: number) => [...get(base), ...get(i), ...add, 0xfd, 0x00, 0x04, 0x00];
  const loop = (...body: number[]) => [0x03, 0x40, ...body, 0x0b];
  const again = [0x0d, 0x00];
  const code = [
    ...loop(
      ...[0xfd, 0x0c, ...new Array<number>(16).fill(0), ...set(sum), ...number(0), ...set(i)],
      ...loop(
        ...[...get(sum), ...loadAt(row), ...loadAt(query), 0xfd, 0xba, 0x01, 0xfd, 0xae, 0x01, ...set(sum)],
        ...[...get(i), ...number(16), ...add, 0x22, i, ...get(width), 0x49, ...again],
      ),
      ...[
        ...get(out),
        ...lane(0),
        ...lane(1),
        ...add,
        ...lane(2),
        ...add,
        ...lane(3),
        ...add,
        0x36,
        0x02,
        0x00,
      ],
      ...[...get(row), ...get(width), ...add, ...set(row), ...get(out), ...number(4), ...add, ...set(out)],
      ...[...get(count), ...number(1), 0x6b, 0x22, count, ...again],
    ),
  ];
  return assembleModule({
    parameters: 5,
    locals: [
      { count: 1, type: V128 },
      { count: 1, type: I32 },
    ],
    code,
  });
}
