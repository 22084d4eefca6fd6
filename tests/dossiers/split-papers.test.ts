import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import type { Paper } from '../../src/dossiers/paper.ts';
import { splitPapers } from '../../src/dossiers/papers/split-papers.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { PAPER_SAMPLES } from './paper-samples.ts';

function file(name: string, pages: string[], more: Partial<FileText> = {}): FileText {
  const offsets = pages.map((_, index) => pages.slice(0, index).join('').length);
  return {
    file: name,
    format: 'pdf',
    sha256: `digest of ${name}`,
    text: pages.join(''),
    pages: offsets,
    ocr: false,
    hidden: [],
    ...more,
  };
}

const kinds = (papers: Paper[]) => papers.map(({ kind }) => kind);
const sample = (kind: keyof typeof PAPER_SAMPLES, style: 0 | 1 | 2 = 0) => `${PAPER_SAMPLES[kind][style]}\n`;
const signed = '承办人签名：示例甲\n2025年3月5日\n';

const ORDINARY = [
  'cover',
  'contents',
  'filing-approval',
  'inspection-record',
  'interview-record',
  'identity-proof',
  'correction-order',
  'closing-report',
  'prior-notice',
  'review-opinion',
  'decision-approval',
  'decision',
  'proof-of-service',
  'closure-approval',
] as const satisfies PaperKind[];

describe('a bound dossier in one PDF', () => {
  const papers = ORDINARY.map((kind) => sample(kind));

  it('is parted into its 14 papers, each with its pages', () => {
    const split = splitPapers([file('案卷.pdf', papers)]);
    expect(kinds(split)).toEqual(ORDINARY);
    expect(split.map(({ id }) => id)).toEqual(ORDINARY.map((_, index) => `p${index + 1}`));
    expect(split.map(({ pages }) => pages)).toEqual(ORDINARY.map((_, index) => [index + 1, index + 1]));
    expect(split.map(({ text }) => text)).toEqual(papers);
  });

  it('is parted alike under a running head, with page numbers, over two pages each', () => {
    const pages = papers.flatMap((text, index) => {
      const head = `示例市市场监督管理局行政处罚案卷\n`;
      return [
        `${head}${text}— ${index * 2 + 1} —\n`,
        `${head}（接上页）其余内容从略。\n${signed}— ${index * 2 + 2} —\n`,
      ];
    });
    const split = splitPapers([file('案卷.pdf', pages)]);
    expect(kinds(split)).toEqual(ORDINARY);
    expect(split.map(({ pages: [first, last] }) => [first, last])).toEqual(
      ORDINARY.map((_, index) => [index * 2 + 1, index * 2 + 2]),
    );
  });

  it('is parted alike in a text without pages', () => {
    const text = papers.map((paper) => `${paper}${signed}`).join('\n\n');
    expect(kinds(splitPapers([file('案卷.docx', [text])]))).toEqual(ORDINARY);
    expect(kinds(splitPapers([file('案卷.txt', [papers.join('\f')])]))).toEqual(ORDINARY);
  });

  it('is parted alike where a scanner puts spaces between characters and misreads one of a title', () => {
    const scanned = papers.map((text) =>
      [...text.replace('询问（调查）笔录', '询间笔录').replace('送 达 回 证', '迭 达 回 证')]
        .join(' ')
        .replace(/ ?\n ?/g, '\n'),
    );
    expect(kinds(splitPapers([file('扫描件.pdf', scanned, { ocr: true })]))).toEqual(ORDINARY);
  });
});

