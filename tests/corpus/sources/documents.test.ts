import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../../src/corpus/read-source.ts';
import type { EntryDraft, SourceDraft } from '../../../src/corpus/source-draft.ts';
import { cleanLines } from '../../../src/corpus/sources/clean-lines.ts';
import { readNormHead } from '../../../src/corpus/sources/read-norm-head.ts';
import { readNormText } from '../../../src/corpus/sources/read-norm-text.ts';
import { ReadingPool } from '../../../src/files/reading-pool.ts';
import { docxOf, paragraph } from '../../files/support/zip-of.ts';
import { encodeGb18030 } from '../../support/dossiers/encode-gb18030.ts';
import { folderWith } from '../library.ts';

const LINES = [
  '示例省犬只管理条例',
  '（2019年3月5日示例省第十三届人民代表大会常务委员会第一次会议通过　根据2022年6月1日示例省第十三届人民代表大会常务委员会第九次会议《关于修改〈示例省犬只管理条例〉的决定》修正）',
  '目　　录',
  '第一章　总则',
  '第二章　罚则',
  '第一章　总则',
  '第一条　为了规范养犬行为，制定本条例。',
  '第二章　罚则',
  '第二条　有下列情形之一的，处二百元以上五百元以下罚款：',
  '（一）未登记的；',
  '（二）未按年复核的。',
  '第二条之一　情节轻微并及时改正的，不予处罚。',
  '第三条　本条例自2022年7月1日起施行。',
];

let pool: ReadingPool;
beforeAll(() => {
  pool = new ReadingPool();
});
afterAll(() => pool.close());

async function read(file: string, bytes: Uint8Array | string) {
  const path = join(folderWith({}), file);
  writeFileSync(path, bytes);
  const found: { source: SourceDraft; entries: EntryDraft[] }[] = [];
  for await (const reading of readSource(path, { pool })) {
    if (!reading || 'fault' in reading) throw new Error(reading?.fault);
    found.push({ source: reading.source, entries: reading.entries as EntryDraft[] });
  }
  return found[0]!;
}

describe('法规文件', () => {
  const html = `<html><body>${LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
  const forms: [string, Uint8Array | string][] = [
    ['a.txt', LINES.join('\n')],
    ['gb18030.txt', encodeGb18030(LINES.join('\r\n'))],
    ['a.md', `# ${LINES.join('\n\n')}`],
    ['a.html', html],
    ['a.docx', docxOf(LINES.map((line) => paragraph(line)).join(''))],
  ];
  it.each(forms)('%s 读出同样的条文、章、编号和各个日期', async (file, bytes) => {
    const { source, entries } = await read(file, bytes);
    expect(source).toMatchObject({
      title: '示例省犬只管理条例',
      versionDate: '2022-06-01',
      issuer: '示例省人民代表大会常务委员会',
      level: 'local-regulation',
      region: '示例省',
      statedFrom: '2022-07-01',
      lastArticle: 3,
    });
    expect(entries.map(({ id }) => id)).toEqual(
      ['1', '2', '2-1', '3'].map((article) => `示例省犬只管理条例@2022-06-01#${article}`),
    );
    expect(entries[1]).toMatchObject({
      chapter: '第二章 罚则',
      text: '有下列情形之一的，处二百元以上五百元以下罚款：\n（一）未登记的；\n（二）未按年复核的。',
    });
    expect(source.original).toContain('第二条之一');
  });

  it('页码、页眉、断开的句子和全角字符复原，原文另存', () => {
    const page = (n: number, ...lines: string[]) =>
      ['示例省公报　２０２２年', ...lines, `— ${n} —`].join('\n');
    const pages = [
      page(
        1,
        ...LINES.slice(0, 2),
        '第一条　为了规范养犬行为，保障公民人身安全，维护市容',
        '环境，制定本条例。',
      ),
      page(2, '第二条　养犬人应当在取得犬只之日起３０日内到所在地的派出'),
      page(3, '所登记。', '第 三 条　本 条 例 自 ２０２２ 年 ７ 月 １ 日 起 施 行 。'),
    ];
    const [reading] = readNormText('a.pdf', pages);
    if (!reading || 'fault' in reading) throw new Error(reading?.fault);
    const texts = (reading.entries as EntryDraft[]).map(({ text }) => text);
    expect(texts).toEqual([
      '为了规范养犬行为，保障公民人身安全，维护市容环境，制定本条例。',
      '养犬人应当在取得犬只之日起30日内到所在地的派出所登记。',
      '本条例自2022年7月1日起施行。',
    ]);
    expect(reading.source.statedFrom).toBe('2022-07-01');
    expect(reading.source.original).toContain('— 2 —');
  });

  it('不该动的行不动：短标题、金额、条文中的数字行', () => {
    expect(cleanLines(['第一章　总则\n第一条　罚款：\n（一）1000元；\n（二）2000元。'])).toEqual([
      '第一章　总则',
      '第一条　罚款：',
      '（一）1000元；',
      '（二）2000元。',
    ]);
  });
});

