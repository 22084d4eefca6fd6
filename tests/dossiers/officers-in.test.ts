import { expect, it } from 'vitest';
import type { Paper } from '../../src/dossiers/paper.ts';
import { fieldsIn } from '../../src/dossiers/words/fields-in.ts';
import { officersIn, officersTold } from '../../src/dossiers/words/officers-in.ts';
import { placeOfAct } from '../../src/dossiers/words/place-of-act.ts';

const paper = (text: string) => ({ id: 'p1', kind: 'inspection-record', text }) as Paper;
const officers = (text: string) => [...new Set(officersIn(paper(text)).map(({ name }) => name))];

it.each([
  ['勘验人：湛示鸣，执法证号 示交0044061，有效期至2028年1月31日\n记录人：危示齐', ['湛示鸣', '危示齐']],
  ['检查人员：湛示鸣，执法证号示农A-00441；危示齐，执法证号示农00442', ['湛示鸣', '危示齐']],
  ['检查人员：湛示鸣　危示齐\n当场过秤，公斤数记在附表', ['湛示鸣', '危示齐']],
  ['检查人员：湛示鸣、公斤、危示齐', ['湛示鸣', '危示齐']],
])('no part of a certificate number and no unit is an officer: %s', (text, expected) => {
  expect(officers(text)).toEqual(expected);
});

it.each([
  ['被检查场所：示例市柳示街27号二层　　负责人：莫示津（在场）', '示例市柳示街27号二层'],
  ['勘验场所：示例县道X007线K14+320左侧　　天气：晴', '示例县道X007线K14+320左侧'],
])('the place that was looked at is where the act took place: %s', (text, place) => {
  expect(placeOfAct(paper(text), 'inspection', fieldsIn(text))[0]?.[0]).toBe(place);
});

it('who is named at the head of a short record whose answers stand behind their questions has not signed there', () => {
  const text =
    '询问笔录\n询问时间：2025年3月21日14:00至14:40\n询问地点：示例街道15号会议室\n被询问人：石示满　性别：男　职务：铸造工\n询问人：丁示溪　记录人：湛示鸣\n问：什么时候入职的？答：2025年2月10日。\n问：有没有培训？答：没有。\n以上属实。石示满　2025年3月21日\n记录人：湛示鸣';
  expect(officersIn(paper(text)).map(({ name, role, signed }) => [name, role, signed])).toEqual([
    ['丁示溪', 'acting', false],
    ['湛示鸣', 'recording', false],
    ['湛示鸣', 'recording', true],
  ]);
});

it.each([
  ['2025年6月16日，执法人员丁示溪、湛示鸣到现场复查。', ['丁示溪', '湛示鸣']],
  ['2025年6月16日，执法人员丁示溪、店员到现场。', ['丁示溪']],
  ['2025年6月16日，执法人员丁示溪到现场，湛示鸣未到。', []],
])('a known officer whose name runs on into the sentence is named too: %s', (text, expected) => {
  expect(officersTold(text, new Set(['丁示溪', '湛示鸣'])).map(({ name }) => name)).toEqual(expected);
});
