/** Signs of the pictorial fonts that forms use for boxes and ticks: font, then code, then what people see. */
const SIGNS: Record<string, Record<string, string>> = {
  Wingdings: {
    '6F': '□',
    '71': '□',
    A8: '□',
    FB: '☒',
    FC: '√',
    FD: '☒',
    FE: '☑',
    '78': '☒',
  },
  'Wingdings 2': { A3: '□', '2A': '□', '50': '√', '4F': '×', '51': '☒', '52': '☑', '53': '☒', '54': '☒' },
};

/** What a `w:sym` shows; nothing for a sign without a meaning in a form. */
export function docxSymbol(font: string, code: string): string {
  // The codes stand in the private area of Unicode, from F000.
  const sign = code.toUpperCase().replace(/^F0(?=..$)/, '');
  const known = SIGNS[font]?.[sign];
  if (known) return known;
  const point = Number.parseInt(code, 16);
  return point >= 0x20 && point < 0xe000 ? String.fromCodePoint(point) : '';
}
