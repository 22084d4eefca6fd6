import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPapers } from '../../src/dossiers/read-papers.ts';

const UNITS = [' ', '　', '\n', ' \n', '当', '一', '1', '万', '、', '（', '“', '：\n', '当 ', '示例、'];
const HEADS = [
  '送达回证\n送达人：',
  '现场检查笔录\n当事人：',
  '行政处罚决定书\n当事人：',
  '询问笔录\n',
  '罚款收据\n金额：',
];

describe('一长串同样的字、空格、空行', () => {
  it.each(UNITS)(
    '%j 不拖住规则',
    (unit) => {
      for (const head of HEADS) {
        const text = `${head}${unit.repeat(Math.ceil(8000 / unit.length))}\n示例。\n`;
        const begun = performance.now();
        const sha256 = createHash('sha256').update(text).digest('hex');
        const { papers } = readPapers([
          { file: '1.txt', format: 'txt', sha256, text, pages: [0], ocr: false, hidden: [] },
        ]);
        expect(papers.map((paper) => paper.text).join('')).toBe(text);
        expect(performance.now() - begun, head).toBeLessThan(3000);
      }
    },
    60_000,
  );
});
