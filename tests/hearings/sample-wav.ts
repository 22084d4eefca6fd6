/** A mono 16-bit .wav at 16 kHz like somebody speaking: `tone` says for each second how loud it is, from 0 to 1. */
export function sampleWav(tone: number[]): Buffer {
  const rate = 16_000;
  const data = Buffer.alloc(tone.length * rate * 2);
  for (const [second, loudness] of tone.entries()) {
    for (let at = 0; at < rate; at += 1) {
      // Four syllables a second: a tone that never changes is no speech to anybody.
      const syllable = Math.abs(Math.sin((at / rate) * 4 * Math.PI)) ** 2;
      const value = Math.sin((at / rate) * 440 * 2 * Math.PI) * loudness * syllable * 32_000;
      data.writeInt16LE(Math.round(value), (second * rate + at) * 2);
    }
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
