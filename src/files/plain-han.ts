/** Radicals that look like a character of their own other than the one that NFKC gives for them. */
const RADICALS: Record<string, string> = Object.fromEntries(
  Array.from(
    '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺗心⺘手⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺱网⺲网⺳网⺴网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⼾户⾭青'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, character]) => [radical!, character!],
  ),
);
const LOOKALIKE = /[\u2e80-\u2fd5\uf900-\ufad9]/g;
/** The private area and the sign for what is not known: letters of a font without a table of its characters. */
const UNKNOWN = /[\ue000-\uf8ff\ufffd]/g;

/** Radicals and compatibility signs as the characters that they show: ⾏ (U+2F8F) is 行 (U+884C) to every reader. */
export function hanOfRadicals(text: string): string {
  return text.replace(LOOKALIKE, (sign) => RADICALS[sign] ?? sign.normalize('NFKC'));
}

/**
 * Fonts in PDF files often name a radical (⼈ U+2F08) where the character (人 U+4EBA) is meant: on the page both are the
 * same. Characters that no table explains are left out.
 */
export function plainHan(text: string): string {
  return hanOfRadicals(text).replace(UNKNOWN, '');
}
