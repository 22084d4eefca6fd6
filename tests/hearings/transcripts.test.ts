import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { changeTranscript } from '../../src/hearings/change-transcript.ts';
import type { Edit } from '../../src/hearings/edit.ts';
import { importTranscript } from '../../src/hearings/import-transcript.ts';
import { listTranscripts, segmentsOf } from '../../src/hearings/kept-transcript.ts';
import { changedSince, listChanges } from '../../src/hearings/list-changes.ts';
import { noteEditor } from '../../src/hearings/note-editor.ts';
import { PEAKS_PER_SECOND, peaksOf } from '../../src/hearings/peaks.ts';
import type { Recording } from '../../src/hearings/recording.ts';
import { recordingPlace } from '../../src/hearings/recording-place.ts';
import { transcribeHearing } from '../../src/hearings/transcribe-hearing.ts';
import type { SpeechEngine } from '../../src/models/speech/speech-engine.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import type { Person } from '../../src/staff/person.ts';
import { openTestDatabase } from '../support/database.ts';
import { keepSample } from './keep-sample.ts';
import { sampleWav } from './sample-wav.ts';

let database: Database;
let dataFolder: string;
let by: Person;
let other: Person;
let recording: Recording;

beforeAll(async () => {
  database = await openTestDatabase();
  dataFolder = mkdtempSync(join(tmpdir(), 'mingcai-transcripts-'));
  const password = 'example-password-1';
  by = await createPerson(database.db, { username: 'zhangmin', name: '张敏', role: 'handler', password });
  other = await createPerson(database.db, { username: 'wangfa', name: '王法', role: 'reviewer', password });
  recording = await keepSample(database.db, { dataFolder, by, bytes: sampleWav([0, 0.5, 0.5, 0, 0, 0.9]) });
}, 180_000);
afterAll(async () => {
  await database?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const imported = (text: string) =>
  importTranscript(database.db, { recordingId: recording.id, text, file: '示例.srt', by });
const SRT = [
  '1\n00:00:01,000 --> 00:00:02,000\n听证主持人：现在开始听证',
  '2\n00:00:02,000 --> 00:00:03,500\n当事人：我有异议',
  '3\n00:00:05,000 --> 00:00:06,000\n路人甲：听证结束',
].join('\n\n');

describe('a transcript', () => {
  it('is imported with times and speakers, whose names give roles', async () => {
    const transcript = await imported(SRT);
    expect(transcript).toMatchObject({ revision: 0, source: 'import', file: '示例.srt', remarks: [] });
    const segments = await segmentsOf(database.db, transcript.id);
    expect(segments.map(({ start, end, text, role, speaker }) => [start, end, text, role, speaker])).toEqual([
      [1, 2, '现在开始听证', 'presiding', '听证主持人'],
      [2, 3.5, '我有异议', 'party', '当事人'],
      [5, 6, '听证结束', undefined, '路人甲'],
    ]);
    await expect(imported('  \n ')).rejects.toMatchObject({ kind: 'invalid-input' });
    const typed = await importTranscript(database.db, { recordingId: recording.id, text: '一句\n两句', by });
    expect(typed).toMatchObject({ source: 'typed' });
    expect(typed.remarks[0]).toContain('没有时间');
  });

  it('logs each change with before, after and span, refuses what was not seen, and undoes', async () => {
    const { db } = database;
    const { id } = await imported(SRT);
    const change = (edit: Edit, seen?: Record<string, number>) =>
      changeTranscript(db, { transcriptId: id, edit, seen, by });

    expect(await change({ act: 'text', id: 2, text: '我没有异议' }, { 2: 0 })).toMatchObject({ revision: 1 });
    await expect(change({ act: 'text', id: 2, text: '别的' }, { 2: 0 })).rejects.toMatchObject({
      kind: 'conflict',
    });
    // What changes nothing is no change.
    expect((await change({ act: 'text', id: 2, text: '我没有异议' }, { 2: 1 })).revision).toBe(1);
    const split = await change({ act: 'split', id: 2, at: 1 }, { 2: 1 });
    expect(split.segments.map(({ id: one, text }) => [one, text])).toEqual([
      [2, '我'],
      [4, '没有异议'],
    ]);
    const merged = await change({ act: 'merge', id: 4, next: 3 });
    expect(merged).toMatchObject({ revision: 3, removed: [3] });
    await change({ act: 'replace', find: '听证', replace: '听证会' });
    expect(await change({ act: 'undo' })).toMatchObject({ revision: 5 });
    expect(await change({ act: 'undo' })).toMatchObject({ revision: 6, removed: [] });
    // A number that was once given is not given again.
    const again = await change({ act: 'split', id: 1, at: 2 });
    expect(again.segments[1]!.id).toBe(5);

    const log = await listChanges(db, id, { limit: 50 });
    expect(log.map(({ kind, undoes }) => [kind, undoes])).toEqual([
      ['split', undefined],
      ['undo', 3],
      ['undo', 4],
      ['replace', undefined],
      ['merge', undefined],
      ['split', undefined],
      ['text', undefined],
    ]);
    expect(log.at(-1)).toMatchObject({
      from: 2,
      to: 3.5,
      by: by.id,
      before: [{ text: '我有异议' }],
      after: [{ text: '我没有异议' }],
    });
    const since = await changedSince(db, id, 2);
    expect(since.segments.map(({ id: one }) => one).sort()).toEqual([1, 3, 4, 5]);
    expect(since.removed).toEqual([]);
    await change({ act: 'remove', ids: [3] });
    expect(await changedSince(db, id, 7)).toEqual({ revision: 8, segments: [], removed: [3] });
  });

  it('keeps its log whatever anybody tries, and goes only with its case', async () => {
    const { db } = database;
    const { id } = await imported(SRT);
    await changeTranscript(db, { transcriptId: id, edit: { act: 'remove', ids: [1] }, by });
    const rows = db.updateTable('transcript_changes').set({ by_user: 'x' }).where('transcript_id', '=', id);
    await expect(rows.execute()).rejects.toThrow('只能追加');
    const gone = db.deleteFrom('transcript_changes').where('transcript_id', '=', id);
    await expect(gone.execute()).rejects.toThrow('只能追加');
    await db.deleteFrom('transcripts').where('id', '=', id).execute();
    expect(await listChanges(db, id, { limit: 1 })).toEqual([]);
  });

  it('is changed by handlers of the case alone, and tells two of them of each other', async () => {
    const { db } = database;
    const { id } = await imported(SRT);
    const edit: Edit = { act: 'text', id: 1, text: '改' };
    await expect(changeTranscript(db, { transcriptId: id, edit, by: other })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    expect(await noteEditor(db, id, by.id)).toEqual([]);
    expect(await noteEditor(db, id, other.id)).toEqual([by.id]);
    await expect(changeTranscript(db, { transcriptId: id, edit: { act: 'undo' }, by })).rejects.toMatchObject(
      {
        kind: 'wrong-stage',
      },
    );
  });
});

describe('a recording', () => {
  it('is written down by the engine, with the names of its case, and nothing for its silences', async () => {
    const prompts: string[] = [];
    const engine: SpeechEngine = {
      name: 'whisper.cpp',
      model: '示例模型',
      batch: 1,
      lanes: 1,
      prepare: async () => {},
      async hear(_, names, order) {
        prompts.push(order.prompt);
        for (const index of names.keys()) {
          order.heard(index, [
            { start: 0.2, end: 0.8, tokens: [{ text: '本案事实清楚', start: 0.2, sure: 0.9 }] },
          ]);
        }
      },
    };
    const steps: string[] = [];
    const transcript = await transcribeHearing(database.db, {
      recordingId: recording.id,
      by,
      dataFolder,
      engine,
      signal: new AbortController().signal,
      onProgress: ({ message }) => steps.push(message),
    });
    expect(transcript).toMatchObject({ source: 'engine', model: '示例模型', seconds: 6 });
    expect(steps.at(-1)).toBe('正在转写……');
    expect(prompts[0]).toContain('《中华人民共和国广告法》');
    const segments = await segmentsOf(database.db, transcript.id);
    expect(segments.length).toBeGreaterThan(0);
    for (const { start } of segments) expect(start).toBeGreaterThan(0.8);
    const [latest] = await listTranscripts(database.db, recording.id);
    expect(latest?.id).toBe(transcript.id);
  });

  it('has its peaks reckoned once and kept', async () => {
    const peaks = await peaksOf(dataFolder, recording);
    expect(peaks.length).toBe(6 * PEAKS_PER_SECOND);
    expect(Math.max(...peaks.subarray(0, PEAKS_PER_SECOND - 1))).toBe(0);
    expect(Math.max(...peaks.subarray(PEAKS_PER_SECOND, 2 * PEAKS_PER_SECOND))).toBeGreaterThan(110);
    expect(Math.max(...peaks.subarray(5 * PEAKS_PER_SECOND))).toBeGreaterThan(210);
    const { path } = recordingPlace(dataFolder, recording.sha256);
    expect(existsSync(`${path}.peaks`)).toBe(true);
    rmSync(path);
    expect(await peaksOf(dataFolder, recording)).toEqual(Buffer.from(peaks));
  });
});
