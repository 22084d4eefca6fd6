import { expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { papersSilent } from '../../src/review/steps/papers-silent.ts';
import { BASE_CASE } from './base-case.ts';

const KINDS: PaperKind[] = [
  'filing-approval',
  'inspection-record',
  'closing-report',
  'prior-notice',
  'decision',
  'proof-of-service',
];
const file = (texts: Partial<Record<PaperKind, string>> = {}, kinds = KINDS) => ({
  ...BASE_CASE,
  papers: kinds.map((kind, index) => ({
    id: `p${index + 1}`,
    kind,
    title: '材料',
    text: texts[kind] ?? '材料的文字。',
  })),
});
const STEP = { kinds: ['preservation-notice'] as PaperKind[], words: /登记保存/ };

it('tells that no paper of a whole dossier speaks of a step', () => {
  expect(papersSilent(file(), STEP)).toBe(true);
});

it('does not where a paper speaks of it or is of its kind', () => {
  expect(papersSilent(file({ 'inspection-record': '当场先行登记保存14盒。' }), STEP)).toBe(false);
  expect(papersSilent(file({}, [...KINDS, 'preservation-notice']), STEP)).toBe(false);
});

it('leaves papers out that only tell of a right', () => {
  const hearing = { kinds: [], words: /听证/, but: ['prior-notice'] as PaperKind[] };
  expect(papersSilent(file({ 'prior-notice': '你可以要求听证。' }), hearing)).toBe(true);
  expect(papersSilent(file({ 'closing-report': '当事人要求听证。' }), hearing)).toBe(false);
});

it('does not of an extract, a paper that nobody can read, or a case before its decision', () => {
  expect(papersSilent(file({}, ['inspection-record', 'prior-notice', 'decision']), STEP)).toBe(false);
  const unread = file();
  expect(
    papersSilent({ ...unread, papers: unread.papers.map((one) => ({ ...one, text: undefined })) }, STEP),
  ).toBe(false);
  expect(papersSilent({ ...file(), decision: undefined }, STEP)).toBe(false);
});
