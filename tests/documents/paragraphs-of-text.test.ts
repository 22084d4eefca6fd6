import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { lineDiff } from '../../src/documents/line-diff.ts';
import { paragraphsOfText } from '../../src/documents/paragraphs-of-text.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { COMPLETE_CASE } from './complete-case.ts';

const draft = draftDecision(COMPLETE_CASE, { book: TEST_BOOK, profile: TEST_PROFILE });

describe('paragraphsOfText', () => {
  it('gives back the draft’s own paragraphs for an unedited text', () => {
    expect(paragraphsOfText(draft.text, draft)).toEqual(draft.paragraphs);
  });

  it('keeps the origin of sentences that still stand and gives the rest to the person', () => {
    const former = draft.paragraphs.find((entry) => entry.text.startsWith('经查明'))!;
    const edited = paragraphsOfText(
      draft.text.replace(former.text, `补充一句。${former.text}再补一句。`),
      draft,
    );
    const paragraph = edited.find((entry) => entry.text.startsWith('补充一句'))!;
    expect(paragraph.sentences.map((sentence) => [sentence.by, sentence.text])).toEqual([
      ['person', '补充一句。'],
      ['rule', former.text],
      ['person', '再补一句。'],
    ]);
    expect(paragraph.kind).toBe('body');
  });

  it('loses no character of an edit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 }), (lines) => {
        const clean = lines.map((line) => line.replace(/[\n\r\u2028\u2029]/g, '').trim());
        const text = [...clean, draft.paragraphs[5]!.text].join('\n');
        const paragraphs = paragraphsOfText(text, draft);
        expect(paragraphs.map((entry) => entry.text)).toEqual(
          [...clean, draft.paragraphs[5]!.text].filter((line) => line !== ''),
        );
        for (const entry of paragraphs) {
          expect(entry.sentences.map((sentence) => sentence.text).join('')).toBe(entry.text);
        }
      }),
    );
  });
});

describe('lineDiff', () => {
  it('shows one changed line as removed and added', () => {
    expect(lineDiff('甲\n乙\n丙', '甲\n丁\n丙')).toEqual([
      { change: 'same', text: '甲' },
      { change: 'removed', text: '乙' },
      { change: 'added', text: '丁' },
      { change: 'same', text: '丙' },
    ]);
  });

  it('always holds both versions whole', () => {
    const line = fc.constantFrom('甲', '乙', '丙', '丁');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (a, b) => {
        const diff = lineDiff(a.join('\n'), b.join('\n'));
        expect(diff.filter((entry) => entry.change !== 'added').map((entry) => entry.text)).toEqual(a);
        expect(diff.filter((entry) => entry.change !== 'removed').map((entry) => entry.text)).toEqual(b);
      }),
    );
  });
});
