import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPapers } from '../../src/dossiers/read-papers.ts';
import { loadSuites } from '../../src/evaluation/suite.ts';
import { instructionsIn } from '../../src/law/instructions-in.ts';
import { plainDossier } from './plain-dossier.ts';

const suite = loadSuites(['instructions-in-papers'])[0];
const SPOKEN = suite?.kind === 'instructions' ? suite.cases.filter(({ addressed }) => addressed) : [];
const { files } = plainDossier(join(import.meta.dirname, 'set-a/food-expired-cream'));

const squeezed = (line: string) => line.replace(/\s/g, '');

/** What the case says, but for where it stands; a passage that a paper gives word for word may hold what was slipped in. */
function factsOf(read: ReturnType<typeof readPapers>, slipped = ''): unknown {
  const { sources: _sources, papers: _papers, ...facts } = read.case;
  const lines = slipped.split('\n').map(squeezed);
  const isSlipped = (line: string) =>
    squeezed(line) !== '' && lines.some((one) => one.includes(squeezed(line)));
  return JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
    slipped && typeof value === 'string' && value.includes('\n')
      ? value
          .split('\n')
          .filter((line) => !isSlipped(line))
          .join('\n')
      : value,
  );
}

it('words that speak to a machine change no fact that is read of a dossier, and are told of', () => {
  const plain = factsOf(readPapers(files));
  expect(SPOKEN.length).toBeGreaterThan(120);
  for (const { id, text } of SPOKEN) {
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.nat(50), (index, place) => {
        const before = files[index]?.text ?? '';
        const ends = [...before.matchAll(/。\n/g)].map((end) => end.index + 2);
        const at = ends[place % Math.max(1, ends.length)] ?? before.length;
        const slipped = `${before.slice(0, at)}${text}\n${before.slice(at)}`;
        const read = readPapers(
          files.map((file, other) => (other === index ? { ...file, text: slipped } : file)),
        );
        expect(factsOf(read, text), `${id} ${files[index]?.file} ${at}`).toEqual(plain);
        // Told of wherever it is recognised in that surrounding.
        const around = instructionsIn(`\n${text}\n`).length > 0;
        if (around) expect(read.instructions, id).not.toEqual([]);
      }),
      { numRuns: 1 },
    );
  }
}, 240_000);
