import { Parser } from 'htmlparser2';
import type { HiddenText } from '../paper.ts';
import { type CssLook, cssLook, declarationsOf, unseenIn } from './css-look.ts';
import { isSentence } from './is-sentence.ts';
import { rowLines } from './row-lines.ts';
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
  unshown: boolean;
}

/**
 * The words of a page, block by block; a row of a table is one line. Style sheets in the page count for classes, ids and
 * element names. What is not displayed, white, tiny or moved away, comments and descriptions are hidden.
 */
export function readHtml(html: string): PageTexts {
  const rules = sheetRules(html);
  const hidden: HiddenText[] = [];
  const open: Open[] = [{ name: '', look: PLAIN, unshown: false }];
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
        const { look: outer, unshown } = open.at(-1)!;
        const declarations = new Map(
          rules.flatMap((rule) => (matches(rule, name, attributes) ? [...rule.set] : [])),
        );
        for (const [key, value] of declarationsOf(attributes.style ?? '')) declarations.set(key, value);
        const look = cssLook(
          name === 'font' || attributes.bgcolor ? withAttributes(outer, attributes) : outer,
          declarations,
        );
        if ('hidden' in attributes || (name === 'input' && attributes.type === 'hidden'))
          look.how ??= 'hidden';
        if (/^0*[01]$/.test(attributes.size ?? '') && name === 'font' && attributes.size !== '1')
          look.how ??= 'tiny';
        tell(name, attributes, look);
        if (VOID.has(name)) {
          if (name === 'br' || name === 'hr') endLine();
          return;
        }
        open.push({ name, look, unshown: unshown || UNSHOWN.has(name) });
        dark = undefined;
        if (BLOCKS.has(name) || name === 'td' || name === 'th') endLine();
        if (name === 'tr') targets.push({ lines: [], rows: [] });
        if (name === 'td' || name === 'th') targets.push({ lines: [] });
      },
      ontext(words) {
        const { look, unshown, name } = open.at(-1)!;
        if (unshown) {
          if (name === 'noscript' || name === 'template') put(words, 'hidden');
          return;
        }
        put(words, unseenIn(look));
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
          else row.lines.push(...cell.lines);
        } else if (name === 'tr') {
          endLine();
          const row = targets.length > 1 ? targets.pop()! : { lines: [] as string[] };
          targets.at(-1)!.lines.push(...rowLines(row.rows ?? []), ...row.lines);
        } else if (BLOCKS.has(name)) endLine();
      },
      oncomment(words) {
        const quote = words
          .replace(/^\[if[\s\S]*?\]>|<!\[endif\]$/g, '')
          .replace(/<[^>]*>/g, ' ')
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
    const pre = open.some(({ name }) => name === 'pre' || name === 'textarea');
    if (!how) {
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
  function tell(name: string, attributes: Record<string, string>, look: CssLook): void {
    if (name === 'input' && !/^(hidden|checkbox|radio|submit|button|password)$/.test(attributes.type ?? '')) {
      put(attributes.value ?? '', unseenIn(look));
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

interface Rule {
  selector: string;
  set: Map<string, string>;
}

/** The rules of the style sheets in the page with one simple selector each: the rest is not worked out. */
function sheetRules(html: string): Rule[] {
  const sheets = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi)].map(([, sheet]) => sheet ?? '');
  const text = sheets.join('\n').replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
  return [...text.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    selectors
      .split(',')
      .map(
        (selector) =>
          selector
            .trim()
            .split(/[\s>+~]+/)
            .at(-1) ?? '',
      )
      .filter((selector) => /^[a-z][\w-]*$|^[a-z]*[.#][\w-]+$/i.test(selector))
      .map((selector) => ({ selector, set: declarationsOf(body) })),
  );
}

function matches({ selector }: Rule, name: string, attributes: Record<string, string>): boolean {
  const [, element = '', mark, word] = selector.match(/^([\w-]*)(?:([.#])([\w-]+))?$/) ?? [];
  if (element && element.toLowerCase() !== name) return false;
  if (mark === '#') return attributes.id === word;
  return mark === '.' ? (attributes.class ?? '').split(/\s+/).includes(word ?? '') : element !== '';
}

function withAttributes(look: CssLook, attributes: Record<string, string>): CssLook {
  const given = new Map<string, string>();
  if (attributes.color) given.set('color', attributes.color.toLowerCase());
  if (attributes.bgcolor) given.set('background-color', attributes.bgcolor.toLowerCase());
  return cssLook(look, given);
}
