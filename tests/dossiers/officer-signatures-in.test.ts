import { expect, it } from 'vitest';
import { officerSignaturesIn } from '../../src/dossiers/words/officer-signatures-in.ts';

const OURS = new Set(['湛示鸣', '危示齐']);
const HEAD =
  '询问笔录\n询问人：湛示鸣、危示齐\n被询问人：苗示康\n问：你怎样做的？\n答：公司同意的，数据都给了他。\n';
const signers = (text: string) => officerSignaturesIn({ text }, OURS).map(({ name }) => name);

it.each([
  `${HEAD}　　苗示康 2024年4月2日\n　　湛示鸣　危示齐`,
  `${HEAD}> 苗示康（指印）2024.4.2\n> 湛示鸣、危示齐 2024.4.2`,
  `${HEAD}以上属实。苗示康\n执法人员（签名）湛示鸣 危示齐 2024年4月2日`,
  `${HEAD}属实。苗示康　2024年4月2日　　湛示鸣　危示齐`,
  `${HEAD}属实　苗示康\n调查人员签名：湛示鸣\n记录人员签名：危示齐`,
])('finds who signed at the end: %s', (text) => {
  expect(signers(text)).toEqual(['湛示鸣', '危示齐']);
});

it.each([
  `${HEAD}　　苗示康 2024年4月2日`,
  `${HEAD}执法人员：湛示鸣、危示齐`,
  `${HEAD}苗示康\n由湛示鸣、危示齐询问`,
  `${HEAD}苗示康\n湛示鸣　陈示平`,
  '询问笔录\n答：找我的是\n湛示鸣　危示齐\n问：还有吗？\n答：没有。\n苗示康',
])('takes no mere mention for a signature: %s', (text) => {
  expect(signers(text)).toEqual([]);
});