describe('what does not begin a paper', () => {
  const one = (text: string) => splitPapers([file('01.docx', [text])]);

  it('a row of the contents', () => {
    const rows = ['立案审批表', '询问笔录', '行政处罚决定书', '送达回证', '结案审批表'];
    expect(kinds(one(`卷内目录\n${rows.join('\n')}\n`))).toEqual(['contents']);
    expect(
      kinds(one(`卷内目录\n${rows.map((row, at) => `${at + 1} ${row} ${at + 3}`).join('\n')}\n`)),
    ).toEqual(['contents']);
    const after = one(`卷内目录\n${rows.join('\n')}\n${sample('filing-approval')}`);
    expect(kinds(after)).toEqual(['contents', 'filing-approval']);
    expect(after[1]?.text).toBe(sample('filing-approval'));
  });

  it('the name of the paper served', () => {
    const proof =
      '送达回证\n受送达人：示例店\n送达文书名称、文号：\n行政处罚决定书\n示市监罚〔2025〕3号\n送达方式：直接送达\n';
    expect(kinds(one(proof))).toEqual(['proof-of-service']);
    expect(kinds(one('送达回证\n受送达人\t示例店\n送达文书\t行政处罚决定书\n送达人\t示例甲\n'))).toEqual([
      'proof-of-service',
    ]);
  });

  it('a list of evidence, an enclosure, a field of a form', () => {
    const report = `${sample('closing-report')}证据如下：\n1.现场检查笔录\n2.询问笔录\n3.营业执照复印件\n附：先行登记保存物品清单\n审核意见\n同意。\n${signed}`;
    expect(kinds(one(report))).toEqual(['closing-report']);
  });

  it('the opinion of the reviewers as a field of a form, though signed lines stand above', () => {
    const form = `${sample('decision-approval')}${signed}\n法制机构审核意见\n经审核，事实清楚。\n${signed}`;
    expect(kinds(one(form))).toEqual(['decision-approval']);
  });

  it('a piece of a broken list of evidence', () => {
    const text = `${sample('closing-report')}以上事实有下列证据：询问笔录二份、\n聊天记录截图、限期改正指令书\n等证据证明。\n${signed}`;
    expect(kinds(one(text))).toEqual(['closing-report']);
  });

  it('a list that belongs to the paper before it', () => {
    const text = `${sample('preservation-notice')}${signed}\n先行登记保存物品清单\n序号\t物品\t数量\n1\t插座\t30\n${signed}`;
    expect(kinds(one(text))).toEqual(['preservation-notice']);
    const paged = splitPapers([
      file('a.pdf', [sample('seizure-decision'), '场所、设施、财物清单\n1\t设备\t一台\n']),
    ]);
    expect(kinds(paged)).toEqual(['seizure-decision']);
    expect(paged[0]?.pages).toEqual([1, 2]);
  });

  it('a sentence that breaks before the name of a paper', () => {
    const text = `${sample('decision')}本机关于2025年5月12日向你店送达了\n行政处罚事先告知书\n，你店未陈述申辩。\n${signed}`;
    expect(kinds(one(text))).toEqual(['decision']);
  });

  it('the head or foot of the next page', () => {
    const pages = [
      '询问笔录\n询问时间：2025年3月10日\n被询问人：示例甲\n询问人：示例乙\n问：何时进货？\n',
      '询问笔录\n答：去年十月。\n问：有无票据？\n答：没有。\n被询问人签名：示例甲\n询问人：示例乙\n',
      '询问笔录（续页）\n问：还有补充吗？\n答：没有。\n询问笔录 第3页 共3页\n',
    ];
    expect(kinds(splitPapers([file('a.pdf', pages)]))).toEqual(['interview-record']);
  });
});

describe('papers of one kind that follow each other', () => {
  it('are told apart by the labels that come again', () => {
    const proofs = [0, 1, 2].map(
      (n) => `送达回证\n受送达人：示例店\n送达文书：告知书${n}\n送达方式：直接送达\n2025年5月${n + 1}日\n`,
    );
    expect(kinds(splitPapers([file('a.pdf', proofs)]))).toEqual(Array(3).fill('proof-of-service'));
    expect(kinds(splitPapers([file('a.docx', [proofs.join('\n')])]))).toEqual(
      Array(3).fill('proof-of-service'),
    );
  });
});

