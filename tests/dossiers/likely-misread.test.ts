import { describe, expect, it } from 'vitest';
import { misreadTitle } from '../../src/dossiers/papers/misread-title.ts';
import { likelyMisread } from '../../src/dossiers/words/likely-misread.ts';

describe('图片上认错的字', () => {
  it.each([
    ['万春晓', '厉春晓', true],
    ['示坏立[2024]]11号', '示环立[2024]11号', true],
    ['91990102MABOR5T1P0', '91990102MAB0R5T1P0', true],
    ['厉春晓', '厉春晓', false],
    ['戈远航', '厉春晓', false],
    ['张三', '李四', false],
  ])('%s 与 %s', (seen, written, expected) => {
    expect(likelyMisread(seen, written)).toBe(expected);
  });
});

describe('题名认错一个字', () => {
  it.each([
    ['罚没收入专用昧据', '罚没收入专用票据'],
    ['送达回让', '送达回证'],
  ])('%s', (line, title) => {
    expect(misreadTitle(line)).toBe(title);
  });
});
