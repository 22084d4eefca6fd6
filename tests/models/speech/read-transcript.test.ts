import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/models/speech/read-transcript.ts';
import type { Segment, Transcript } from '../../../src/models/speech/transcript.ts';
import { writeTranscript } from '../../../src/models/speech/write-transcript.ts';

const transcript = (segments: Segment[]): Transcript => ({
  engine: 'none',
  model: null,
  language: 'zh',
  audio: { seconds: 4000, sha256: '0' },
  segments,
  dropped: [],
});

describe('subtitles', () => {
  const segments: Segment[] = [
    { start: 0, end: 2.5, text: '现在开始听证。', speaker: '主持人' },
    { start: 2.5, end: 3661.007, text: '第一行 <第二行> & --> 第三行', speaker: '当事人' },
    { start: 3661.007, end: 3662, text: '没有意见' },
  ];
  const arrow = segments.map((segment) => ({ ...segment, text: segment.text.replace('-->', '→') }));

  it('written as .srt are read again as they were', () => {
    const text = writeTranscript(transcript(segments), 'srt');
    expect(text).toContain('1\n00:00:00,000 --> 00:00:02,500\n主持人：现在开始听证。\n\n2\n');
    expect(readTranscript(text.replaceAll('<第二行>', '第二行'))).toEqual({
      timed: true,
      segments: arrow.map((segment) => ({ ...segment, text: segment.text.replace('<第二行>', '第二行') })),
    });
  });

  it('written as .vtt are read again as they were', () => {
    const text = writeTranscript(transcript(segments), 'vtt');
    expect(text).toMatch(/^WEBVTT\n\nNOTE 机器转写稿/);
    expect(readTranscript(text)).toEqual({ timed: true, segments: arrow });
  });

  it('may have line ends of any kind, marks for the eye, several lines and no numbers', () => {
    const text =
      '\uFEFFWEBVTT\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n01:02.500 --> 01:03.000 align:start\r\n<b>第一行</b>\r\n{\\an8}第二行\r\n\r\n';
    expect(readTranscript(text).segments).toEqual([{ start: 62.5, end: 63, text: '第一行 第二行' }]);
  });

  it('keep a line that is a number, and survive an end before its start', () => {
    const text = '1\n00:00:05,000 --> 00:00:01,000\n2024\n2\n00:00:06,000 --> 00:00:07,000\n好\n';
    expect(readTranscript(text).segments).toEqual([
      { start: 5, end: 5, text: '2024' },
      { start: 6, end: 7, text: '好' },
    ]);
  });
});

describe('plain lines', () => {
  it.each([
    ['[00:00:01] 主持人：开始。\n[00:00:05] 当事人：好。'],
    ['00:01 主持人：开始。\n00:05 当事人：好。'],
    ['主持人 00:00:01\n开始。\n\n当事人 00:00:05\n好。'],
    ['主持人(00:00:01): 开始。\n当事人(00:00:05): 好。'],
  ])('with speakers and times: %s', (text) => {
    const { timed, segments } = readTranscript(text);
    expect(timed).toBe(true);
    expect(segments.map(({ start, speaker, text: said }) => [start, speaker, said])).toEqual([
      [1, '主持人', '开始。'],
      [5, '当事人', '好。'],
    ]);
    expect(segments[0]!.end).toBeGreaterThan(1);
    expect(segments[0]!.end).toBeLessThanOrEqual(5);
  });

  it('of many hours are read at once, and no line ends before it begins', () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, index) => `[00:${String((index * 7) % 60).padStart(2, '0')}:00] 好`,
    );
    const started = Date.now();
    const { segments } = readTranscript(lines.join('\n'));
    expect(Date.now() - started).toBeLessThan(5000);
    expect(segments).toHaveLength(100_000);
    expect(segments.filter(({ start, end }) => end < start)).toEqual([]);
  });

  it('without times have none', () => {
    expect(readTranscript('主持人：开始。\n　\n我们有三点意见，第一：程序违法。\n没有了')).toEqual({
      timed: false,
      segments: [
        { start: 0, end: 0, text: '开始。', speaker: '主持人' },
        { start: 0, end: 0, text: '我们有三点意见，第一：程序违法。' },
        { start: 0, end: 0, text: '没有了' },
      ],
    });
  });

  it('written as .txt say that they are no record', () => {
    const text = writeTranscript(transcript([{ start: 61, end: 62, text: '好\n的', channel: 1 }]), 'txt');
    expect(text).toBe('机器转写稿，未经核对，不是笔录。\n[00:01:01] 声道2：好 的\n');
  });
});
