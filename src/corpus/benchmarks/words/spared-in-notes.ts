import { plainNumber } from '../../../law/plain-number.ts';

/** 对个人实施第2至5项违法行为，情形较轻的，处警告，不处罚款: what a note lays down for some items instead of the span. */
interface SparedInNotes {
  who?: 'unit' | 'person';
  ranks: string[];
  /** The numbers of the items; all of them where none is named. */
  items?: string[];
}

const SPARED =
  /^(?:(?:\d{1,2}[.．、]|[（(][^（）()]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)?(?:其中[，,：:]?)?)(?:对?(?<who>个人|自然人|公民|单位)(?![、和及与或])[^，。；：]*?)?(?:第(?<items>[\d一二三四五六七八九十、至到和及\-—~～第项]+?)项[^，。；：]*)?[，,]?(?:违法)?(?:情形|情节|程度)?(?:为|属于)?(?<ranks>(?:[一-鿿]{1,4}[、和及])*[一-鿿]{1,4})的[，,](?:只|仅)?(?:处以?|给予|予以)警告[，,](?:不|不予|不再|不并)(?:处以?|并处)?罚款/;
const SPEAKS = /警告[^。；]*(?:不|免)[^。；，警]{0,3}罚款|不(?:处以?|予|再|并处)罚款[^。；]*警告/;

/** What the notes say of ranks that are only warned; 'unread' where they say it in words that are not understood. */
export function sparedInNotes(
  notes: readonly string[],
  isRank: (word: string) => boolean,
): SparedInNotes[] | 'unread' {
  const found: SparedInNotes[] = [];
  for (const note of notes.flatMap((line) => line.replaceAll(/[^\S\n]/g, '').split(/[\n。]/))) {
    if (!SPEAKS.test(note.split(/；/)[0]!) && !SPEAKS.test(note)) continue;
    const { who, items, ranks = '' } = SPARED.exec(note)?.groups ?? {};
    const words = ranks.split(/[、和及]/).filter(Boolean);
    const numbers = items === undefined ? undefined : itemsIn(items);
    if (words.length === 0 || !words.every(isRank) || numbers === null) return 'unread';
    // 情形一般、严重的，按上述比例处罚款，不处警告 says no more than the span.
    const rest = note.slice(note.indexOf(SPARED.exec(note)![0]) + SPARED.exec(note)![0].length);
    if (rest !== '' && !/^；[^\d；]*按[^\d；]*(?:比例|标准|幅度)[^\d；]*罚款[^\d；]*$/.test(rest))
      return 'unread';
    found.push({
      ...(who ? { who: who === '单位' ? ('unit' as const) : ('person' as const) } : {}),
      ranks: words,
      ...(numbers ? { items: numbers } : {}),
    });
  }
  return found;
}

/** 2至5, 2、4和6; null where the words are no such list. */
function itemsIn(words: string): string[] | null {
  const all: string[] = [];
  for (const part of words.replaceAll(/[第项]/g, '').split(/[、和及]/)) {
    const [from, to = from] = part.split(/[至到\-—~～]/).map((one) => Number(plainNumber(one)));
    if (from === undefined || to === undefined || !(from > 0) || !(to >= from) || to - from > 200)
      return null;
    for (let item = from; item <= to; item++) all.push(String(item));
  }
  return all;
}
