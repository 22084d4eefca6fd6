const BOX = /[□☐○☑√■☒✓][^□☐○☑√■☒✓]*$/;

/** Whether words after `before` in a sentence count: no box stands before them, or the last one is ticked. */
export function isTicked(before: string): boolean {
  const box = BOX.exec(before)?.[0][0];
  return box === undefined || !/[□☐○]/.test(box);
}
