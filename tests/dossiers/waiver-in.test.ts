import { expect, it } from 'vitest';
import { plainView } from '../../src/dossiers/words/plain-view.ts';
import { waiverIn } from '../../src/dossiers/words/waiver-in.ts';

it.each([
  ['本单位已知悉享有陈述、申辩的权利，现自愿放弃陈述、申辩权利。', true, false],
  ['知悉享有陈述、申辩和要求听证的权利，现声明放弃陈述、申辩和听证权利。', true, true],
  ['贵局已告知我有权进行陈述、申辩，我不进行陈述申辩。', true, false],
  ['你单位有权进行陈述、申辩；逾期未提出的，视为放弃陈述、申辩的权利。', false, false],
  ['告知你单位享有陈述、申辩的权利，逾期不提出即放弃陈述、申辩。', false, false],
  ['知悉享有陈述、申辩的权利，对处罚数额有意见。', false, false],
])('%s', (text, statement, hearing) => {
  const found = waiverIn(plainView(text));
  expect([found.statement !== undefined, found.hearing !== undefined]).toEqual([statement, hearing]);
});
