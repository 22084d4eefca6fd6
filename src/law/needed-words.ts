/** Longer runs find no fewer texts, and shorter ones are in every text. */
const MOST_SIGNS = 8;

/**
 * Words of which every text that a pattern matches holds one at least: what to look for before the pattern itself is
 * tried. `undefined` where the pattern needs none. Takes the `source` of a pattern that does not ignore case.
 */
export function neededWords(source: string): string[] | undefined {
  const reading = { source, at: 0 };
  return alternatives(reading);
}

interface Reading {
  source: string;
  at: number;
}

/** One of several needs what one of them needs. */
function alternatives(reading: Reading): string[] | undefined {
  const each = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at += 1;
    each.push(sequence(reading));
  }
  return each.every((words) => words !== undefined) ? [...new Set(each.flat())] : undefined;
}

/** What follows one another needs all of its parts; the part that is found least often says most. */
function sequence(reading: Reading): string[] | undefined {
  let best: string[] | undefined;
  let run = '';
  const offer = (words: string[] | undefined) => {
    if (words && (!best || weight(words) > weight(best))) best = words;
  };
  const end = () => {
    if (run) offer([run.slice(0, MOST_SIGNS)]);
    run = '';
  };
  for (let next = reading.source[reading.at]; next !== undefined && next !== '|' && next !== ')'; ) {
    const { literal, words } = atom(reading);
    const least = leastTimes(reading);
    const repeated = least !== undefined;
    if (literal !== undefined && !repeated) run += literal;
    else {
      end();
      if (least !== 0) offer(literal === undefined ? words : [literal]);
    }
    next = reading.source[reading.at];
  }
  end();
  return best;
}

/** By the shortest word, which is in most texts; then by their number. */
const weight = (words: string[]) => Math.min(...words.map(({ length }) => length)) - words.length / 1000;

function atom(reading: Reading): { literal?: string; words?: string[] | undefined } {
  const { source, at } = reading;
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (sign === '(') return group(reading);
  if (sign === '[') return { words: signClass(reading) };
  if (sign === '\\') return escaped(reading);
  reading.at += sign.length;
  return '^$.'.includes(sign) ? {} : { literal: sign };
}

/** What stands around a match, or must not stand there, is not in it. */
function group(reading: Reading): { words?: string[] | undefined } {
  const opening = /\((?:\?(?:<?[=!]|:|<\w+>))?/y;
  opening.lastIndex = reading.at;
  const [open = '('] = opening.exec(reading.source) ?? [];
  reading.at += open.length;
  const words = alternatives(reading);
  reading.at += 1;
  return /[=!]$/.test(open) ? {} : { words };
}

function signClass(reading: Reading): string[] | undefined {
  const whole = /\[(?:\\.|[^\]\\])*\]/y;
  whole.lastIndex = reading.at;
  const [found = '['] = whole.exec(reading.source) ?? [];
  reading.at += found.length;
  const signs = found.slice(1, -1);
  return /[\\^-]/.test(signs) ? undefined : [...signs];
}

function escaped(reading: Reading): { literal?: string } {
  const whole = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|k<\w+>|.)/y;
  whole.lastIndex = reading.at;
  const [found = '\\'] = whole.exec(reading.source) ?? [];
  reading.at += found.length;
  return /^\\\W$/.test(found) ? { literal: found.slice(1) } : {};
}

/** How often at least what stands before must come; `undefined` where it is told once, without a sign. */
function leastTimes(reading: Reading): number | undefined {
  const sign = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;
  sign.lastIndex = reading.at;
  const found = sign.exec(reading.source);
  if (!found) return undefined;
  reading.at += found[0].length;
  return found[1] === undefined ? (found[0].startsWith('+') ? 1 : 0) : Number(found[1]);
}
