import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPapers } from '../../src/dossiers/read-papers.ts';
import { takeOutUnseen } from '../../src/files/take-out-unseen.ts';
import { plainDossier } from './plain-dossier.ts';
import { scoreDossier } from './score-dossier.ts';
import { addScores, precisionRecall } from './score-table.ts';

const root = join(import.meta.dirname, 'set-a');
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
const RADICAL: Record<string, string> = Object.fromEntries(
  Array.from(
    '行⾏方⽅人⼈大⼤工⼯日⽇月⽉金⾦食⾷示⽰用⽤生⽣文⽂水⽔一⼀二⼆口⼝心⼼手⼿见⻅长⻓门⻔车⻋'.matchAll(
      /(.)(.)/gu,
    ),
    ([, plain, radical]) => [plain!, radical!],
  ),
);
const FIELD = /^([\p{sc=Han} 　（）]{2,14})([：:])(?=.)/gmu;

/** The same papers as other hands, fonts and programs set them. */
const DRESSES: [string, (text: string) => string][] = [
  ['全角的字母和数字', (text) => text.replace(/[0-9A-Za-z]/g, wide)],
  [
    '半角的冒号和括号',
    (text) => text.replace(/[：（）]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  ],
  ['全角的冒号和括号', (text) => text.replace(/[:()]/g, wide)],
  ['部首代替汉字', (text) => text.replace(/\p{sc=Han}/gu, (sign) => RADICAL[sign] ?? sign)],
  ['不断行的空格', (text) => text.replaceAll(' ', '\u00a0')],
  ['窄的空格', (text) => text.replace(/[ \u3000]/g, '\u2009')],
  [
    '可断的连字符',
    (text) =>
      text.replace(/(?<=\p{sc=Han})(?=\p{sc=Han})/gu, (_, at: number) => (at % 7 === 0 ? '\u00ad' : '')),
  ],
  ['栏目前的圆点', (text) => text.replace(FIELD, '● $1$2')],
  ['栏目前的图画', (text) => text.replace(FIELD, '📌$1$2')],
  ['冒号后的勾', (text) => text.replace(FIELD, '$1$2✅')],
  ['栏目后的菱形', (text) => text.replace(FIELD, '$1◆$2')],
  ['加重的栏目', (text) => text.replace(FIELD, '**$1**$2 ')],
];

describe.each(DRESSES)('同样的案卷，%s', (_, dress) => {
  it('读出同样的关键事实，引文逐字存在', () => {
    const scores = names.map((name) => {
      const { dossier, files } = plainDossier(join(root, name));
      const read = readPapers(files.map((file) => ({ ...file, text: takeOutUnseen(dress(file.text)).text })));
      const textOf = new Map(read.papers.map(({ id, text }) => [id, text]));
      for (const { path, paper, quote, start, end } of read.facts) {
        expect(textOf.get(paper)?.slice(start, end), path).toBe(quote);
      }
      return scoreDossier(dossier, read);
    });
    const { precision, recall } = precisionRecall(addScores(scores));
    expect(precision).toBeGreaterThanOrEqual(0.997);
    expect(recall).toBeGreaterThanOrEqual(0.997);
  }, 120_000);
});
