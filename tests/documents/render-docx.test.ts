import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { renderDocx } from '../../src/documents/render-docx.ts';
import { settleZipDates } from '../../src/documents/settle-zip-dates.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { COMPLETE_CASE } from './complete-case.ts';

const draft = draftDecision(COMPLETE_CASE, { book: TEST_BOOK, profile: TEST_PROFILE });

describe('renderDocx', () => {
  it('holds exactly the lines of the draft', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(draft)) });
    expect(value.split('\n').filter((line) => line !== '')).toEqual(draft.text.split('\n'));
  });

  it('gives the same bytes at another hour', async () => {
    const first = await renderDocx(draft);
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
    try {
      expect(Buffer.from(await renderDocx(draft)).equals(Buffer.from(first))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    const other = { ...draft, paragraphs: [...draft.paragraphs, { kind: 'body' as const, text: '另' }] };
    expect(Buffer.from(await renderDocx(other)).equals(Buffer.from(first))).toBe(false);
  });

  it('is A4 with the margins and the line pitch of the official layout', async () => {
    const xml = await part(await renderDocx(draft), 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="210mm" w:h="297mm"|<w:pgSz w:w="11906" w:h="1683[78]"/);
    expect(xml).toMatch(/w:top="(37mm|2098)"/);
    expect(xml).toMatch(/w:left="(28mm|1587)"/);
    expect(xml).toContain('w:line="576"');
    expect(xml).toContain('w:lineRule="exact"');
    expect(xml).toContain('w:eastAsia="仿宋"');
  });

  it('shows gaps and unresolved citations in red, and nothing else', async () => {
    const quote = '《并不存在的办法》第三条';
    const layout = {
      title: '示例',
      paragraphs: [{ kind: 'body' as const, text: `依据${quote}，处【待补：金额】。` }],
      citations: [{ quote, state: 'unknown-law' }],
    };
    const runs = redRuns(await part(await renderDocx(layout), 'word/document.xml'));
    expect(runs).toEqual([quote, '【待补：金额】']);
    expect(redRuns(await part(await renderDocx(draft), 'word/document.xml'))).toEqual([]);
  });

  it('refuses to settle what is no zip file', () => {
    expect(() => settleZipDates(new Uint8Array(100))).toThrow(RangeError);
  });
});

function redRuns(xml: string): string[] {
  return [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)]
    .map((match) => match[0])
    .filter((run) => run.includes('w:val="C00000"'))
    .map((run) => /<w:t[^>]*>([^<]*)</.exec(run)![1]!);
}

/** One file of a zip, found through its directory. */
async function part(zip: Uint8Array, name: string): Promise<string> {
  const buffer = Buffer.from(zip);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = buffer.readUInt32LE(end + 16);
  for (let entry = 0; entry < buffer.readUInt16LE(end + 10); entry += 1) {
    const lengths = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (buffer.toString('utf8', at + 46, at + 46 + lengths[0]) === name) {
      const local = buffer.readUInt32LE(at + 42);
      const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      const data = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
      return (buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
    }
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  throw new Error(`没有 ${name}`);
}
