import * as z from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** One entry of the archive. `table` and `rows` where it holds rows. */
const part = z.strictObject({
  name: z.string(),
  offset: count,
  bytes: count,
  sha256,
  table: z.string().optional(),
  rows: count.optional(),
  /** Of a file of the data folder, in milliseconds. */
  mtime: z.int().optional(),
});

/** `list.json`: what a backup holds. The digest of a table is over its rows as lines, in its order. */
export const partList = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  at: z.iso.datetime(),
  from: z.enum(['embedded', 'server']),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.record(z.string(), z.strictObject({ columns: z.array(z.string()), rows: count, sha256 })),
  sequences: z.record(
    z.string(),
    z.strictObject({ last: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() }),
  ),
  ledger: z.strictObject({ ok: z.boolean(), count, root: sha256, at: count.optional() }),
  parts: z.array(part),
});

export type PartList = z.infer<typeof partList>;
export type Part = z.infer<typeof part>;

/** Under which name rows of a table stand, and files of the data folder. */
export const TABLES = 'tables/';
export const FILES = 'files/';
export const LIST = 'list.json';