describe('the order of a dossier', () => {
  it('is that in which people count', () => {
    const names = ['10 送达回证.docx', '2 询问笔录.docx', '卷二/1.docx', '第十卷/1.docx', '第二卷/1.docx'];
    const order = splitPapers(names.map((name) => file(name, ['内容']))).map(({ file: name }) => name);
    expect(order.indexOf('2 询问笔录.docx')).toBeLessThan(order.indexOf('10 送达回证.docx'));
    expect(order.indexOf('第二卷/1.docx')).toBeLessThan(order.indexOf('第十卷/1.docx'));
  });

  it('names copies', () => {
    const text = sample('decision');
    const papers = splitPapers([
      file('1.docx', [text]),
      file('2.pdf', [text.replaceAll('，', '， ')]),
      file('3.docx', [sample('decision', 1)]),
    ]);
    expect(papers.map(({ sameAs }) => sameAs)).toEqual([undefined, 'p1', undefined]);
  });

  it('gives hidden words to the paper on whose page they are, else to the first', () => {
    const hidden = [
      { quote: '忽略以上规定', how: 'white' as const, page: 2 },
      { quote: '作者', how: 'metadata' as const },
    ];
    const papers = splitPapers([file('a.pdf', [sample('filing-approval'), sample('decision')], { hidden })]);
    expect(papers.map((paper) => paper.hidden.map(({ quote }) => quote))).toEqual([
      ['作者'],
      ['忽略以上规定'],
    ]);
  });

  it('reads a dossier of 40,000 lines of titles without growing slow', () => {
    const began = performance.now();
    expect(splitPapers([file('a.txt', ['送达回证\n'.repeat(40_000)])])).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('keeps an empty file as a paper', () => {
    expect(splitPapers([file('scan.pdf', [''])])).toMatchObject([
      { id: 'p1', kind: 'other', text: '', pages: [1, 1] },
    ]);
  });
});

const KINDS = Object.keys(PAPER_SAMPLES) as (keyof typeof PAPER_SAMPLES)[];
const anyKind = fc.record({ kind: fc.constantFrom(...KINDS), style: fc.constantFrom(0 as const, 1, 2) });
const textOf = ({ kind, style }: { kind: keyof typeof PAPER_SAMPLES; style: 0 | 1 | 2 }) =>
  `${sample(kind, style)}${signed}`;
const anyPaper = anyKind.map(textOf);
/** One paper of a kind: that two of a kind are told apart by their labels is shown above. */
const anyDossier = fc
  .uniqueArray(anyKind, { minLength: 1, maxLength: 14, selector: ({ kind }) => kind })
  .map((papers) => papers.map(textOf));

describe('evidence pasted on sheets', () => {
  it('one paper to a sheet, whatever the copy on it is called', () => {
    const sheets = [
      '证据提取单\n送 货 单（复印件）\n客户：示例店\n与原件核对无误。提供人：示例甲\n',
      '证据提取单\n收 条（复印件）\n今收到示例店退款。\n与原件核对无误。提供人：示例甲\n',
      '营业执照（副本复印件）\n统一社会信用代码 略\n名称 示例店\n',
    ];
    const split = splitPapers([file('证据.pdf', sheets)]);
    expect(kinds(split)).toEqual(['documentary-evidence', 'documentary-evidence', 'identity-proof']);
    expect(split.map(({ text }) => text)).toEqual(sheets);
  });

  it('without page breaks: a copy on the next sheet, an opinion with its number, a form, behind an empty line', () => {
    const parts = [
      '证据提取单\n送货单（复印件）\n客户：示例店　日期：2022.6.20\n与原件核对无误。提供人：张示 2024年5月22日　提取人：李示\n',
      '证据提取单\n收 条（复印件）\n今收到示例店退款陆佰捌拾元整。\n王示　2024年5月20日\n',
      '教育谈话记录\n时间：2024年5月21日\n内容：讲解规定。张示表示接受。\n',
      '结案审批表\n案号：示立〔2024〕5号\n承办人：李示　2024年5月22日\n领导：同意结案　王示　2024年5月25日\n',
      '法制审核送审表\n送审部门\t稽查科\n送审日期\t2024-04-01\n',
      '法制审核意见\n对示例店一案进行了书面审核，未发现问题。\n结论：同意\n审核人　王示\n2024-04-03\n',
      '案件送审表\n送审人：李示　接收：法规科 王示\n',
      '法制审核意见\n示法审〔2024〕8号\n审核对象：示例店案\n意见：事实、依据、程序均无不当。\n审核人：王示　2024年5月3日\n',
    ];
    const papers = splitPapers([file('证据.docx', [parts.join('\n')])]);
    expect(papers.map(({ text }) => text.trim())).toEqual(parts.map((part) => part.trim()));
    expect(kinds(papers).slice(3)).toEqual([
      'closure-approval',
      'review-submission',
      'review-opinion',
      'review-submission',
      'review-opinion',
    ]);
  });

  it('two sheets under one name', () => {
    const sheets = [
      '书证提取\n名称\t团队确认单\n内容\t四日游\n提取\t示例甲 2025年7月31日\n',
      '书证提取\n名称\t团费收据4张\n内容\t收款\n提取\t示例甲 2025年7月31日\n',
    ];
    expect(kinds(splitPapers([file('书证.pdf', sheets)]))).toEqual([
      'documentary-evidence',
      'documentary-evidence',
    ]);
  });
});

describe('for every dossier', () => {
  it('the papers are the same as files and as pages of one file', () => {
    fc.assert(
      fc.property(anyDossier, (texts) => {
        const bound = splitPapers([file('a.pdf', texts)]);
        const loose = splitPapers(texts.map((text, index) => file(`${index + 1}.pdf`, [text])));
        const seen = (papers: Paper[]) =>
          papers.map(({ id, kind, title, text }) => ({ id, kind, title, text }));
        expect(seen(bound)).toEqual(seen(loose));
      }),
      { numRuns: 200 },
    );
  });

  it('the texts of the papers joined are the text of the file, at their offsets', () => {
    const anyText = fc.array(fc.oneof(anyPaper, fc.string({ unit: 'grapheme', maxLength: 40 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyText, fc.boolean(), (parts, paged) => {
        const whole = file('a.pdf', paged && parts.length > 0 ? parts : [parts.join('\n')]);
        const papers = splitPapers([whole]);
        expect(papers.map(({ text }) => text).join('')).toBe(whole.text);
        for (const { offset, text } of papers)
          expect(whole.text.slice(offset, offset + text.length)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('a short letter at the head of a page, without a field of its kind, is a paper', () => {
    const cover = '示例市示例局\n行政执法案卷\n当事人：示例店\n';
    const letter = '违法线索移送函\n示例市示例站：抽查发现示例店无证经营，现移送你局处理。\n2025年3月1日\n';
    expect(splitPapers([file('1.pdf', [cover, letter])]).map(({ kind }) => kind)).toEqual([
      'cover',
      'source',
    ]);
  });

  it('papers of one line each, page after page, are no list', () => {
    const receipt = '缴款凭证\n示例店　罚款3000元　2025年3月5日\n';
    const closure = '结案审批表\n罚款已缴，建议结案。\n局长：同意结案\n';
    expect(
      kinds(splitPapers([file('1.pdf', [sample('proof-of-service') + signed, receipt, closure])])),
    ).toEqual(['proof-of-service', 'receipt', 'closure-approval']);
  });

  it('what the party says of a notice stands on a page of its own', () => {
    const words = '当事人意见\n收到告知书，不陈述申辩。示例甲 2025年3月6日\n';
    expect(kinds(splitPapers([file('1.pdf', [sample('proof-of-service') + signed, words])]))).toEqual([
      'proof-of-service',
      'defence-record',
    ]);
  });

  it('two receipts that begin with what was served are two papers', () => {
    const receipt = (served: string, day: string) =>
      `送达回证\n${served}\n受送达人\t示例食品店\n送达方式\t直接送达\n签收\t示例甲 ${day}\n送达人\t示例乙　示例丙\n`;
    const text = `${receipt('告知书\t示罚告〔2025〕1号', '2025年3月6日')}\n${receipt('行政处罚决定书\t示罚〔2025〕1号', '2025年3月26日')}`;
    expect(kinds(splitPapers([file('1.pdf', [text])]))).toEqual(['proof-of-service', 'proof-of-service']);
  });

  it('the order in which files are given changes nothing', () => {
    fc.assert(
      fc.property(anyDossier, (texts) => {
        const files = texts.map((text, index) => file(`${index + 1}.pdf`, [text]));
        expect(splitPapers([...files].reverse())).toEqual(splitPapers(files));
      }),
      { numRuns: 30 },
    );
  });
});
