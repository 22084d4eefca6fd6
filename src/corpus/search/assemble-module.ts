/** Memory that a module of WebAssembly works on. */
export interface MachineMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of WebAssembly that is used: its types come with those of the browser alone. */
interface Machine {
  Memory: new (size: { initial: number }) => MachineMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: { '': { memory: MachineMemory } },
  ) => { exports: { scan: (...numbers: number[]) => void } };
}

const machine = (globalThis as unknown as { WebAssembly: Machine }).WebAssembly;

export const I32 = 0x7f;
export const I64 = 0x7e;
export const V128 = 0x7b;

/** A function that takes whole numbers and returns nothing: how many, its further locals by type, its code. */
export interface MachineCode {
  parameters: number;
  locals: { count: number; type: number }[];
  code: number[];
}

export interface OpenedModule {
  memory: MachineMemory;
  scan: (...numbers: number[]) => void;
}

/** One instance of the function, with a memory of its own. */
export function openModule(module: object): OpenedModule {
  const memory = new machine.Memory({ initial: 1 });
  const { scan } = new machine.Instance(module, { '': { memory } }).exports;
  return { memory, scan };
}

/** Translates the function: header, then type, import, function, export and code. */
export function assembleModule({ parameters, locals, code }: MachineCode): object {
  const section = (id: number, ...body: number[]) => [id, ...unsigned(body.length), ...body];
  const text = (word: string) => [word.length, ...Buffer.from(word)];
  const declared = [locals.length, ...locals.flatMap(({ count, type }) => [count, type])];
  const body = [...declared, ...code, 0x0b];
  return new machine.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, 1, 0x60, parameters, ...new Array<number>(parameters).fill(I32), 0),
      ...section(2, 1, ...text(''), ...text('memory'), 0x02, 0x00, 1),
      ...section(3, 1, 0),
      ...section(7, 1, ...text('scan'), 0x00, 0),
      ...section(10, 1, ...unsigned(body.length), ...body),
    ]),
  );
}

/** A whole number of the format, seven bits a byte. */
export function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** A constant: the format keeps its sign in the last byte. */
export function constant(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 63) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [0x41, ...bytes, rest];
}
