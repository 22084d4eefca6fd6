import type { Statute } from '../read-statute-file.ts';
import { shortTitles } from './short-titles.ts';

/** What issuers put before a title and texts leave away. */
const ISSUER = /^(?:最高人民法院|最高人民检察院|国务院办公厅|国务院|与|和|、)+(?=关于|《|〈)/;
const TRIAL = /[（(](?:试行|暂行)[）)]$/;

type NamedNorm = Pick<Statute, 'title' | 'short'> & { versions: readonly { number?: string }[] };

/**
 * Finds the full title of a norm by any of its names: the title itself, without the name of the state or the issuer, its
 * short titles, its document numbers. A name that two norms could go by is nobody's, unless it is the whole title of one.
 */
export function titleNames(statutes: Iterable<NamedNorm>): (name: string) => string | undefined {
  const titles = new Map<string, string>();
  const names = new Map<string, string | undefined>();
  const add = (name: string, title: string) => {
    const key = plainTitle(name);
    if (key === '') return;
    names.set(key, names.has(key) && names.get(key) !== title ? undefined : title);
  };
  for (const { title, short, versions } of statutes) {
    titles.set(exactTitle(title), title);
    const plain = plainTitle(title);
    for (const name of [title, plain.replace(ISSUER, ''), plain.replace(TRIAL, '')]) add(name, title);
    for (const name of [...short, ...(shortTitles().get(title) ?? [])]) add(name, title);
    for (const { number } of versions) if (number) add(number, title);
  }
  return (name) => titles.get(name) ?? titles.get(exactTitle(name)) ?? names.get(plainTitle(name));
}

const PLAIN = /^[\u4e00-\u9fa5]*$/;

/** Titles compare without brackets and spaces, and whatever the width of their marks. */
function exactTitle(name: string): string {
  // Most names are asked for as they stand, and many thousand times over a long text.
  if (PLAIN.test(name)) return name;
  return name.normalize('NFKC').replace(/[《》〈〉<>\s]/g, '');
}

/** Beyond that, without the name of the state anywhere in them, and whatever stands between two issuers. */
export function plainTitle(name: string): string {
  if (PLAIN.test(name)) return name.replaceAll('中华人民共和国', '');
  return exactTitle(name)
    .replaceAll('中华人民共和国', '')
    .replace(/[、,·]/g, '')
    .replace(/[〔[【](\d{4})[〕\]】]/g, '($1)');
}
