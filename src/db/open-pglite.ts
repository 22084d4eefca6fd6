import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { embeddedParsers } from './type-parsers.ts';

/** The embedded engine as it comes, with the vector extension and our types. */
export function openPglite(options: PGliteOptions): Promise<PGlite> {
  return PGlite.create({ ...options, extensions: { vector }, parsers: embeddedParsers });
}
