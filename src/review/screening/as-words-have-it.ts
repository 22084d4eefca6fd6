import type { CaseFile } from '../../cases/case-file.ts';
import type { OtherWords } from '../words/words-against-notes.ts';

/** The case file with what the words of its papers state in the place of what people noted. */
export function asWordsHaveIt(file: CaseFile, others: readonly OtherWords[]): CaseFile {
  return others.reduce(
    (changed, { path, stated }) => put(changed, path.split('.'), stated) as CaseFile,
    file,
  );
}

/** A copy with one value changed; what is not on the way to it stays the same object. */
function put(holder: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((one, index) => (String(index) === key ? put(one, rest, value) : one));
  }
  if (typeof holder !== 'object' || holder === null) return holder;
  return { ...holder, [key]: put(Reflect.get(holder, key), rest, value) };
}
