import { plainWords } from './plain-words.ts';

/** A document's number (文号, 案号) for comparing: one kind of bracket, half width, without 第 and 号. */
export function plainDocumentNumber(number: string): string {
  return (
    plainWords(number)
      .replaceAll(/[[〔【(〈<{]/g, '[')
      .replaceAll(/[\]〕】)〉>}]/g, ']')
      .replaceAll(/[第号]/g, '')
      .replace(/(?<=\])0+/, '')
      // (2025)示市监案1号 puts the year first.
      .replace(/^(.+?)(\[\d{4}\])/, '$2$1')
  );
}
