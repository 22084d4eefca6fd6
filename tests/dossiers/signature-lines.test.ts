import { expect, it } from 'vitest';
import { partySignatureIn } from '../../src/dossiers/words/party-signature-in.ts';
import { unsignedIn } from '../../src/dossiers/words/unsigned-in.ts';
import { paperOf } from './paper-of.ts';

const OURS = new Set(['湛示鸣', '危示齐']);
const record = (foot: string) =>
  paperOf(
    'inspection-record',
    `现场检查笔录\n检查时间：2024年4月2日9时\n检查人员：湛示鸣、危示齐\n在场人员：苗示康\n检查情况：货架上有过期饼干六袋，价签为八元，另有空箱三个，均已拍照。\n${foot}`,
  );
const signer = (foot: string) => {
  const paper = record(foot);
  const span = partySignatureIn(paper, OURS);
  return span && paper.text.slice(span.start, span.end);
};

it.each([
  '> 属实。苗示康　2024年4月2日　　湛示鸣　危示齐',
  '> 苗示康　2024年4月2日　　湛示鸣　危示齐　2024年4月2日',
  '苗示康：核对无误。2024年4月2日　　湛示鸣　危示齐　2024年4月2日',
])('the party signs first in a line that all share: %s', (foot) => {
  expect(signer(foot)).toBe('苗示康');
  expect(unsignedIn(record(foot), OURS)).toBeUndefined();
});

it('where the officers alone signed, nobody of the party did', () => {
  expect(signer('> 湛示鸣　危示齐　2024年4月2日')).toBeUndefined();
  expect(unsignedIn(record('> 湛示鸣　危示齐　2024年4月2日'), OURS)).toBeDefined();
});
