import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { figuresInContext, marksInContext } from '../../src/review/words/figures-in-context.ts';
import { wordsAgainstNotes } from '../../src/review/words/words-against-notes.ts';
import { BASE_CASE } from './base-case.ts';
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

  it.each([
    ['人民币陆万元整', false],
    ['陆万元整', false],
    ['人民币陆万伍仟元整', true],
  ])('state the sum in capitals, with or without its currency: %s', (words, differs) => {
    const decision = { penalties: [{ type: 'fine', amount: 60000 }], amountInWords: words };
    const paths = pathsOf(
      withText(DECISION.replace('陆万元整（60000元）', '60000元（陆万元整）'), { decision }),
    );
    expect(paths.includes('decision.amountInWords')).toBe(differs);
  });

  it.each([
    ['拟依《中华人民共和国安全生产法》第九十七条第一项罚款60000元', false],
    ['准备按该法第九十七条第一项罚你60000元', false],
    ['依第九十七条，罚60000元', false],
    ['依法罚款60000元', true],
  ])('cite the provision that the notice rests on, however tersely: %s', (words, lacking) => {
    const notice = {
      ...BASE_CASE.priorNotices![0]!,
      paper: 'p7',
      states: { content: true, facts: true, reasons: true, basis: true },
    };
    const text = `行政处罚告知书\n2025年3月5日查实，你单位未培训九人，违反《中华人民共和国安全生产法》第二十八条。${words}。\n收到本告知书之日起五日内，可以向本局陈述、申辩；逾期未提出的，视为放弃。\n示例区应急管理局（印章）`;
    const papers = [{ id: 'p7', kind: 'prior-notice' as const, title: '行政处罚告知书', text }];
    const told = pathsOf({ ...BASE_CASE, papers, priorNotices: [notice] });
    expect(told.includes('priorNotices.0.states.basis')).toBe(lacking);
    expect(told).not.toContain('priorNotices.0.states.content');
  });

  it('of a check that followed the clue are no other day of the clue', () => {
    const form = (text: string) =>
      pathsOf(caseFor({ filing: { clueOn: '2025-03-05' }, texts: { p2: text } }));
    const words = '案件来源：日常巡查\n立案理由：2025年3月6日现场检查时发现货架上有过期食品，建议立案。\n';
    expect(form(words)).not.toContain('filing.clueOn');
    expect(form('案件来源：日常巡查\n发现线索日期：2025年3月4日\n')).toContain('filing.clueOn');
  });

  it('of what came to somebody else are no other day of the clue', () => {
    const report = (text: string) =>
      pathsOf(caseFor({ filing: { clueOn: '2025-03-05' }, texts: { p6: text } }));
    const words =
      '案件调查终结报告\n经查：样品于2025年2月15日检验不合格，当事人于同日收到检验报告，未停止使用。\n';
    expect(report(words)).not.toContain('filing.clueOn');
    expect(report('案件调查终结报告\n2025年2月15日，本局接到群众举报。\n')).toContain('filing.clueOn');
    // The report knows the day that was noted too.
    expect(report('案件调查终结报告\n2025年2月15日收到检验报告，至2025年3月5日仍在使用。\n')).not.toContain(
      'filing.clueOn',
    );
  });

  it.each(['当事人露天堆放砂石', '当事人将污水排入雨水井'])(
    'that name one day of an act which went on are no other day: %s',
    (act) => {
      const days = { violation: { startedOn: '2025-04-07', endedOn: '2025-04-13' } };
      const notice = (when: string) =>
        pathsOf(
          caseFor({
            ...days,
            texts: {
              p7: `行政处罚事先告知书\n示例食品商行有限公司：\n经查，${when}，${act}。上述行为违反《中华人民共和国大气污染防治法》第七十二条。`,
            },
          }),
        ).filter((path) => path.startsWith('violation.'));
      expect(notice('2025年4月7日')).toEqual([]);
      expect(notice('2025年4月9日')).toEqual([]);
      expect(notice('2025年4月3日')).not.toEqual([]);
      expect(notice('2025年4月7日至4月10日')).not.toEqual([]);
    },
  );

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

describe('what a paper says outright of its own making', () => {
  const answer = (rule: string, given: Record<string, unknown>) =>
    screenCase(caseFor(given), { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' }).find(
      (finding) => finding.rule === rule,
    )?.answer;

  it('shows that one officer alone asked, or that one was away and signed by another hand', () => {
    const asked =
      '询问笔录\n问：今天为什么只有示例甲一个人询问？\n答：示例乙同志去处理事故没有在场，一直是示例甲一个人问的。';
    const away = '现场检查笔录\n示例乙当日在市里培训没有到场，由协管员代示例乙签名。';
    expect(answer('C2-01', { texts: { p4: asked } })).toBe('not-met');
    expect(answer('C2-01', { texts: { p3: away } })).toBe('not-met');
    expect(answer('C2-01', { texts: { p3: '现场检查笔录\n由示例甲一人记录，店主没有在场。' } })).toBe('met');
  });

  it('shows that the notice takes the right to a hearing away', () => {
    const given = (text: string) => ({
      hearing: { toldOn: '2025-04-16' },
      priorNotices: [
        {
          servedOn: '2025-04-16',
          rights: ['statement', 'defence', 'hearing'],
          penalties: [{ type: 'fine', amount: 60000 }],
          paper: 'p7',
        },
      ],
      texts: { p7: `行政处罚事先告知书\n你单位违反规定，拟罚款60000元。你单位有权陈述、申辩。${text}` },
    });
    const refused =
      '拟罚款数额虽达到《示例省行政处罚听证程序规定》应当告知听证的标准，但案情简单，你单位不得要求听证。';
    expect(answer('C3-08', given(refused))).toBe('not-met');
    expect(answer('C3-08', given('有权要求听证，不得因要求听证而加重处罚。'))).toBe('met');
  });

  it('shows that a refused paper was left elsewhere before nobody', () => {
    const given = (text: string) => ({
      services: [
        {
          of: 'decision',
          method: 'retained',
          servedOn: '2025-05-14',
          witness: '示例丑',
          refusalNoted: true,
          recorded: true,
          leftAtResidence: true,
          paper: 'p12',
        },
      ],
      texts: { p12: `送达回证\n送达方式：留置送达\n备注：${text}` },
    });
    expect(answer('C3-24', given('放在隔壁店铺门口后离开，未邀请见证人，也未拍照、录像。'))).toBe('not-met');
    expect(answer('C3-24', given('由社区工作人员示例丑见证签名，未录像，留在经营场所。'))).toBe('met');
  });

  it('shows that a decision rests on what the hearing never saw', () => {
    const given = (text: string) => ({
      hearing: {
        requested: true,
        held: true,
        heldOn: '2025-05-06',
        record: { signedOn: '2025-05-08', outsideFacts: false, points: [] },
      },
      texts: { p10: `行政处罚决定书\n${text}` },
    });
    expect(answer('C3-15', given('听证后补充调取的值班记录，未经听证出示，据此认定管理混乱。'))).toBe(
      'not-met',
    );
    expect(answer('C3-15', given('听证后，本机关对意见进行了复核，证据均经听证质证。'))).toBe('met');
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
