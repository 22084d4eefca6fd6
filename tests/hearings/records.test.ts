import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCase } from '../../src/cases/get-case.ts';
import { penaltyFile } from '../../src/cases/penalty-file.ts';
import type { Database } from '../../src/db/database.ts';
import { changeTranscript } from '../../src/hearings/change-transcript.ts';
import { confirmRecord } from '../../src/hearings/confirm-record.ts';
import {
  type Confirmation,
  getHearingRecord,
  type HearingRecord,
  LEFT_OUT,
  listHearingRecords,
} from '../../src/hearings/hearing-record.ts';
import { importTranscript } from '../../src/hearings/import-transcript.ts';
import { getTranscript, segmentsOf } from '../../src/hearings/kept-transcript.ts';
import { RECORD_FORMS } from '../../src/hearings/record-forms.ts';
import { recordLacks } from '../../src/hearings/record-lacks.ts';
import { NOT_YET, recordText } from '../../src/hearings/record-text.ts';
import type { Recording } from '../../src/hearings/recording.ts';
import { reportText } from '../../src/hearings/report-text.ts';
import { redraftRecord, saveRecord, startRecord } from '../../src/hearings/save-record.ts';
import { withHearingRecord } from '../../src/hearings/with-hearing-record.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import type { Person } from '../../src/staff/person.ts';
import { openTestDatabase } from '../support/database.ts';
import { keepSample } from './keep-sample.ts';
import { sampleWav } from './sample-wav.ts';

let database: Database;
let dataFolder: string;
let by: Person;
let recording: Recording;
const form = RECORD_FORMS.hearing;

/** A hearing as it is led, with a pause of half a minute. */
const SAID: [start: number, who: string, text: string][] = [
  [0, '记录员', '请到场人员核对身份。'],
  [4, '主持人', '告知当事人有申请回避的权利。'],
  [8, '主持人', '下面请案件调查人员提出违法事实、证据和处罚建议。'],
  [12, '调查人员', '当事人发布含有绝对化用语的广告。'],
  [16, '调查人员', '建议罚款。'],
  [20, '主持人', '请当事人陈述和申辩。'],
  [24, '当事人', '广告只投放了一天。'],
  [28, '代理人', '已经主动撤下，请求从轻。'],
  [32, '主持人', '下面进行质证，请调查人员出示证据。'],
  [36, '调查人员', '这是网页截图。'],
  [40, '当事人', '真实性没有异议。'],
  [74, '主持人', '请当事人作最后陈述。'],
  [78, '当事人', '请求从轻处罚。'],
  [82, '主持人', '听证到此结束，请核对笔录。'],
];
const clock = (seconds: number) =>
  `00:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')},000`;
const SRT = SAID.map(
  ([start, who, text], index) => `${index + 1}\n${clock(start)} --> ${clock(start + 4)}\n${who}：${text}`,
).join('\n\n');

