const HAN_OR_SIGN = '[\\p{Script=Han}〇，。、；：？！“”‘’（）《》〈〉【】〔〕—…]';
const INNER_SPACE = new RegExp(`(?<=${HAN_OR_SIGN}) +(?=\\S)|(?<=\\S) +(?=${HAN_OR_SIGN})`, 'gu');

/**
 * Puts right what recognition gets wrong in Chinese papers again and again, where the place leaves no doubt: spaces
 * between characters, half-width signs, the brackets of a document number, 〇 in a year, 仟 in an amount.
 */
export function mendOcr(text: string): string {
  return text
    .replace(INNER_SPACE, '')
    .replace(/(?<=\p{Script=Han}) ?[:：] ?/gu, '：')
    .replace(/(?<=\p{Script=Han}) ?; ?/gu, '；')
    .replace(/(?<=\p{Script=Han}) ?, ?(?=\p{Script=Han})/gu, '，')
    .replace(/[[【{(（〔［]((?:19|20)\d{2})[\]】})）〕］](?=第?[\d〇零一二三四五六七八九十]{1,6} ?号)/g, '〔$1〕')
    .replace(/[〈《({[（]([^〈《》〉()（）[\]{}\n\t]{1,40})[)）]/g, '（$1）')
    .replace(/二[CGOQ0Oo@〇○◯。]{1,4}(?=[一二三四五六七八九][〇一二三四五六七八九]年)/g, '二〇')
    .replace(/(?<=二〇[一二三四五六七八九])[CGOQ0Oo@○◯。]{1,3}(?=年)/g, '〇')
    .replace(/(?<=[壹贰叁肆伍陆柒捌玖])什(?=[元圆整佰零壹贰叁肆伍陆柒捌玖万])/g, '仟');
}
