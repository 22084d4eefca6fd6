/** What Chinese papers are written with, besides a few signs of other scripts. */
const USUAL =
  /[\p{Script=Han}\p{Script=Latin}\p{ASCII}\u00a0-\u00ff\u2010-\u27bf\u3000-\u303f\u3100-\u33ff\uff00-\uffef\s]/gu;
const STRANGE = 0.3;
const ENOUGH = 10;

/** Whether a font named its signs by numbers of its own, so that what is read is not what stands on the page. */
export function isGarbled(text: string): boolean {
  const length = [...text].length;
  return length >= ENOUGH && 1 - (text.match(USUAL)?.length ?? 0) / length > STRANGE;
}
