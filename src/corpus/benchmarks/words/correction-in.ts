const NOT_DONE =
  /^(?:经?责令(?:限期)?改正(?:后|而)?，?)?(?:(?:逾期|限期|期满|到期)(?:仍|内|后)?(?:拒?不|未|没有)(?:予以?|按要求)?(?:改正|整改|改)(?:或者(?:拒不|逾期不|未)(?:改正|整改))?|(?:仍|仍然)?拒不(?:改正|整改)|(?:仍|仍然)不(?:改正|整改)|未(?:按期|按时|在(?:规定|限定|责令(?:改正)?)的?(?:期限|时限|时间)内)(?:改正|整改)(?:完毕)?)$/;
const DONE =
  /^(?:经?责令(?:(?:限期)?改正|整改)?(?:后)?，?)?(?:在?(?:限期|期限|按期|按时)内?(?:已|完成|予以)?(?:改正|整改)(?:完毕)?|在?(?:规定|限定|责令(?:限期)?(?:改正|整改)?)的?(?:期限|时限|时间)内(?:已|完成|予以)?(?:改正|整改)(?:完毕)?|(?:按照?)要求(?:按期)?(?:改正|整改))$/;

/** Whether words say that the party did not correct in the time that it was given (逾期未改正, 拒不改正) or that it did; else `undefined`. */
export function correctionIn(words: string): boolean | undefined {
  const text = words.replaceAll(/\s/g, '').replace(/的$/, '');
  if (NOT_DONE.test(text)) return true;
  return DONE.test(text) ? false : undefined;
}
