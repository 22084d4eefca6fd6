import pg from 'pg';

const BYTEA = 17;
const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Counts and sequence numbers fit a JavaScript number; one that does not must not be rounded in silence. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
}

const shared: Record<number, (text: string) => unknown> = {
  [BIGINT]: parseBigint,
  // A day stays 'YYYY-MM-DD': as a Date it would move with the time zone.
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date,
  [BYTEA]: pg.types.getTypeParser(BYTEA) as (text: string) => Buffer,
};

/** How PGlite turns column text into values; what is absent here is alike in both drivers (jsonb is parsed by both). */
export const embeddedParsers = shared;

/** The same for node-postgres, as its `types` setting. */
export const serverTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format !== 'binary' && shared[oid] ? shared[oid] : pg.types.getTypeParser(oid, format as 'text'),
};
