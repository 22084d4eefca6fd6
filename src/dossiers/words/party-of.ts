import type { Paper } from '../paper.ts';
import { isName } from './names-in.ts';
import { attributesIn } from './party-attributes.ts';
import { isOrganisation, type PartyMention, partyMentions } from './party-names.ts';

/** Who the party of a dossier is, as far as its papers agree on it. */
export interface PartyOf {
  name: string;
  person: boolean;
  /** The operators of an individual business that the papers name. */
  operators: ReadonlySet<string>;
  /** 个体工商户. */
  individualBusiness: boolean;
  /** Where each paper names the party, under this or a slightly different name. */
  mentions: ReadonlyMap<Paper, PartyMention[]>;
}

const kept = new WeakMap<readonly Paper[], PartyOf | undefined>();

/** The party that most papers name. Found once for a dossier. */
export function partyOf(dossier: readonly Paper[]): PartyOf | undefined {
  if (!kept.has(dossier)) kept.set(dossier, findParty(dossier));
  return kept.get(dossier);
}

function findParty(dossier: readonly Paper[]): PartyOf | undefined {
  const all = dossier.map((paper) => ({ paper, mentions: partyMentions(paper) }));
  const sure = all.flatMap(({ paper, mentions }) =>
    mentions.filter(({ how }) => how !== 'weak').map((mention) => ({ paper, ...mention })),
  );
  // A person who signs as 当事人 for a firm is not the party.
  const firms = sure.filter(({ name }) => isOrganisation(name) && !isName(name));
  const strong = (list: typeof sure) =>
    list.filter(
      ({ how, paper }) => how === 'strong' || paper.kind === 'decision' || paper.kind === 'prior-notice',
    );
  const pool =
    strong(firms).length > 0 || firms.length > 1
      ? firms
      : sure.filter(({ name }) => isName(name) || isOrganisation(name));
  const name = mostNamed(strong(pool).length > 0 ? strong(pool) : pool);
  if (name === undefined) return undefined;
  const mentions = new Map(
    all.map(({ paper, mentions: own }) => [paper, own.filter((mention) => isSame(mention, name, paper))]),
  );
  const person = isName(name) && !isOrganisation(name);
  const attributes = dossier.flatMap(({ kind, text }) =>
    ['interview-record', 'expert-opinion', 'documentary-evidence'].includes(kind)
      ? []
      : attributesIn(text, { start: 0, end: Math.min(text.length, 3000) }),
  );
  const operators = new Set(attributes.flatMap(({ key, value }) => (key === 'operator' ? [value] : [])));
  return {
    name,
    person,
    operators,
    individualBusiness: isIndividual(
      dossier,
      name,
      operators,
      attributes.map(({ value }) => value),
    ),
    mentions,
  };
}

function mostNamed(list: { name: string; paper: Paper }[]): string | undefined {
  const papers = Map.groupBy(list, ({ name }) => name);
  return [...papers]
    .map(([name, group]) => ({
      name,
      count: new Set(group.map(({ paper }) => paper.id)).size,
      read: group.some(({ paper }) => !paper.ocr),
    }))
    .sort((one, other) => Number(other.read) - Number(one.read) || other.count - one.count)[0]?.name;
}

/** The same name, or one that a slip of the pen makes of it; a misread scan makes nothing. */
function isSame({ name, how }: PartyMention, known: string, paper: Paper): boolean {
  if (name === known) return true;
  if (paper.ocr) return false;
  if (name.length === known.length && differing(name, known) <= (known.length > 5 ? 2 : 1)) return true;
  return (
    how === 'strong' &&
    isOrganisation(name) &&
    !isName(name) &&
    isOrganisation(known) &&
    !known.includes(name) &&
    !name.includes(known)
  );
}

const differing = (one: string, other: string) =>
  [...one].filter((sign, index) => sign !== other[index]).length;

function isIndividual(
  dossier: readonly Paper[],
  name: string,
  operators: ReadonlySet<string>,
  values: string[],
): boolean {
  if (/公司|合作社|医院|学校|集团/.test(name)) return false;
  if (values.some((value) => /^92[0-9A-Z]{16}$/.test(value))) return true;
  if (values.some((value) => /^91[0-9A-Z]{16}$/.test(value))) return false;
  return (
    operators.size > 0 ||
    dossier.some(
      ({ kind, text }) =>
        /^(?:decision|identity-proof|closing-report|filing-approval)$/.test(kind) &&
        /(?:类型|组成形式|性质|系|[（(])[:：\s]*个体(?:工商)?户?/.test(text),
    )
  );
}
