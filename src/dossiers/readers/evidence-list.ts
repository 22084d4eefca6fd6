import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { type EvidenceItem, evidenceItemsIn } from '../words/evidence-items-in.ts';
import { evidenceKindOf } from '../words/evidence-kind-of.ts';
import { statementKind } from '../words/statement-kind.ts';

/** The papers that list the evidence, the fullest first. */
const LISTING: PaperKind[] = ['closing-report', 'decision', 'no-penalty-decision', 'prior-notice'];

/** 证据: each piece that the closing report or the decision lists, its kind, and what it is said to prove. */
export const evidenceList: Reader = (paper, dossier) => {
  if (!LISTING.includes(paper.kind)) return [];
  const known = listedEvidence(dossier);
  return namedItems(paper.text, known).flatMap(({ item, name }) => {
    // A notice only repeats what others list.
    if (paper.kind === 'prior-notice' && !known.includes(name)) return [];
    const key = keyOf(name);
    const kind = statementKind(name, dossier) ?? evidenceKindOf(name);
    return [
      ...(known.includes(name) && name !== item.name ? [] : [stated(`evidence[${key}].name`, name, item)]),
      ...(kind ? [stated(`evidence[${key}].kind`, kind, item)] : []),
      ...(item.proves ? [stated(`evidence[${key}].proves`, item.proves.words, item.proves)] : []),
    ];
  });
};

/** The pieces that a text lists, by their names in the fullest list; two pieces of one list are never the same. */
export function namedItems(text: string, known: readonly string[]): { item: EvidenceItem; name: string }[] {
  const items = evidenceItemsIn(text);
  return items.map((item) => {
    const name = nameAmong(item.name, known);
    return { item, name: items.some((one) => one !== item && one.name === name) ? item.name : name };
  });
}

export const keyOf = (name: string) => name.replaceAll(/[[\]]/g, '');

const kept = new WeakMap<readonly Paper[], string[]>();

/** The names of the fullest list of a dossier. */
export function listedEvidence(dossier: readonly Paper[]): string[] {
  const known = kept.get(dossier);
  if (known) return known;
  const lists = LISTING.flatMap((kind) =>
    dossier.filter((one) => one.kind === kind).map((one) => evidenceItemsIn(one.text)),
  );
  const names = [
    ...new Set((lists.find(({ length }) => length > 1) ?? []).map(({ name }: EvidenceItem) => name)),
  ];
  kept.set(dossier, names);
  return names;
}

/** 对店长王示的询问笔录 is the 询问笔录 of the list. */
function nameAmong(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  const same = known.filter(
    (one) => name.endsWith(one) || one.endsWith(name) || name.startsWith(one) || one.startsWith(name),
  );
  return same.length === 1 ? same[0]! : name;
}
