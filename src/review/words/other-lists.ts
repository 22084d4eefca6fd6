import type { CaseFile } from '../../cases/case-file.ts';
import { valueAt } from '../../cases/read-case-file.ts';
import type { PaperFact } from '../../dossiers/settle-facts.ts';
import { bareNumber } from '../steps/bare-number.ts';
import { wholeDecisionText } from '../steps/whole-decision-text.ts';
import { type OtherWords, wordsOf } from './words-against-notes.ts';

type Entry = Record<string, unknown>;

/** Lists that the words of a paper state otherwise: the penalties, the provisions, the officers who signed, the numbers. */
export function otherLists(file: CaseFile, facts: readonly PaperFact[]): OtherWords[] {
  const notices = placed(file.priorNotices, 'priorNotices');
  const acts = placed(file.acts, 'acts');
  const report = file.closingReport?.paper;
  const decision = file.decision?.paper;
  const only = (paper: string | undefined, prefix: string) =>
    grouped(
      facts.filter((fact) => paper !== undefined && fact.paper.id === paper),
      prefix,
    );
  return [
    ...penalties(
      file,
      'decision.penalties',
      only(decision, 'decision.penalties'),
      wholeDecisionText(file) !== undefined,
    ),
    ...penalties(file, 'proposal.penalties', only(report, 'proposal.penalties'), false),
    ...provisions(file, 'provisions.breached', only(decision, 'provisions.breached')),
    ...provisions(file, 'provisions.punishing', only(decision, 'provisions.punishing')),
    ...notices.flatMap(({ path, key, paper }) => [
      ...penalties(file, `${path}.penalties`, only(paper, `${key}.penalties`), wholeNotice(file, paper)),
      ...provisions(file, `${path}.breached`, only(paper, `${key}.breached`)),
      ...provisions(file, `${path}.punishing`, only(paper, `${key}.punishing`)),
    ]),
    ...acts.flatMap(({ path, key, paper }) => [
      ...signers(file, `${path}.officersSigned`, only(paper, `${key}.officersSigned`)),
      ...signers(file, `${path}.officers`, only(paper, `${key}.officers`)),
      ...numbers(file, `${path}.certificateNumbers`, only(paper, `${key}.certificateNumbers`)),
    ]),
  ];
}

/** From the facts to the rights: an extract says nothing of what it leaves out. */
function wholeNotice({ papers }: CaseFile, paper: string): boolean {
  const text = papers?.find(({ id }) => id === paper)?.text ?? '';
  return /违反/.test(text) && /依据|根据|依照/.test(text) && /陈述|申辩|听证/.test(text);
}

function placed(list: readonly { paper?: string | undefined }[] = [], name: string) {
  return list.flatMap(({ paper }, index) => {
    const alone = list.filter((one) => one.paper === paper).length === 1;
    return paper && alone ? [{ path: `${name}.${index}`, key: `${name}[${paper}]`, paper }] : [];
  });
}

interface Group {
  key: string;
  entry: Entry;
  fact: PaperFact;
}

/** The entries of a keyed list with their values: `decision.penalties[fine].amount` → fine, {amount}. */
function grouped(facts: readonly PaperFact[], prefix: string): Group[] {
  const groups = new Map<string, Group>();
  for (const fact of facts) {
    if (!fact.path.startsWith(`${prefix}[`)) continue;
    const [, key = '', leaf] = /^([^\]]*)\](?:\.([^.[\]]+))?$/.exec(fact.path.slice(prefix.length + 1)) ?? [];
    if (!key) continue;
    const group = groups.get(key) ?? { key, entry: {}, fact };
    if (leaf) group.entry[leaf] = fact.value;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function other(path: string, noted: unknown, stated: unknown, { fact }: Group): OtherWords {
  return { path, noted, stated, ...wordsOf(fact) };
}

/** A kind of penalty in the words that nobody noted; where the whole text is there, also the other way round. */
function penalties(file: CaseFile, path: string, groups: Group[], whole: boolean): OtherWords[] {
  const noted = listAt(file, path);
  const first = groups[0];
  if (!noted || !first) return [];
  const own = noted.map(({ type }) => type);
  const said = groups.map(({ entry }) => entry.type);
  const more = groups.find(({ entry }) => !own.includes(entry.type));
  const less = whole && own.some((type) => !said.includes(type));
  if (!more && !less) return [];
  return [
    other(
      path,
      noted,
      groups.map(({ entry }) => entry),
      more ?? first,
    ),
  ];
}

/** An article noted that the paper does not cite, while it cites another in its place. */
function provisions(file: CaseFile, path: string, groups: Group[]): OtherWords[] {
  const noted = listAt(file, path);
  if (!noted || groups.length === 0) return [];
  const named = ({ law, article }: Entry) => `${String(law).replace(/^中华人民共和国/, '')} ${article}`;
  const own = noted.map(named);
  const said = groups.map(({ entry }) => named(entry));
  const strange = groups.find(({ entry }) => !own.includes(named(entry)));
  // 第一款第一项、第四项: of several items of one article each may be written apart.
  const itemsOf = (list: readonly Entry[], entry: Entry) =>
    list.flatMap((one) => (named(one) === named(entry) && one.item !== undefined ? [one.item] : []));
  const stated = groups.map(({ entry }) => entry);
  const moved = groups.find(({ entry }) => {
    const [here, there] = [itemsOf(stated, entry), itemsOf(noted, entry)];
    return here.length > 0 && there.length > 0 && !here.some((item) => there.includes(item));
  });
  const lost = own.some((one) => !said.includes(one));
  const odd = strange && lost ? strange : moved;
  return odd
    ? [
        other(
          path,
          noted,
          groups.map(({ entry }) => entry),
          odd,
        ),
      ]
    : [];
}

/** Characters at the end of a paper where people sign. */
const TAIL = 120;

/** Fewer officers in the words than were noted, all of them known. One whose name stands there was only not read. */
function signers(file: CaseFile, path: string, groups: Group[]): OtherWords[] {
  const noted: unknown = valueAt(file, path);
  const first = groups[0];
  if (!Array.isArray(noted) || !first) return [];
  const nameOf = (id: unknown) => file.officers?.find((officer) => officer.id === id)?.name;
  const ids = groups.map(({ key }) => file.officers?.find(({ name }) => name === key)?.id);
  const known = ids.every((id) => id !== undefined && noted.includes(id));
  const { text } = first.fact.paper;
  const place = path.endsWith('officersSigned') ? text.trimEnd().slice(-TAIL) : text;
  const lacking = noted.filter((id) => !ids.includes(id) && !place.includes(nameOf(id) ?? '\0'));
  return known && lacking.length > 0 ? [other(path, noted, ids, first)] : [];
}

function numbers(file: CaseFile, path: string, groups: Group[]): OtherWords[] {
  const noted: unknown = valueAt(file, path);
  if (!Array.isArray(noted) || groups.length !== noted.length) return [];
  const known = noted.map((one) => bareNumber(String(one)));
  const odd = groups.find(({ key }) => !known.includes(bareNumber(String(key))));
  return odd
    ? [
        other(
          path,
          noted,
          groups.map(({ key }) => key),
          odd,
        ),
      ]
    : [];
}

function listAt(file: CaseFile, path: string): Entry[] | undefined {
  const list: unknown = valueAt(file, path);
  return Array.isArray(list) && list.length > 0 ? (list as Entry[]) : undefined;
}
