const LEFT_OUT = [
  /^\.DS_Store$/i,
  /^Thumbs\.db$/i,
  /^ehthumbs\.db$/i,
  /^desktop\.ini$/i,
  /^\._/,
  /^~\$/,
  /^\.~lock\..*#$/,
  /^~WR[A-Z]\d+\.tmp$/i,
  /^\.~.*\.(docx?|wps|pdf)$/i,
];
const LEFT_OUT_FOLDERS = /^(__MACOSX|\.git|\.svn|\.Trash.*|\$RECYCLE\.BIN|System Volume Information)$/i;

/** Files that systems and word processors leave behind, which nobody put into the dossier: passed over in silence. */
export function isLeftOut(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return (
    LEFT_OUT.some((pattern) => pattern.test(name)) ||
    segments.some((segment) => LEFT_OUT_FOLDERS.test(segment))
  );
}
