import type { Span } from '../paper.ts';
import type { PlainView } from './plain-view.ts';

const NUMBER =
  '(?:\\([\\p{sc=Han}]{1,6}\\))?[\\p{sc=Han}A-Za-z]{1,16}(?:\\([\\p{sc=Han}]{1,6}\\)[\\p{sc=Han}A-Za-z]{0,12})?[〔\\[(【﹝]\\d{4}[〕\\])】﹞](?:第|字第)?(?:[\\p{sc=Han}A-Za-z]{1,4}-?)?[\\d-]{1,12}号?|[\\p{sc=Han}]{2,16}\\d{4}第\\d{1,8}号|[(〔[【]\\d{4}[)〕\\]】][\\p{sc=Han}]{2,16}第?\\d{1,8}号';
const LINE = new RegExp(
  `^(?:(?:文书)?(?:文号|编号|文书号|决定书文号|决定书编号|告知书编号|处罚文号|案号)[:]?)?(${NUMBER})$`,
  'u',
);
const LABELLED =
  /^(?:文号|文书文号|文书编号|决定书文号|决定书编号|告知书文号|编号):?([\p{sc=Han}A-Za-z\d〔〕[\]()第-]{4,40}号?)$/u;
/** The number stands above the body. */
const LINES = 12;

/** 文号: the number of the paper itself, on a line of its own near its head. `view` is the paper in plain view. */
export function ownNumberIn(view: PlainView): ({ number: string } & Span) | undefined {
  let at = 0;
  let lines = 0;
  for (const line of view.text.split('\n')) {
    for (const cell of line.split('\t')) {
      const words = cell.trim();
      const number = (LINE.exec(words) ?? LABELLED.exec(words))?.[1];
      if (number && /\d/.test(number)) {
        const start = at + cell.indexOf(words) + words.lastIndexOf(number);
        const span = view.span(start, start + number.length);
        return { number: view.original(start, start + number.length), ...span };
      }
      at += cell.length + 1;
    }
    if (line.trim() && ++lines > LINES) return undefined;
  }
  return undefined;
}
