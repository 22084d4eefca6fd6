import { isThinned } from './is-thinned.ts';
import { plainWords } from './plain-words.ts';

/**
 * Whether two addresses may mean one place: the shorter is part of the longer, or leaves out only words (a city, a
 * district) while every number stands in both. A different number is a different place.
 */
export function sameAddress(one: string, other: string): boolean {
  const [short, long] = [plainAddress(one), plainAddress(other)].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  const at = long.indexOf(short);
  const cut = /\d/.test(long[at - 1] ?? '') && /^\d/.test(short);
  const open = /\d/.test(long[at + short.length] ?? '') && /\d$/.test(short);
  if (at >= 0 && short.length >= 3 && !cut && !open) return true;
  const numbers = (address: string) => (address.match(/\d+/g) ?? []).join(' ');
  return short.length >= 4 && numbers(short) === numbers(long) && isThinned(short, long);
}

function plainAddress(address: string): string {
  return plainWords(address)
    .replaceAll(/[()、,。.]/g, '')
    .replace(/^中国/, '');
}
