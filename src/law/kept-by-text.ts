/** As many texts as a thick dossier has, whole papers and parts of them. */
const MOST = 512;
/** Longer texts are read anew: keeping them would take more memory than it saves time. */
const LONGEST = 30_000;

/**
 * The same reading, made once for texts that are read again and again; the texts first read longest ago are forgotten. What it
 * gives is shared and must not be changed.
 */
export function keptByText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = read(text);
    if (text.length > LONGEST) return made;
    kept.set(text, made);
    const oldest = kept.keys().next();
    if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
    return made;
  };
}
