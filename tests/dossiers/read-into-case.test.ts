import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { getCase } from '../../src/cases/get-case.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import { setFact } from '../../src/cases/set-fact.ts';
import type { Database } from '../../src/db/database.ts';
import { keepOriginal, readOriginal } from '../../src/dossiers/originals.ts';
import { readIntoCase } from '../../src/dossiers/read-into-case.ts';
import { type DossierFile, dossierFiles, latestReading } from '../../src/dossiers/stored-reading.ts';
import { HANDLER, OTHER_HANDLER } from '../signing/reviewed-case.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
let dataFolder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  dataFolder = mkdtempSync(join(tmpdir(), 'dossier-'));
});
afterAll(async () => {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const decision = (fine: string) => `示例市示例区市场监督管理局
行政处罚决定书
示市监处罚〔2025〕9号
当事人：示例市甲乙食品商行有限公司
住所：示例市示例区示例路1号
经查，2025年3月3日，当事人经营超过保质期的饼干12袋。
当事人的行为违反了《中华人民共和国食品安全法》第三十四条第一款第十项的规定，依据该法第一百二十四条第一款第五项的规定，决定处罚如下：
罚款${fine}元。
示例市示例区市场监督管理局
2025年5月12日`;

async function kept(name: string, text: string): Promise<DossierFile> {
  const bytes = Buffer.from(text);
  return { name, sha256: await keepOriginal(dataFolder, bytes), bytes: bytes.byteLength };
}

const read = (
  files: DossierFile[],
  more: { caseId?: string; by?: typeof HANDLER; onProgress?: () => void } = {},
) => readIntoCase(database.db, { dataFolder, files, by: HANDLER, jurisdiction: 'demo', ...more });

describe('a dossier read into a case', () => {
  it('keeps both of two files of one name, what a person set, and every original', async () => {
    const first = await kept('决定书.txt', decision('50000'));
    const { stored } = await read([first]);
    const before = stored.file as CaseFile;
    expect(before.decision?.penalties?.[0]?.amount).toBe(50000);
    const set = setFact(before, {
      path: 'decision.penalties.0.amount',
      text: '60000',
      confirmedBy: HANDLER.name,
      source: { paper: 'p1', quote: '50000元' },
    });
    await saveCase(database.db, {
      id: stored.id,
      file: set,
      expectedRevision: stored.revision,
      by: HANDLER,
      note: '更正',
    });

    const second = await kept('决定书.txt', decision('90000'));
    const broken = await kept('立案审批表.docx', '坏了的文件');
    for (const added of [[second], [broken], [second], []]) {
      await read(added, { caseId: stored.id });
      const now = (await getCase(database.db, stored.id)).file as CaseFile;
      expect(now.decision?.penalties?.[0]?.amount).toBe(60000);
    }
    const files = await dossierFiles(database.db, stored.id);
    expect(files.map(({ name }) => name).sort()).toEqual([
      '决定书.txt',
      '决定书（2）.txt',
      '立案审批表.docx',
    ]);
    for (const { sha256, bytes } of files) expect(await readOriginal(dataFolder, sha256)).toHaveLength(bytes);
    const reading = await latestReading(database.db, stored.id);
    expect(reading?.skipped.map(({ file }) => file)).toEqual(['立案审批表.docx']);
  }, 180_000);

  it('gives way to a person who saves the case while it is being read', async () => {
    const { stored } = await read([await kept('另案决定书.txt', decision('30000').replace('9号', '10号'))]);
    let saved: Promise<unknown> | undefined;
    const more = await kept('送达回证.txt', '送达回证\n送达文书：行政处罚决定书\n送达日期：2025年5月14日');
    await read([more], {
      caseId: stored.id,
      onProgress: () => {
        saved ??= saveCase(database.db, {
          id: stored.id,
          file: setFact(stored.file as CaseFile, {
            path: 'party.phone',
            text: '010-0000000',
            confirmedBy: HANDLER.name,
          }),
          expectedRevision: stored.revision,
          by: HANDLER,
          note: '补充',
        });
      },
    });
    await saved;
    const now = (await getCase(database.db, stored.id)).file as CaseFile;
    expect(now.party.phone).toBe('010-0000000');
    expect(now.papers).toHaveLength(2);
  }, 180_000);

  it('keeps the papers of both of two readings at once', async () => {
    const { stored } = await read([await kept('决定书.txt', decision('30000').replace('9号', '11号'))]);
    const receipt = await kept('送达回证.txt', '送达回证\n送达文书：行政处罚决定书\n送达日期：2025年5月14日');
    const filing = await kept(
      '立案审批表.txt',
      '立案审批表\n案号：示市监立案〔2025〕11号\n案由：经营过期食品',
    );
    await Promise.all([receipt, filing].map((one) => read([one], { caseId: stored.id })));
    const now = (await getCase(database.db, stored.id)).file as CaseFile;
    expect(now.papers?.map(({ kind }) => kind).sort()).toEqual([
      'decision',
      'filing-approval',
      'proof-of-service',
    ]);
  }, 180_000);

  it('is refused to whoever does not handle the case, and where nothing can be read', async () => {
    const { stored } = await read([await kept('第三案决定书.txt', decision('20000').replace('9号', '11号'))]);
    await expect(
      read([await kept('补充.txt', '补充材料')], { caseId: stored.id, by: OTHER_HANDLER }),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(read([await kept('坏.docx', '坏了的文件')])).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('没有一份材料读得出来'),
    });
  }, 180_000);
});
