import { diffArrays } from 'diff';

/** A run of words that both texts have, or only the old or the new one. */
export interface WordRun {
  change: 'same' | 'added' | 'removed';
  text: string;
}

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
/** Shorter runs in common between two changes only make the comparison hard to read. */
const TOO_SHORT = 2;

/** What changed from one text to another, in whole words; a removed run stands before the one that took its place. */
export function compareWords(before: string, after: string): WordRun[] {
  const runs = diffArrays(wordsOf(before), wordsOf(after)).map(
    ({ added, removed, value }): WordRun => ({
      change: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  return joinRuns(runs);
}

/** Words; figures, and each mark, stand alone. */
function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Joins changes with only a character or a mark between them, so that a reader sees one change where there is one. */
function joinRuns(runs: WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) joined.push({ change: 'removed', text: removed });
    if (added) joined.push({ change: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { change, text }] of runs.entries()) {
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else if (
      (removed || added) &&
      index + 1 < runs.length &&
      text.length < TOO_SHORT &&
      !/[，。；：、\n]/.test(text)
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ change, text });
    }
  }
  flush();
  return joined;
}
