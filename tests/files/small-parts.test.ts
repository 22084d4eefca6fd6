import { describe, expect, it } from 'vitest';
import { compareNames } from '../../src/files/compare-names.ts';
import { isLeftOut } from '../../src/files/is-left-out.ts';
import { mendOcr } from '../../src/files/mend-ocr.ts';
import { secrecyMark } from '../../src/files/secrecy-mark.ts';

describe('the order of names', () => {
  it.each([
    ['figures', ['立案1.docx', '立案2.docx', '立案10.docx']],
    ['figures in full width', ['卷１/a', '卷２/a', '卷１０/a']],
    [
      'Chinese numerals',
      ['一、立案.pdf', '二、调查.pdf', '十、决定.pdf', '十二、结案.pdf', '二十、归档.pdf'],
    ],
    ['folder by folder', ['1/9.txt', '2/1.txt', '10/1.txt', '附件/1.txt']],
  ])('follows %s', (_, names) => {
    expect([...names].reverse().sort(compareNames)).toEqual(names);
  });
});

describe('marks of secrecy', () => {
  it.each([
    '机密★1年\n关于某案的请示',
    '示例市市场监督管理局\n秘 密\n立案审批表',
    '绝密★启用前',
    '密级：机密\n正文',
    '【秘密】',
    '立案审批表\t秘密',
    '秘密级☆10年',
  ])('are found: %s', (page) => {
    expect(secrecyMark(page)).toBeDefined();
  });

  it.each([
    '当事人侵犯商业秘密案',
    '执法人员应当保守秘密',
    '是否涉及国家秘密：否',
    '密级：无',
    '商业秘密\n鉴定意见',
    `${'正文\n'.repeat(800)}机密`,
  ])('are not seen in text %#', (page) => {
    expect(secrecyMark(page)).toBeUndefined();
  });
});

describe('what is left behind by systems', () => {
  it.each([
    '.DS_Store',
    '卷/Thumbs.db',
    '~$立案.docx',
    '__MACOSX/._a.docx',
    'a/desktop.ini',
    '.~lock.a.odt#',
  ])('is passed over: %s', (path) => expect(isLeftOut(path)).toBe(true));
  it.each(['立案.docx', '.证据.pdf', '~立案.docx'])('is not: %s', (path) =>
    expect(isLeftOut(path)).toBe(false),
  );
});

describe('recognised words', () => {
  it.each([
    ['示市监罚 【2024] 15号', '示市监罚〔2024〕15号'],
    ['〈执法证号: 01020304)', '（执法证号：01020304）'],
    ['二@〇二四年四月十日', '二〇二四年四月十日'],
    ['罚款人民币伍什元整', '罚款人民币伍仟元整'],
    ['罚款过抬贰万元', '罚款壹拾贰万元'],
    ['示例甲 ”联系电话: 138', '示例甲 联系电话：138'],
    ['第]项', '第1项'],
  ])('are put right: %s', (seen, meant) => {
    expect(mendOcr(seen)).toBe(meant);
  });

  it('read a credit code by its check character, and only where one reading is right', () => {
    expect(mendOcr('代码：91350100M000100Y43')).toBe('代码：91350100M000100Y43');
    expect(mendOcr('代码：9I350100MO00100Y43')).toBe('代码：91350100M000100Y43');
    expect(mendOcr('代码：9I350100MO00100Y44')).toBe('代码：9I350100MO00100Y44');
  });

  it.each(['他说：“好。”', '第（一）项', '货值102元', '什么元件'])('are left as they are: %s', (seen) => {
    expect(mendOcr(seen)).toBe(seen);
  });
});
