import { describe, expect, it } from 'vitest';
import { auxiliariesIn } from '../../src/dossiers/words/auxiliaries-in.ts';

const NAMES = ['王示', '李示'];
const found = (text: string) => auxiliariesIn(text, NAMES).map(({ name }) => name);

describe('auxiliariesIn', () => {
  it.each([
    ['检查人员：王示（执法证号 YJ-0101）、李示（社区网格员，工作证 012）', ['李示']],
    ['询问人：王示（YJ-0101）　记录人：李示（尚未取得行政执法证）', ['李示']],
    ['检查人员王示，执法证号YJ-0101；李示，协管员，无证件。', ['李示']],
    ['在场的李示系本局聘用的执法辅助人员，负责记录。', ['李示']],
    ['辅助执法人员：李示\n执法人员：王示', ['李示']],
    ['协管员李示在旁记录。', ['李示']],
    ['李示的同事王示，未取得执法资格，负责拍照。', ['王示']],
  ])('finds whoever is no officer: %s', (text, names) => expect(found(text)).toEqual(names));

  it.each([
    '执法人员王示，网格员赵某某陪同检查。',
    '执法人员：王示（执法证号YJ-0101）、李示（执法证号YJ-0102）；网格员赵某某在场见证。',
    '王示、李示到达现场，当事人未取得许可证。',
    '王示（与网格员赵某某同往）',
    '王示是执法人员，赵某某是协管员。',
  ])('says nothing of officers beside whom one stands: %s', (text) => expect(found(text)).toEqual([]));
});
