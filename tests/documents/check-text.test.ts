import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/documents/check-text.ts';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { findGaps } from '../../src/documents/find-gaps.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { COMPLETE_CASE } from './complete-case.ts';

const text = draftDecision(COMPLETE_CASE, { book: TEST_BOOK, profile: TEST_PROFILE }).text;
const check = (edited: string) =>
  checkText(edited, { form: 'decision', file: COMPLETE_CASE, book: TEST_BOOK, on: '2025-05-13' });

describe('checkText', () => {
  it('finds nothing to complain of in the clean draft', () => {
    expect(check(text).unresolved).toEqual([]);
  });

  it.each([
    ['《中华人民共和国食品安全法》第一百五十五条', 'no-such-article', '没有这一条款'],
    ['《示例旧条例》第三条', 'superseded', '已被修改或者废止'],
    ['《示例新条例》第三条', 'not-yet-in-force', '当时尚未施行'],
    ['《并不存在的办法》第三条', 'unknown-law', '法规库中没有这部规范'],
  ])('marks an edited-in citation that does not hold: %s', (quote, state, words) => {
    const result = check(text.replace('本机关决定对当事人作出', `并依据${quote}，本机关决定对当事人作出`));
    expect(result.citations.find((citation) => citation.quote === quote)?.state).toBe(state);
    expect(result.unresolved).toEqual([`引用“${quote}”：${words}`]);
  });

  it('accepts the last article and refuses the one behind it', () => {
    const last = text.replace('本机关决定', '并依据《中华人民共和国食品安全法》第一百五十四条，本机关决定');
    expect(check(last).unresolved).toEqual([]);
  });

  it('takes a contract’s clause for what it is', () => {
    expect(check(text.replace('经查明，', '经查明，《示例购销合同》第三条约定了价款，')).unresolved).toEqual(
      [],
    );
  });

  it.each([
    ['【待补：日期】', 1],
    ['【文号待编】', 1],
    ['____', 1],
    ['XX局', 1],
    ['×××', 1],
    ['X', 0],
    ['MA01XX23', 0],
    ['（印章）', 0],
    ['某某', 0],
  ])('sees the empty place in %s', (piece, count) => {
    expect(findGaps(`前文${piece}后文`)).toHaveLength(count);
  });

  it.each([
    ['救济途径', /当事人对本决定不服的.*$/m, '缺少：申请行政复议、提起行政诉讼的途径和期限'],
    ['履行期限', /^当事人应当自收到本决定书之日起.*$/m, '缺少：行政处罚的履行方式和期限'],
    ['落款日期', /\n2025年5月13日\n/, '缺少：作出行政处罚决定的行政机关名称和作出决定的日期'],
    ['住所', /^住所：.*$/m, '缺少：当事人的姓名或者名称、地址'],
    ['依据', /^依据《.*$/m, '缺少：行政处罚的种类和依据'],
    ['违反条款', /违反了《[^》]+》/, '缺少：违反法律、法规、规章的事实和证据'],
  ])('notices that an edit dropped an element: %s', (_name, pattern, expected) => {
    const edited = text.replace(pattern, '\n');
    expect(edited).not.toBe(text);
    expect(check(edited).unresolved).toContain(expected);
  });
});
