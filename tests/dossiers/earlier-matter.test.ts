import { describe, expect, it } from 'vitest';
import { splitPapers } from '../../src/dossiers/papers/split-papers.ts';

const kindsOf = (...texts: string[]) =>
  splitPapers(
    texts.map((text, index) => ({
      file: `${index + 1}.txt`,
      format: 'txt',
      sha256: `digest of ${index}`,
      text,
      pages: [0],
      ocr: false,
      hidden: [],
    })),
  ).map(({ kind }) => kind);
const decision = (number: string, day: string, title = '行政处罚决定书') =>
  `示例县水利局\n${title}\n示水罚〔2024〕${number}号\n当事人：示例砂石有限公司\n经查明，当事人超量取水。决定给予以下处罚：罚款3000元。\n示例县水利局\n${day}\n`;
const filing =
  '立案审批表\n示水立〔2024〕9号\n案由：涉嫌超量取水\n负责人意见：同意立案。示例甲 2024年5月6日\n';

describe('papers of an earlier matter', () => {
  it('signed before the case was filed, beside the own decision', () => {
    expect(kindsOf(filing, decision('2', '2024年3月1日'), decision('9', '2024年6月20日'))).toEqual([
      'filing-approval',
      'documentary-evidence',
      'decision',
    ]);
  });

  it('marked as a copy or a counterfoil beside the own one', () => {
    for (const title of ['行政处罚决定书（复印件）', '当场行政处罚决定书存根'])
      expect(kindsOf(decision('2', '2024年5月9日', title), decision('9', '2024年6月20日'))).toEqual([
        'documentary-evidence',
        'decision',
      ]);
  });

  it('pasted on a sheet of evidence, under whatever name', () => {
    for (const sheet of ['证据复制（提取）单', '书证提取单', '复制（提取）证据单', '证据复印件粘贴页'])
      expect(kindsOf(`${sheet}\n${decision('2', '2024年3月1日')}核对人：示例甲\n`)).toEqual([
        'documentary-evidence',
      ]);
  });

  it('a single decision is the own one, dated or copied as it may be, and so are two of one day', () => {
    expect(kindsOf(filing, decision('9', '2024年3月1日'))).toEqual(['filing-approval', 'decision']);
    expect(kindsOf(filing, decision('9', '2024年6月20日', '行政处罚决定书（复印件）'))).toEqual([
      'filing-approval',
      'decision',
    ]);
    expect(kindsOf(filing, decision('9', '2024年6月20日'), decision('10', '2024年6月20日'))).toEqual([
      'filing-approval',
      'decision',
      'decision',
    ]);
  });
});
