import { type Citation, sameProvision } from '../../law/citation.ts';
import type { OwnViolation } from './own-violation.ts';

/** What an item is told by: its name, or the provisions breached and punishing. */
export interface ToldBy {
  name?: string | undefined;
  breached: readonly Citation[];
  punishing: readonly Citation[];
}

/**
 * Whether an agency's own list contains an item, a bundled one or the violation of a case: by its name, or by the same
 * provisions. False is 不在本机关清单; a list without any item answers nothing and must not be asked.
 */
export function isOwnItem(list: readonly OwnViolation[], item: ToldBy): boolean {
  return list.some((own) => sameName(own, item) || samePlaces(own, item));
}

export function sameName(one: ToldBy, other: ToldBy): boolean {
  return one.name !== undefined && other.name !== undefined && plainName(one.name) === plainName(other.name);
}

/** The same duty and the same penalty; lists often stop at the article. A side that a list does not name tells nothing. */
export function samePlaces(one: ToldBy, other: ToldBy): boolean {
  return covers(one.breached, other.breached) && covers(one.punishing, other.punishing);
}

/** Whether each side that a list names is the item's: a list often names the penalty alone. */
export function agrees(own: ToldBy, item: ToldBy): boolean {
  return (
    (own.breached.length === 0 || covers(own.breached, item.breached)) &&
    (own.punishing.length === 0 || covers(own.punishing, item.punishing))
  );
}

function covers(some: readonly Citation[], others: readonly Citation[]): boolean {
  if (some.length === 0 || others.length === 0) return false;
  const each = (from: readonly Citation[], to: readonly Citation[]) =>
    from.every((place) => to.some((one) => sameProvision(place, one)));
  return each(some, others) && each(others, some);
}

/** A name as lists print it: 对…的行政处罚, 对…行为的处罚. */
const AS_LISTED = /^对(.+?)的?(?:行政)?处罚$/su;
const PUNISHED = /^(.+?)(?:的行政处罚|的处罚|行为的?(?:行政)?处罚)$/su;

/** （2026年5月以前）, （2027年起施行的商标法）: tells two items of the catalogue apart, and is no part of what was done. */
const OF_TIME = /（(?:19|20)\d{2}年[^（）]*）$/u;

/**
 * The 案由 that a name of a list or of the catalogue stands for, as a case and its decision say it: without 对…的行政处罚,
 * 的行为, and the time in which it was punished so.
 */
export function causeOf(name: string): string {
  const listed = name.trim().replace(OF_TIME, '');
  const told = AS_LISTED.exec(listed)?.[1] ?? PUNISHED.exec(listed)?.[1];
  if (told === undefined) return listed;
  const cause = told
    .trim()
    .replace(/的?(?:违法)?行为$/u, '')
    .replace(/的$/u, '');
  return cause.length < 2 ? listed : cause;
}

/** “对未取得许可从事经营活动的行政处罚” and “未取得许可从事经营活动” name one thing. */
export function plainName(name: string): string {
  return name
    .trim()
    .replace(OF_TIME, '')
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .replace(/^对/, '')
    .replace(/(?:行政)?处罚$/, '')
    .replace(/的$/, '')
    .replace(/的?(?:违法)?行为$/, '');
}
