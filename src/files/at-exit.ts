const left = new Set<() => void>();
let listens = false;

/**
 * Has `work` done when the process ends before it was taken back: what stands outside of the process (a folder of papers,
 * a program) would stay otherwise. `work` must not wait for anything. Returns what takes it back.
 */
export function atExit(work: () => void): () => void {
  if (!listens) {
    listens = true;
    process.on('exit', () => {
      for (const one of left) one();
    });
  }
  left.add(work);
  return () => left.delete(work);
}
