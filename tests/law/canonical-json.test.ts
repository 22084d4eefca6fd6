import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/law/canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 code units and leaves no spaces', () => {
    expect(
      canonicalJson({ 罚: 1, b: [true, null, 'x y'], a: { d: 2, c: 1 }, '\u{1F600}': 0, '\uFB33': 0 }),
    ).toBe('{"a":{"c":1,"d":2},"b":[true,null,"x y"],"罚":1,"\u{1F600}":0,"\uFB33":0}');
  });

  it('writes numbers as RFC 8785 does', () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0, 1e21])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21]',
    );
  });

  it('leaves out members that are undefined and writes dates as ISO text', () => {
    expect(canonicalJson({ a: undefined, b: new Date(0), c: [undefined] })).toBe(
      '{"b":"1970-01-01T00:00:00.000Z","c":[null]}',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, '\ud800', { '\udc00': 1 }, undefined])(
    'refuses what JSON cannot say: case %#',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('means the same value, and gives the same text however the keys were ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
