import { Parser } from 'htmlparser2';
import { AppError } from '../errors.ts';
import { type CssLook, cssLook, declarationsOf, unseenIn } from './css-look.ts';
import type { HiddenText } from './file-text.ts';
import { isSentence } from './is-sentence.ts';
import type { FileLimits } from './limits.ts';
import { rowLines } from './row-lines.ts';
import { sheetRules } from './sheet-rules.ts';
import type { PageTexts } from './text-of-file.ts';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** What stands in these is not shown by any browser. */
const UNSHOWN = new Set(
  'script style head title template noscript iframe object svg math datalist'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const PLAIN: CssLook = { color: '000000', ground: 'ffffff' };

interface Open {
  name: string;
  look: CssLook;
  /** Why its letters are not seen. */
  how: HiddenText['how'] | undefined;
  unshown: boolean;
  /** Line ends of the source are line ends of the page. */
  pre: boolean;
}

/** No comment that says something to a person is longer. */
const LONGEST_COMMENT = 20_000;

/**
 * The words of a page, block by block; a row of a table is one line. Style sheets in the page count for classes, ids and
 * element names. What is not displayed, white, tiny or moved away, comments and descriptions are hidden. A page that is
 * made to be endless is refused with `limit`.
 */
export function readHtml(html: string, limits: FileLimits): PageTexts {
  const rules = sheetRules(html);
  if (rules.count > limits.htmlRules) throw beyond(`样式规则超过 ${limits.htmlRules} 条`);
  const hidden: HiddenText[] = [];
  const open: Open[] = [{ name: '', look: PLAIN, how: undefined, unshown: false, pre: false }];
  let steps = 0;
  const step = (count: number) => {
    steps += count;
    if (steps > limits.htmlSteps) throw beyond(`网页的标签和文字片段超过 ${limits.htmlSteps / 10_000} 万个`);
  };
  /** Where lines go: the page, or the cell of a table that is open. */
  const targets: { lines: string[]; rows?: string[][] }[] = [{ lines: [] }];
  let line = '';
  let dark: HiddenText | undefined;

  const endLine = () => {
    const words = line.replace(/ +/g, ' ').trim();
    if (words) targets.at(-1)!.lines.push(words);
    line = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { look: outer, how: outerHow, unshown, pre } = open.at(-1)!;
        if (open.length > limits.htmlDepth) throw beyond(`网页的标签套了 ${limits.htmlDepth} 层以上`);
        if ([attributes.style, attributes.class].some((words) => words && words.length > limits.htmlStyle))
          throw beyond(`网页中一处样式超过 ${limits.htmlStyle / 10_000} 万字`);
        const sets = rules.of(name, attributes);
        step(1 + sets.length + Object.keys(attributes).length / 4);
        const look = lookOf(name, attributes, outer, sets);
        const how = look === outer ? outerHow : unseenIn(look);
        tell(name, attributes, how);
        if (VOID.has(name)) {
          if (name === 'br' || name === 'hr') endLine();
          return;
        }
        open.push({
          name,
          look,
          how,
          unshown: unshown || UNSHOWN.has(name),
          pre: pre || name === 'pre' || name === 'textarea',
        });
        dark = undefined;
        if (BLOCKS.has(name) || name === 'td' || name === 'th') endLine();
        if (name === 'tr') targets.push({ lines: [], rows: [] });
        if (name === 'td' || name === 'th') targets.push({ lines: [] });
      },
      ontext(words) {
        step(1);
        const { how, unshown, name } = open.at(-1)!;
        if (unshown) {
          if (name === 'noscript' || name === 'template') put(words, 'hidden');
          return;
        }
        put(words, how);
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        open.pop();
        dark = undefined;
        if (name === 'td' || name === 'th') {
          endLine();
          const cell = targets.length > 1 ? targets.pop()! : { lines: [] };
          const row = targets.at(-1)!;
          if (row.rows) row.rows.push(cell.lines);
          else for (const words of cell.lines) row.lines.push(words);
        } else if (name === 'tr') {
          endLine();
          const row = targets.length > 1 ? targets.pop()! : { lines: [] as string[] };
          const outer = targets.at(-1)!;
          // One by one: a frame around a long text has more lines than a call takes arguments.
          for (const words of [...rowLines(row.rows ?? []), ...row.lines]) outer.lines.push(words);
        } else if (BLOCKS.has(name)) endLine();
      },
      oncomment(words) {
        step(1);
        const quote = words
          .slice(0, LONGEST_COMMENT)
          .replace(/^\[if[\s\S]*?\]>|<!\[endif\]$/g, '')
          .replace(/<[^<>]*>/g, ' ')
          .trim();
        if (isSentence(quote)) hidden.push({ quote, how: 'comment' });
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  endLine();
  const lines = targets.flatMap((target) => [...(target.rows ? rowLines(target.rows) : []), ...target.lines]);
  return { format: 'html', pages: [lines.join('\n')], hidden, ocr: false, notes: [] };

  function put(words: string, how: HiddenText['how'] | undefined): void {
    if (!how) {
      const { pre } = open.at(-1)!;
      const pieces = pre ? words.split(/\r?\n/) : [words.replace(/[ \t\r\n\f]+/g, ' ')];
      for (const [at, piece] of pieces.entries()) {
        if (at > 0) endLine();
        line += piece;
      }
      if (words.trim()) dark = undefined;
    } else if (dark?.how === how) dark.quote += words;
    else if (words.trim()) {
      dark = { quote: words.trim(), how };
      hidden.push(dark);
    }
  }

  /** Words in attributes: fields show theirs, descriptions do not show. */
  function tell(name: string, attributes: Record<string, string>, how: HiddenText['how'] | undefined): void {
    if (name === 'input' && !/^(hidden|checkbox|radio|submit|button|password)$/.test(attributes.type ?? '')) {
      put(attributes.value ?? '', how);
    } else if (name === 'input' && isSentence(attributes.value ?? '')) {
      hidden.push({ quote: attributes.value!.trim(), how: 'hidden' });
    }
    for (const words of [
      name === 'meta' ? attributes.content : undefined,
      attributes.alt,
      attributes['aria-label'],
    ]) {
      if (words && isSentence(words)) hidden.push({ quote: words.trim(), how: 'metadata' });
    }
  }
}

const beyond = (what: string) =>
  new AppError('limit', `${what}，不是通常的文书，没有读取，请另存为 Word 或 PDF 后重新放入。`);

/** The look of an element; the outer one itself where nothing changes it. */
function lookOf(
  name: string,
  attributes: Record<string, string>,
  outer: CssLook,
  sets: readonly { set: Map<string, string> }[],
): CssLook {
  const declarations = new Map(sets.flatMap(({ set }) => [...set]));
  for (const [key, value] of declarationsOf(attributes.style ?? '')) declarations.set(key, value);
  const ground = name === 'font' || attributes.bgcolor ? withAttributes(outer, attributes) : outer;
  const look = declarations.size > 0 ? cssLook(ground, declarations) : ground;
  const how =
    'hidden' in attributes || (name === 'input' && attributes.type === 'hidden')
      ? 'hidden'
      : name === 'font' && attributes.size !== '1' && /^0*[01]$/.test(attributes.size ?? '')
        ? 'tiny'
        : undefined;
  return how && !look.how ? { ...look, how } : look;
}

function withAttributes(look: CssLook, attributes: Record<string, string>): CssLook {
  const given = new Map<string, string>();
  if (attributes.color) given.set('color', attributes.color.toLowerCase());
  if (attributes.bgcolor) given.set('background-color', attributes.bgcolor.toLowerCase());
  return cssLook(look, given);
}
