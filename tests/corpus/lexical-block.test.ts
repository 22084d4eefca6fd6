import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocTable, encodeDocTable, makeDocTable } from '../../src/corpus/doc-table.ts';
import { encodeBlock, type PostingList, readBlock } from '../../src/corpus/lexical-block.ts';
import { blockOf, hashTerm } from '../../src/corpus/lexical-terms.ts';

function decoded(data: Uint8Array): Map<string, PostingList> {
  const found = new Map<string, PostingList>();
  readBlock(data, (term, postings) => {
    const { docs, counts } = postings();
    found.set(term, { docs: [...docs], counts: [...counts] });
  });
  return found;
}

describe('a block of the lexical index', () => {
  it('gives back what was put in, whatever the terms and numbers', () => {
    const postings = fc
      .uniqueArray(fc.nat(2_000_000), { minLength: 1, maxLength: 50 })
      .map((docs) => docs.sort((a, b) => a - b))
      .chain((docs) =>
        fc
          .array(fc.integer({ min: 1, max: 65_535 }), { minLength: docs.length, maxLength: docs.length })
          .map((counts) => ({ docs, counts })),
      );
    const block = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), postings), {
      selector: ([term]) => term,
      maxLength: 20,
    });
    fc.assert(
      fc.property(block, (terms) => {
        expect(decoded(encodeBlock(terms))).toEqual(new Map(terms));
      }),
      { numRuns: 200 },
    );
  });

  it('passes over postings that nobody asks for', () => {
    const data = encodeBlock([
      ['b处罚', { docs: [0, 300], counts: [1, 2] }],
      ['w罚款', { docs: [7], counts: [3] }],
    ]);
    const seen: string[] = [];
    readBlock(data, (term) => seen.push(term));
    expect(seen).toEqual(['b处罚', 'w罚款']);
  });

  it('says so when bytes are missing', () => {
    const data = encodeBlock([['b处罚', { docs: [1, 2, 3], counts: [1, 1, 1] }]]);
    expect(() => decoded(data.subarray(0, data.length - 1))).toThrow('不完整');
  });

  it('spreads terms evenly, each block of a coarse cut being a run of blocks of a finer one', () => {
    const sizes = new Array<number>(64).fill(0);
    for (let n = 0; n < 6400; n++) {
      const hash = hashTerm(`b${String.fromCharCode(0x4e00 + n)}罚`);
      const fine = blockOf(hash, 6);
      sizes[fine]!++;
      expect(fine >> 3).toBe(blockOf(hash, 3));
      expect(blockOf(hash, 0)).toBe(0);
    }
    expect(Math.min(...sizes)).toBeGreaterThan(50);
    expect(Math.max(...sizes)).toBeLessThan(170);
  });
});

describe('the table of documents', () => {
  it('gives back every column', () => {
    const table = makeDocTable([
      { seq: 5, source: 1, lengths: [10, 5, 11], region: '' },
      { seq: 9, source: 2, lengths: [0, 0, 1], region: '示例省' },
      { seq: 70_000, source: 2, lengths: [3, 2, 4], region: '示例省' },
    ]);
    expect(decodeDocTable(encodeDocTable(table))).toEqual(table);
    expect(table.regions).toEqual(['', '示例省']);
  });
});
