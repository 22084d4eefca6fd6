import { divisionsOf } from '../../law/divisions-of.ts';

/** Characters before the name of the division in which a fuller name can begin. */
const BEFORE = 12;

/**
 * The region of an organ by its name (示例市市场监督管理局 → 示例市), with the wider divisions that its text puts before that name
 * somewhere: 示例省示例市. `undefined` for an organ whose name tells none.
 */
export function regionOfText(agency: string, text: string): string | undefined {
  const { province = '', city = '', county = '' } = divisionsOf(agency);
  const own = `${province}${city}${county}`;
  if (own === '' || own === agency) return undefined;
  if (province) return own;
  let fullest = own;
  for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + own.length)) {
    const end = at + own.length;
    for (let start = at - 1; start >= Math.max(0, at - BEFORE); start--) {
      // A name begins behind a sign that is no letter or a word of place, never inside a word.
      if (start > 0 && /(?![在于址自由至])\p{sc=Han}/u.test(text[start - 1] ?? '')) continue;
      const found = divisionsOf(text.slice(start, end));
      const whole = `${found.province ?? ''}${found.city ?? ''}${found.county ?? ''}`;
      if (whole === text.slice(start, end) && whole.length > fullest.length) fullest = whole;
      break;
    }
  }
  return fullest;
}
