import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { COMPLETE_CASE } from './complete-case.ts';

const options = { book: TEST_BOOK, profile: TEST_PROFILE };
const draft = (file: CaseFile) => draftDecision(readCaseFile(file), options);
const changed = (change: Partial<CaseFile>): CaseFile => ({ ...structuredClone(COMPLETE_CASE), ...change });

describe('draftDecision', () => {
  it('writes every element of Article 59 from a complete case, and leaves nothing open', () => {
    const result = draft(COMPLETE_CASE);
    expect(result.unresolved).toEqual([]);
    expect(result.elements).toHaveLength(6);
    expect(result.elements.every((element) => element.present)).toBe(true);
    expect(result.text.split('\n').slice(0, 3)).toEqual([
      '示例区市场监督管理局',
      '行政处罚决定书',
      '示市监罚〔2025〕1号',
    ]);
    expect(result.text).toContain('罚款人民币陆万元整（60000元）');
    expect(result.text).toContain('2025年5月13日');
  });

  it('tells the course of the case in the order of the days', () => {
    const lines = draft(COMPLETE_CASE).text.split('\n');
    const inspected = lines.findIndex((line) => line.includes('进行了现场检查'));
    expect(lines[inspected]).toMatch(/2025年3月3日，.*现场检查。2025年3月6日，.*立案调查。$/);
    expect(lines[inspected + 1]).toMatch(/^2025年3月10日，执法人员示例甲、示例乙.*进行了询问。$/);
  });

  it('does not take a gap elsewhere for a missing party', () => {
    const { performance: _none, ...rest } = COMPLETE_CASE.decision!;
    const missing = draft(changed({ decision: rest })).elements.filter((element) => !element.present);
    expect(missing.map((element) => element.name)).toEqual(['行政处罚的履行方式和期限']);
  });

  it('keeps the customary order of the parts', () => {
    const headings = draft(COMPLETE_CASE)
      .paragraphs.filter((entry) => entry.kind === 'heading')
      .map((entry) => entry.text);
    expect(headings).toEqual([
      '一、案件来源和调查经过',
      '二、违法事实',
      '三、证据',
      '四、告知、陈述申辩和听证',
      '五、违法行为的性质和裁量理由',
      '六、处罚依据和决定',
      '七、履行方式和期限',
      '八、救济途径',
    ]);
  });

  it('resolves its own citations, and the text is the paragraphs line by line', () => {
    const result = draft(COMPLETE_CASE);
    expect(result.citations.map((citation) => citation.state)).toEqual(
      result.citations.map(() => 'in-force'),
    );
    expect(result.citations.length).toBeGreaterThanOrEqual(3);
    expect(result.text).toBe(result.paragraphs.map((entry) => entry.text).join('\n'));
    for (const entry of result.paragraphs) {
      expect(entry.text).toBe(entry.sentences.map((sentence) => sentence.text).join(''));
    }
  });

  it('names the fact and the paper behind a sentence', () => {
    const file = changed({
      papers: [
        ...(COMPLETE_CASE.papers ?? []),
        { id: 'px', kind: 'inspection-record', title: '笔录', text: '货架上有糕点12盒' },
      ],
      sources: [{ path: 'violation.facts', paper: 'px', quote: '糕点12盒' }],
    });
    const sentence = draft(file)
      .paragraphs.flatMap((entry) => entry.sentences)
      .find((entry) => entry.text.startsWith('经查明'));
    expect(sentence?.from).toEqual([{ fact: 'violation.facts' }, { paper: 'px' }]);
    expect(sentence?.by).toBe('rule');
  });

  const { decision, agency, priorNotices, evidence } = COMPLETE_CASE;
  it.each<[string, Partial<CaseFile>, string]>([
    ['决定日期', { decision: { ...decision, date: undefined } }, '待补：决定日期'],
    ['文号', { decision: { ...decision, number: undefined } }, '待补：文号'],
    ['违法事实', { violation: { ...COMPLETE_CASE.violation, facts: undefined } }, '待补：认定的违法事实'],
    ['证据', { evidence: [], acts: [], violation: { name: '甲', facts: '乙' } }, '待补：证据及其证明内容'],
    [
      '证明内容',
      { evidence: evidence!.map((entry) => ({ ...entry, proves: undefined })) },
      '待补：“营业执照复印件”的证明内容',
    ],
    ['陈述申辩', { defence: undefined }, '待补：当事人是否陈述、申辩'],
    [
      '听证',
      { hearing: undefined, priorNotices: [{ ...priorNotices![0]!, rights: ['hearing'] }] },
      '待补：当事人是否申请听证及听证情况',
    ],
    [
      '违反条款',
      { provisions: { punishing: COMPLETE_CASE.provisions!.punishing } },
      '待补：违反的法律、法规、规章条款',
    ],
    ['处罚依据', { provisions: { breached: COMPLETE_CASE.provisions!.breached } }, '待补：处罚依据的条款'],
    ['罚款金额', { decision: { ...decision, penalties: [{ type: 'fine' }] } }, '待补：罚款的金额'],
    ['收款机构', { decision: { ...decision, performance: undefined } }, '待补：收缴罚款的银行名称'],
    ['本级政府', { agency: { ...agency, government: undefined } }, '待补：本级人民政府名称'],
    [
      '法院',
      { agency: { ...agency, court: undefined }, decision: { ...decision, remedies: undefined } },
      '待补：有管辖权的人民法院',
    ],
    ['住所', { party: { ...COMPLETE_CASE.party, address: undefined } }, '待补：住所'],
  ])('leaves a visible gap for a missing fact: %s', (_name, change, expected) => {
    const result = draft(changed(change));
    expect(result.unresolved.some((entry) => entry.startsWith(expected))).toBe(true);
    expect(result.text).toMatch(/【/);
  });

  it('says that the party was silent only when the file says so', () => {
    expect(draft(COMPLETE_CASE).text).toContain('未提出陈述、申辩意见');
    expect(draft(changed({ defence: undefined })).text).not.toContain('未提出');
  });

  it('answers each point of the defence, and shows where an answer is missing', () => {
    const text = draft(
      changed({
        defence: {
          submitted: true,
          submittedOn: '2025-04-20',
          points: [
            { text: '货值很小', adopted: false, answer: '货值已在阶次中考虑' },
            { text: '已经改正', adopted: true },
          ],
        },
      }),
    ).text;
    expect(text).toContain('当事人提出：货值很小。经复核，本机关不予采纳，理由是：货值已在阶次中考虑。');
    expect(text).toContain(
      '当事人提出：已经改正。经复核，本机关予以采纳，理由是：【待补：采纳或者不采纳的理由】。',
    );
  });

  it('never writes a seal, a signature or a number of its own', () => {
    const result = draft(changed({ decision: undefined }));
    expect(result.text).toContain('【文号待编】');
    expect(result.text).toContain('（印章）');
    expect(result.text).not.toMatch(/〔\d{4}〕\d+号\n当事人/);
    expect(result.text).not.toContain('签名');
  });

  it('follows the law of the day: articles of 2018 for a decision of 2018', () => {
    const old = draft(changed({ decision: { ...decision, date: '2018-07-09' } })).text;
    expect(old).toContain('《中华人民共和国行政处罚法》第五十一条第一项');
    expect(old).toContain('示例区人民政府或者【待补：上一级主管部门名称】');
    const current = draft(COMPLETE_CASE).text;
    expect(current).toContain('《中华人民共和国行政处罚法》第七十二条第一款第一项');
    expect(current).toContain('六十日内向示例区人民政府申请行政复议');
  });

  it('tells reconsideration first only for on-the-spot penalties', () => {
    expect(draft(COMPLETE_CASE).text).not.toContain('应当先');
    expect(draft(changed({ procedure: 'summary' })).text).toContain(
      '应当先自收到本决定书之日起六十日内向示例区人民政府申请行政复议',
    );
  });

  it('asks for the name of the superior department of a vertically led one', () => {
    const vertical = { ...agency, system: 'vertical' as const };
    const unnamed = { ...decision, remedies: { court: '示例区人民法院' } };
    expect(draft(changed({ agency: vertical, decision: unnamed })).text).toContain(
      '【待补：上一级主管部门名称】',
    );
    const named = { ...decision, remedies: { court: '示例区人民法院', reconsiderationBody: '示例市海关' } };
    expect(draft(changed({ agency: vertical, decision: named })).text).toContain('向示例市海关申请行政复议');
  });

  it('marks a model’s reasons as the model’s, with its name and prompt version', () => {
    const result = draftDecision(COMPLETE_CASE, {
      ...options,
      aiReasons: { text: '综合考虑货值和改正情况。', model: 'demo-model', promptVersion: 'v1' },
    });
    const sentence = result.paragraphs
      .flatMap((entry) => entry.sentences)
      .find((entry) => entry.by === 'model');
    expect(sentence).toMatchObject({ text: '综合考虑货值和改正情况。', model: 'demo-model（v1）' });
  });

  it('writes a no-penalty decision without performance', () => {
    const result = draft(
      changed({
        decision: { ...decision, result: 'no-penalty', penalties: [], grade: 'no-penalty' },
        proposal: {
          result: 'no-penalty',
          penalties: [],
          reasons: '违法行为轻微并及时改正，没有造成危害后果',
        },
      }),
    );
    expect(result.form).toBe('no-penalty-decision');
    expect(result.text).toContain('决定对当事人不予行政处罚');
    expect(result.text).not.toContain('缴纳');
    expect(result.elements).toHaveLength(5);
    expect(result.unresolved).toEqual([]);
  });

  it('drafts the barest case without failing, and leaves its gaps open', () => {
    const bare = draft({
      id: 'bare',
      title: '示例',
      cause: '示例案由',
      field: 'market',
      action: 'penalty',
      procedure: 'ordinary',
      agency: { name: '示例局' },
      party: { kind: 'person', name: '示例某' },
      violation: { name: '示例行为' },
    });
    expect(bare.unresolved.length).toBeGreaterThan(10);
    expect(bare.elements.filter((element) => element.present)).toEqual([]);
  });
});