beforeAll(async () => {
  database = await openTestDatabase();
  dataFolder = mkdtempSync(join(tmpdir(), 'mingcai-records-'));
  const password = 'example-password-1';
  by = await createPerson(database.db, { username: 'zhangmin', name: '张敏', role: 'handler', password });
  recording = await keepSample(database.db, { dataFolder, by, bytes: sampleWav([0.5]) });
}, 180_000);
afterAll(async () => {
  await database?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function draft(): Promise<HearingRecord> {
  const transcript = await importTranscript(database.db, {
    recordingId: recording.id,
    text: SRT,
    file: '示例.srt',
    by,
  });
  return startRecord(database.db, { transcriptId: transcript.id, seconds: 88, by });
}

async function lacksOf(record: HearingRecord): Promise<string[]> {
  const { revision } = await getTranscript(database.db, record.transcriptId);
  const segments = await segmentsOf(database.db, record.transcriptId);
  return recordLacks(record, form, { revision, segments }).map(({ text }) => text);
}

/** What a person fills in of the draft. */
function completed(record: HearingRecord): Promise<HearingRecord> {
  return saveRecord(database.db, {
    id: record.id,
    expectedVersion: record.version,
    by,
    body: {
      ...record.body,
      head: { ...record.body.head, place: '示例区市场监督管理局听证室', open: '公开' },
      attendance: [
        { role: 'presiding', name: '示例甲', present: true },
        { role: 'clerk', name: '示例乙', present: true },
        { role: 'investigator', name: '王磊', present: true },
        { role: 'party', name: '高某示例', present: true },
        { role: 'agent', name: '示例丙', present: true },
      ],
      lines: record.body.lines.map((line) =>
        line.segments.length === 0 ? { ...line, reason: '休息' } : line,
      ),
    },
  });
}

const signed = (record: HearingRecord): Confirmation => ({
  pages: 3,
  checked: 'read',
  corrections: '',
  signedOn: '2026-03-05',
  people: record.body.attendance.map(({ role, name }) => ({ role, name, outcome: 'signed' })),
});

describe('a record drafted from a transcript', () => {
  it('has the parts of the form, each line with its sound, and accounts for where nothing was said', async () => {
    const { body } = await draft();
    const lines = body.lines.map(({ part, role, text }) => [part, role, text]);
    expect(lines).toEqual([
      ['opening', 'clerk', '请到场人员核对身份。'],
      ['opening', 'presiding', '告知当事人有申请回避的权利。'],
      ['case', 'presiding', '下面请案件调查人员提出违法事实、证据和处罚建议。'],
      ['case', 'investigator', '当事人发布含有绝对化用语的广告。建议罚款。'],
      ['defence', 'presiding', '请当事人陈述和申辩。'],
      ['defence', 'party', '广告只投放了一天。'],
      ['defence', 'agent', '已经主动撤下，请求从轻。'],
      ['evidence', 'presiding', '下面进行质证，请调查人员出示证据。'],
      ['evidence', 'investigator', '这是网页截图。'],
      ['evidence', 'party', '真实性没有异议。'],
      [LEFT_OUT, undefined, ''],
      ['final', 'presiding', '请当事人作最后陈述。'],
      ['final', 'party', '请求从轻处罚。'],
      ['closing', 'presiding', '听证到此结束，请核对笔录。'],
    ]);
    expect(body.lines[3]).toMatchObject({ segments: [4, 5], start: 12, end: 20 });
    expect(body.lines[10]).toMatchObject({ start: 44, end: 74, segments: [] });
    expect(body.head).toMatchObject({ time: '2026年3月5日 09:00至11:30' });
  });

  it('is called a draft, and lists what it lacks until everything is said or accounted for', async () => {
    const record = await draft();
    expect(recordText(record, form)[0]!.text).toBe('听证笔录（草稿）');
    expect(recordText(record, form)[1]!.text).toBe(NOT_YET);
    const lacks = await lacksOf(record);
    expect(lacks).toContain('没有填写地点');
    expect(lacks).toContain('没有到场的主持人');
    expect(lacks).toContain('一段没有写入笔录，也没有说明原因');
    const done = await completed(record);
    expect(await lacksOf(done)).toEqual([]);

    // A part whose only line is taken out must be explained, and so must the line.
    const without = await saveRecord(database.db, {
      id: done.id,
      expectedVersion: done.version,
      by,
      body: {
        ...done.body,
        lines: done.body.lines.map((line) => (line.part === 'closing' ? { ...line, part: LEFT_OUT } : line)),
      },
    });
    expect(await lacksOf(without)).toEqual([
      '“结束和核对笔录”没有内容，也没有说明原因',
      '一段没有写入笔录，也没有说明原因',
    ]);
    await expect(
      saveRecord(database.db, { id: done.id, expectedVersion: done.version, body: done.body, by }),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('follows the transcript when that changes, and keeps what a person decided', async () => {
    const { db } = database;
    const first = await completed(await draft());
    const moved = await saveRecord(db, {
      id: first.id,
      expectedVersion: first.version,
      by,
      body: {
        ...first.body,
        lines: first.body.lines.map((line) =>
          line.segments.includes(7)
            ? { ...line, text: '当事人说，广告只投放了一天。' }
            : line.segments.includes(10)
              ? { ...line, part: LEFT_OUT, reason: '与前句重复' }
              : line,
        ),
      },
    });
    await changeTranscript(db, {
      transcriptId: moved.transcriptId,
      edit: { act: 'text', id: 8, text: '已撤下。' },
      by,
    });
    expect(await lacksOf(moved)).toEqual(['转写稿在起草以后有改动，请按现在的转写稿更新草稿']);
    const { body, version } = await redraftRecord(db, {
      id: moved.id,
      expectedVersion: moved.version,
      seconds: 88,
      by,
    });
    expect(version).toBe(moved.version + 1);
    const of = (id: number) => body.lines.find(({ segments }) => segments.includes(id));
    expect(of(7)).toMatchObject({ text: '当事人说，广告只投放了一天。' });
    expect(of(8)).toMatchObject({ text: '已撤下。' });
    expect(of(10)).toMatchObject({ part: LEFT_OUT, reason: '与前句重复' });
    expect(body.lines.find(({ segments }) => segments.length === 0)).toMatchObject({ reason: '休息' });
    expect(body.head.place).toContain('听证室');
  });
});

describe('a record', () => {
  it('is one only when everybody who was there has signed, or refused before the presiding officer', async () => {
    const { db } = database;
    const unfinished = await draft();
    await expect(
      confirmRecord(db, { id: unfinished.id, expectedVersion: 1, confirmation: signed(unfinished), by }),
    ).rejects.toMatchObject({ kind: 'wrong-stage' });
    const record = await completed(unfinished);
    const confirm = (more: Partial<Confirmation>) =>
      confirmRecord(db, {
        id: record.id,
        expectedVersion: record.version,
        confirmation: { ...signed(record), ...more },
        by,
        on: '2026-03-06',
      });
    const people = signed(record).people;
    const refusing = people.map((one) =>
      one.role === 'party' ? { ...one, outcome: 'refused' as const, reason: '称有异议' } : one,
    );
    for (const [more, path] of [
      [{ pages: 0 }, 'pages'],
      [{ signedOn: '2026-03-04' }, 'signedOn'],
      [{ signedOn: '2026-03-07' }, 'signedOn'],
      [{ people: people.slice(0, 4) }, 'person-4'],
      [{ people: refusing }, 'refusalNotedBy'],
      [{ people: refusing, refusalNotedBy: '王磊' }, 'refusalNotedBy'],
      [{ people: people.map((one) => ({ ...one, outcome: 'refused' as const })) }, 'reason-0'],
    ] as [Partial<Confirmation>, string][]) {
      const refusal = await confirm(more).then(
        () => undefined,
        (error: { faults: { path: string }[] }) => error.faults.map((fault) => fault.path),
      );
      expect(refusal, path).toContain(path);
    }
    const confirmed = await confirm({ people: refusing, refusalNotedBy: '示例甲' });
    expect(confirmed.confirmed?.digest).toMatch(/^[0-9a-f]{64}$/);
    const text = recordText(confirmed, form).map((one) => one.text);
    expect(text[0]).toBe('听证笔录');
    expect(text).not.toContain(NOT_YET);
    expect(text.join('\n')).toContain('当事人 高某示例：拒绝签名或者盖章（称有异议）。');
    expect(text.join('\n')).toContain('由听证主持人示例甲注明');

    // From then on neither it nor what it was made of changes.
    await expect(
      saveRecord(db, { id: record.id, expectedVersion: record.version, body: record.body, by }),
    ).rejects.toMatchObject({ kind: 'wrong-stage' });
    await expect(
      changeTranscript(db, { transcriptId: record.transcriptId, edit: { act: 'remove', ids: [1] }, by }),
    ).rejects.toMatchObject({ kind: 'wrong-stage' });
    const versions = db
      .updateTable('hearing_record_versions')
      .set({ note: 'x' })
      .where('record_id', '=', record.id);
    await expect(versions.execute()).rejects.toThrow('只能追加');
  });

  it('brings its facts to the case: the paper, the signing, each point of the defence', async () => {
    const { db } = database;
    const draftOne = await completed(await draft());
    const file = penaltyFile(await getCase(db, recording.caseId));
    expect(() => withHearingRecord(file, { record: draftOne, recording, form })).toThrow('不是笔录');
    const record = await confirmRecord(db, {
      id: draftOne.id,
      expectedVersion: draftOne.version,
      confirmation: signed(draftOne),
      by,
    });
    const report = reportText(record, form, file).map(({ text }) => text);
    expect(report).toContain('当事人发布含有绝对化用语的广告。建议罚款。');
    expect(report).toContain('已经主动撤下，请求从轻。');
    expect(report).toContain('【待补：对各项证据的认定及理由】');
    expect(() => reportText(draftOne, form, file)).toThrow('还没有核对签名');
    const made = withHearingRecord(file, { record, recording, form });
    expect(made.hearing).toMatchObject({
      held: true,
      heldOn: '2026-03-05',
      open: true,
      presiding: { name: '示例甲' },
      clerk: '示例乙',
      record: {
        transcriptOnly: false,
        checkedByParty: true,
        signedByParty: true,
        signedOn: '2026-03-05',
        points: [{ text: '广告只投放了一天。' }, { text: '已经主动撤下，请求从轻。' }],
      },
    });
    const paper = made.papers?.find(({ id }) => id === made.hearing?.paper);
    expect(paper).toMatchObject({ kind: 'hearing-record', title: '听证笔录', date: '2026-03-05' });
    expect(paper?.text).toContain('代理人：已经主动撤下，请求从轻。');
    expect(made.recordings?.at(-1)).toMatchObject({ of: 'hearing', endedAt: '2026-03-05T11:30' });
    // Once more changes nothing.
    expect(withHearingRecord(made, { record, recording, form })).toEqual(made);
    expect((await getHearingRecord(db, record.id)).confirmed?.pages).toBe(3);
    expect((await listHearingRecords(db, recording.id)).some(({ isConfirmed }) => isConfirmed)).toBe(true);
  });
});
