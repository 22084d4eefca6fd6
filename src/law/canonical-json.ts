/**
 * One and the same text for one and the same JSON value (RFC 8785: object keys sorted by UTF-16 code units, no
 * spaces, shortest numbers), so that a digest can be taken of it. Members that are `undefined` are left out, as
 * `JSON.stringify` does. Throws TypeError on what JSON cannot say: NaN, infinities, bigints, functions, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`no JSON for a ${typeof value}`);
  if (hasToJson(value)) return canonicalJson(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('no JSON for a lone surrogate');
  return JSON.stringify(text);
}
