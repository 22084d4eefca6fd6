/** What a note on a missing signature may speak of. */
const NOTED =
  /拒|不愿|不肯|不同意|不配合|不签|不能|不会|不识字|无法|不在|未在|未到|离开|离场|退场|注明|原因|代签/;
/** A sentence on signing, or one of the last lines, where such a note stands. */
const SIGNING = /签|捺|盖章|按手?印|备注|注明/;
const LAST_LINES = 4;

/**
 * Whether the text of a record that people signed holds no word of why one signature is missing: neither where it speaks
 * of signing nor at its end. What the party cannot or will not do otherwise (不能提供发票) is no such note.
 */
export function lacksRefusalNote(text: string | undefined): boolean {
  if (text === undefined) return false;
  const lines = text.trimEnd().split('\n');
  const told = [
    ...lines
      .slice(0, -LAST_LINES)
      .join('\n')
      .split(/[。；\n]/)
      .filter((words) => SIGNING.test(words)),
  ];
  const end = lines.slice(-LAST_LINES).filter((line) => line.length < 80 || SIGNING.test(line));
  return ![...told, ...end].some((words) => NOTED.test(words));
}
