/** As many bytes from the start of a file as `mediaTypeOf` looks at. */
export const HEAD = 16;

/** What a file says of itself in its first bytes; `undefined` for one that is no recording that we know. */
export function mediaTypeOf(head: Uint8Array): string | undefined {
  const text = Buffer.from(head).toString('latin1');
  if (/^RIFF.{4}WAVE/s.test(text) || /^RF64.{4}WAVE/s.test(text)) return 'audio/wav';
  if (/^RIFF.{4}AVI /s.test(text)) return 'video/x-msvideo';
  if (text.slice(4, 8) === 'ftyp') return text.slice(8, 12).startsWith('M4A') ? 'audio/mp4' : 'video/mp4';
  if (text.startsWith('#!AMR')) return 'audio/amr';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (text.startsWith('0&\xb2u\x8ef\xcf\x11')) return 'video/x-ms-asf';
  if (text.startsWith('\0\0\x01\xba')) return 'video/mpeg';
  if (text.startsWith('caff')) return 'audio/x-caf';
  if (text.startsWith('ID3')) return 'audio/mpeg';
  return frameOf(head);
}

/** Sound without a head of its own begins with a frame: twelve bits set, then the layer (0 is AAC in ADTS). */
function frameOf([first = 0, second = 0, third = 0]: Uint8Array): string | undefined {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const layer = (second >> 1) & 3;
  const isFrame = layer !== 0 && ((second >> 3) & 3) !== 1 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
  return isFrame ? 'audio/mpeg' : undefined;
}
