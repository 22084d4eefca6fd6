import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { figuresInContext, marksInContext } from '../../src/review/figures-in-context.ts';
import { screenCase } from '../../src/review/screen-case.ts';
import { wordsAgainstNotes } from '../../src/review/words-against-notes.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const DECISION =
  '示例区市场监督管理局\n行政处罚决定书\n当事人：示例食品商行有限公司\n经查，当事人未对九名员工培训，有现场笔录为证。' +
  '上述行为违反《中华人民共和国安全生产法》第二十八条，依据该法第九十七条，决定罚款陆万元整（60000元），十五日内缴至示例银行。' +
  '\n可以自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。\n2025年5月13日';

const pathsOf = (file: CaseFile) => wordsAgainstNotes(file).map(({ path }) => path);
const withText = (text: string, change: Record<string, unknown> = {}) =>
  caseFor({ ...change, texts: { p10: text } });

describe('the words of papers against what was noted', () => {
  it('agree in a clean case', () => {
    expect(
      pathsOf(
        withText(DECISION, {
          decision: { penalties: [{ type: 'fine', amount: 60000 }] },
          provisions: null,
        }),
      ),
    ).toEqual([]);
  });

  it('tell another period, another sum, and remedies that are not there', () => {
    expect(pathsOf(withText(DECISION.replace('六个月', '三个月')))).toContain(
      'decision.remedies.litigationMonths',
    );
    const fined = { decision: { penalties: [{ type: 'fine', amount: 70000 }] } };
    expect(pathsOf(withText(DECISION, fined))).toContain('decision.penalties.0.amount');
    expect(pathsOf(withText(DECISION.replace('，或者六个月内提起行政诉讼', '')))).toContain(
      'decision.remedies.court',
    );
  });

  it('are not held against what people decided of a case that was read from them', () => {
    const file = withText(DECISION.replace('六个月', '三个月'));
    const read = {
      ...file,
      sources: [{ path: 'decision.date', paper: 'p10', quote: '2025年5月13日', by: 'rule' as const }],
    };
    expect(pathsOf(read)).toEqual([]);
  });
});

describe('a rule that what was noted satisfies', () => {
  const answerOf = (rule: string, file: CaseFile) =>
    screenCase(file, { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' }).find(
      (finding) => finding.rule === rule,
    );

  it('is not met where the words of the decision say otherwise, which are quoted', () => {
    const found = answerOf('C7-08', withText(DECISION.replace('六个月', '三个月')));
    expect(found).toMatchObject({ answer: 'not-met', papers: [{ paper: 'p10' }] });
    expect(found?.reason).toContain('三个月');
    expect(answerOf('C7-08', withText(DECISION))?.answer).toBe('met');
  });

  it('is not met where the whole decision has no word of it', () => {
    const silent = withText(DECISION.replace('，或者六个月内提起行政诉讼', ''));
    expect(answerOf('C7-05', silent)).toMatchObject({ answer: 'not-met' });
    expect(answerOf('C7-05', withText(DECISION))?.answer).toBe('met');
  });
});

describe('figures in the same words', () => {
  const between = (notice: string, decision: string) =>
    figuresInContext(caseFor({ texts: { p7: notice, p10: decision } })).map(
      ({ saidThere, saidHere }) => `${saidThere}/${saidHere}`,
    );

  it('are compared in Chinese numerals too', () => {
    expect(between('当事人未对九名员工培训。', '当事人未对十一名员工培训。')).toEqual([
      '事人未对9名/事人未对11名',
    ]);
    expect(between('当事人未对9名员工培训。', '当事人未对九名员工培训。')).toEqual([]);
  });

  it('leave fines alone, which may change, and periods', () => {
    expect(between('拟对你单位罚款七千元。', '现对你单位罚款六千元。')).toEqual([]);
    expect(between('自收到之日起5个工作日内提出。', '自收到之日起6个月内起诉。')).toEqual([]);
  });

  it('show a mark that one paper alone writes a little otherwise', () => {
    const of = (last: string) =>
      marksInContext(caseFor({ texts: { p3: '批号：20250315。', p4: '批号20250315。', p10: last } }));
    expect(of('批号20250351。')).toHaveLength(1);
    expect(of('批号20260708。')).toHaveLength(0);
  });
});
