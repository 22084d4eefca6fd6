import { chineseNumeral } from '../../law/citation.ts';
import { childOf, childrenOf, type XmlNode } from '../parse-xml.ts';

/** The numbers that Word puts before paragraphs by itself: they stand on the page, though not in the text. */
export interface DocxNumbering {
  /** The label of the next paragraph with these properties, with the space after it; empty for none. */
  labelOf(properties: XmlNode | undefined, fromStyle: XmlNode | undefined): string;
}

interface Level {
  start: number;
  format: string;
  pattern: string;
}

export function docxNumbering(part: XmlNode | undefined): DocxNumbering {
  const root = childOf(part, 'w:numbering');
  const elements = root ? childrenOf(root) : [];
  const abstracts = new Map(
    elements
      .filter(({ name }) => name === 'w:abstractNum')
      .map((node) => [node.attributes['w:abstractNumId'] ?? '', levelsOf(node)]),
  );
  const lists = new Map(
    elements
      .filter(({ name }) => name === 'w:num')
      .map((node) => {
        const abstract = childOf(node, 'w:abstractNumId')?.attributes['w:val'] ?? '';
        const levels = new Map(abstracts.get(abstract));
        for (const change of childrenOf(node).filter(({ name }) => name === 'w:lvlOverride')) {
          const at = Number(change.attributes['w:ilvl']);
          const level = levels.get(at);
          const start = Number(childOf(change, 'w:startOverride')?.attributes['w:val']);
          if (level && Number.isInteger(start)) levels.set(at, { ...level, start });
        }
        return [node.attributes['w:numId'] ?? '', levels];
      }),
  );
  const counts = new Map<string, number[]>();

  return {
    labelOf(properties, fromStyle) {
      const own = childOf(properties, 'w:numPr') ?? fromStyle;
      const id = childOf(own, 'w:numId')?.attributes['w:val'] ?? '';
      const levels = lists.get(id);
      const at = Number(childOf(own, 'w:ilvl')?.attributes['w:val'] ?? 0);
      const level = levels?.get(at);
      if (!levels || !level) return '';
      const count = counts.get(id) ?? [];
      counts.set(id, count);
      count[at] = (count[at] ?? level.start - 1) + 1;
      count.length = at + 1;
      if (level.format === 'bullet' || level.format === 'none') return '';
      return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
        const other = levels.get(Number(digit) - 1);
        return other ? numberIn(other.format, count[Number(digit) - 1] ?? other.start) : '';
      });
    },
  };
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  const value = (level: XmlNode, name: string) => childOf(level, name)?.attributes['w:val'];
  return new Map(
    childrenOf(abstract)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        Number(level.attributes['w:ilvl']),
        {
          start: Number(value(level, 'w:start') ?? 1),
          format: value(level, 'w:numFmt') ?? 'decimal',
          pattern: value(level, 'w:lvlText') ?? '',
        },
      ]),
  );
}

function numberIn(format: string, value: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return value >= 1 && value < 1000 ? chineseNumeral(value) : String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
      return [...String(value)].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
    default:
      return String(value);
  }
}

const letter = (value: number) =>
  value >= 1 && value < 1000
    ? String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
    : String(value);

const ROMAN: [number, string][] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 89) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
