/** What a note on a missing signature may speak of. */
const NOTED =
  /拒|不愿|不肯|不同意|不配合|不签|不能|不会|不识字|无法|不在|未在|未到|离开|离场|退场|注明|原因|代签/;

/**
 * Whether the text of a record that speaks of signatures holds no word of why one is missing. A text that says nothing
 * of signing may be an extract and proves nothing.
 */
export function lacksRefusalNote(text: string | undefined): boolean {
  return text !== undefined && /签/.test(text) && !NOTED.test(text);
}
