import type { CaseFile } from '../../cases/case-file.ts';
import { isThinned } from './is-thinned.ts';
import { plainWords } from './plain-words.ts';

/** Remarks in brackets that say something about the party and are no part of its name. */
const REMARK =
  /\((?:以下|下称|经营者|法定代表人|负责人|身份证|公民身份|统一社会|字号|原名|现名|(?:委托)?代理人|注册号|营业执照|曾用名|男|女|个体)[^()]*\)/g;

/**
 * Whether a paper names the party of the case: by its name, beside other parties, with a remark in brackets, by a short
 * name that the paper introduced, numbered in a list, or, for 个体工商户, by its operator. 有限公司 and 有限责任公司 are two names.
 */
export function samePartyName(
  written: string,
  party: CaseFile['party'],
  shortNames: { short: string; full: string }[] = [],
): boolean {
  const due = plainWords(party.name);
  const others = party.kind === 'individual-business' ? [party.operator, party.tradeName] : [];
  const known = [party.name, ...others].flatMap((name) => (name ? [plainWords(name)] : []));
  const people = [...known, ...(party.legalRepresentative ? [plainWords(party.legalRepresentative)] : [])];
  const introduced = shortNames
    .filter(({ full }) => plainWords(full).endsWith(due))
    .map(({ short }) => plainWords(short));
  const accepted = (name: string): boolean => {
    if (known.includes(name) || introduced.includes(name)) return true;
    const [, head = '', inside = ''] = /^(.+)\(([^()]+)\)$/.exec(name) ?? [];
    const short = inside.length >= 2 && isThinned(inside, due);
    // What stands in brackets behind a whole name describes it: its code, its ship, its branch of business.
    if (known.includes(head) && /^[\dA-Z]{15,20}$|^["“].+["”]?|轮$|号$|店$|分店$|门店$/.test(inside))
      return true;
    const runs = /^系?(.+?)的?经营者$/.exec(inside)?.[1];
    return known.includes(head) && (people.includes(inside) || short || known.includes(runs ?? ''));
  };
  const name = plainWords(written).replace(
    /^(?:[\d一二三四五六七八九十]+[.、]|\([\d一二三四五六七八九十]+\))/,
    '',
  );
  const bare = name.replaceAll(REMARK, '').replace(/等[\d一二三四五六七八九十两]*[人家户个单位名]*$/, '');
  return [name, bare, ...bare.split(/[、和及与]/)].some(accepted);
}