describe('施行日、机关和层级', () => {
  const until = (head: string[], articles: string[], adopted: string | null = '2020-01-10') =>
    readNormHead('示例市养犬办法', head, articles, adopted);

  it('只从文字得知，公布之日起施行要有公布日，修改过的不推定', () => {
    const last = ['本办法自公布之日起施行。'];
    expect(
      until(
        ['（2020年1月10日示例市人民政府第1次常务会议通过　2020年1月20日示例市人民政府令第3号公布）'],
        last,
      ),
    ).toEqual({
      issuer: '示例市人民政府',
      level: 'government-rule',
      region: '示例市',
      statedFrom: '2020-01-20',
    });
    expect(until(['（2020年1月10日示例市人民政府第1次常务会议通过）'], last).statedFrom).toBeUndefined();
    const amended = ['（2018年1月1日示例市人民政府令第1号公布　2020年1月10日示例市人民政府令第3号修正）'];
    expect(until(amended, last).statedFrom).toBeUndefined();
  });

  it('公布令和题注写明的施行日也认，早于通过日的不认', () => {
    expect(until(['（2020年1月10日通过　自2020年3月1日起施行）'], ['正文。']).statedFrom).toBe('2020-03-01');
    expect(until(['（2020年1月10日通过　自2019年3月1日起施行）'], ['正文。']).statedFrom).toBeUndefined();
  });

  it('有效期算到最后一日', () => {
    const years = until([], ['本办法自2020年3月1日起施行，有效期五年。']);
    expect(years).toMatchObject({ statedFrom: '2020-03-01', statedTo: '2025-02-28' });
    const day = until([], ['本办法自2020年3月1日起施行，有效期至2022年12月31日。']);
    expect(day.statedTo).toBe('2022-12-31');
    expect(until([], ['许可证有效期三年。', '本办法自2020年3月1日起施行。']).statedTo).toBeUndefined();
  });

  it('国务院令公布的行政法规，名称取自令中的书名号', () => {
    const [reading] = readNormText('a.txt', [
      [
        '中华人民共和国国务院令',
        '第999号',
        '《示例物品管理条例》已经2024年2月23日国务院第26次常务会议通过，现予公布，自2024年5月1日起施行。',
        '2024年3月1日',
        '示例物品管理条例',
        '第一条　为了示例，制定本条例。',
        '第二条　本条例自2024年5月1日起施行。',
      ].join('\n'),
    ]);
    if (!reading || 'fault' in reading) throw new Error(reading?.fault);
    expect(reading.source).toMatchObject({
      title: '示例物品管理条例',
      versionDate: '2024-02-23',
      issuer: '国务院',
      level: 'administrative-regulation',
      statedFrom: '2024-05-01',
    });
  });
});

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');
const hasSeeds = existsSync(SEEDS);
describe.skipIf(!hasSeeds)(`五份真实的规范性文件${hasSeeds ? '' : '（跳过：没有这些文件）'}`, () => {
  it('读出名称、机关、文号、日期和各部分，噪声不留', () => {
    const found = readdirSync(SEEDS)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => readNormText(name, [readFileSync(join(SEEDS, name), 'utf8')]));
    const heads = found.map((reading) => {
      if (!reading || 'fault' in reading) throw new Error(reading?.fault);
      const { number, issuer, versionDate, level, original } = reading.source;
      const entries = reading.entries as EntryDraft[];
      expect(original!.length).toBeGreaterThan(1000);
      expect(reading.source.title).toMatch(/(?:实施方案|实施细则)$/);
      expect(entries.map(({ text }) => text).join('\n')).not.toMatch(/签发人|局内分送|\*\*|^#/m);
      return [number, issuer, versionDate, level, entries.length];
    });
    const audit = found[1]! as { entries: EntryDraft[] };
    expect(audit.entries[1]!.text).toContain('权力运行监督机制');
    expect(heads).toEqual([
      [undefined, '区司法局', null, 'normative-document', 7],
      ['陵审〔2019〕23号', '陵川县审计局', '2019-12-09', 'normative-document', 5],
      ['叶政发〔2021〕80号', '叶盛镇人民政府', null, 'normative-document', 3],
      ['淮府办秘〔2019〕50号', '淮南市人民政府办公室', '2019-08-20', 'normative-document', 6],
      ['维农发〔2019〕161号', '维西傈僳族自治县农业农村局', null, 'normative-document', 5],
    ]);
  });
});
