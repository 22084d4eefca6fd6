import { describe, expect, it } from 'vitest';
import { HEAD, mediaTypeOf } from '../../src/hearings/media-type-of.ts';

const head = (text: string) => Buffer.from(text.padEnd(HEAD, '\0'), 'latin1');

describe('what the first bytes say', () => {
  it.each([
    ['RIFF\x24\x08\x00\x0aWAVEfmt ', 'audio/wav'],
    ['RIFF\x24\x08\x00\x00AVI LIST', 'video/x-msvideo'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x18ftypisom', 'video/mp4'],
    ['\0\0\0\x14ftyp3gp4', 'video/mp4'],
    ['#!AMR\n', 'audio/amr'],
    ['OggS', 'audio/ogg'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['\xff\xf1\x50\x80', 'audio/aac'],
    ['\x1aE\xdf\xa3', 'video/webm'],
  ])('%j is %s', (text, type) => {
    expect(mediaTypeOf(head(text))).toBe(type);
  });

  it.each([
    ['a text', '听证会于上午九时开始'],
    ['a document', 'PK\x03\x04'],
    ['a text in UTF-16', '\xff\xfe\x2c\x54'],
    ['nothing', ''],
    ['a cut RIFF', 'RIFF\x24'],
  ])('%s is no recording', (_, text) => {
    expect(mediaTypeOf(Buffer.from(text, 'latin1'))).toBeUndefined();
    expect(mediaTypeOf(Buffer.from(text))).toBeUndefined();
  });
});
