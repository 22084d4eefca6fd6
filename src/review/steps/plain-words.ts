import { keptByText } from '../../law/kept-by-text.ts';

/** Words in half width, without spaces, quotation marks, or the closing stop: for comparing what two papers write. */
export const plainWords = keptByText((words) =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s“”"'‘’《》「」]/g, '')
    .replace(/[,;。.]+$/, ''),
);
