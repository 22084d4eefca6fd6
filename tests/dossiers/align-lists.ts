import type { TestDossier } from '../support/render-dossier.ts';

export type Tree = Record<string, unknown>;

/** Words apart from width, spaces, quotation marks and the shape of brackets. */
export function plainWords(value: unknown): string {
  return String(value)
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[\s《》“”"'‘’]|[。.；;，,]$/g, '');
}

/** 现场照片4张 and 现场照片, 移动式插座26只（实物）and 移动式插座26只 name the same evidence. */
const bareName = (value: unknown) =>
  plainWords(value)
    .replace(/\([^()]*\)$/, '')
    .replace(/[各共]?[\d一二三四五六七八九十]+[份张页只个盒件册组套枚段](?:及光盘)?$/, '');

const same = (one: unknown, other: unknown) =>
  one !== undefined && other !== undefined && plainWords(one) === plainWords(other);

const dayOf = (act: Tree) => String(act.date ?? act.startedAt ?? '').slice(0, 10);

/** How surely two entries of a list are about the same thing; 0 is not at all. */
const ALIKE: Record<string, (one: Tree, other: Tree) => number> = {
  officers: (one, other) => (same(one.name, other.name) ? 1 : 0),
  services: (one, other) => {
    const day =
      same(one.servedOn, other.servedOn) ||
      same(one.publishedOn, other.publishedOn) ||
      same(one.postedOn, other.postedOn);
    return (one.of === other.of ? 1 : 0) + (day ? 0.6 : 0) + (same(one.number, other.number) ? 0.6 : 0);
  },
  evidence: (one, other) => {
    const [a, b] = [bareName(one.name), bareName(other.name)];
    if (same(one.name, other.name)) return 3;
    return a === b ? 2 : a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a)) ? 1 : 0;
  },
  acts: (one, other) =>
    one.kind === other.kind ? (dayOf(one) === dayOf(other) ? 2 : 0.5) : dayOf(one) === dayOf(other) ? 0.2 : 0,
  penalties: (one, other) => (one.type === other.type ? 1 + (one.amount === other.amount ? 1 : 0) : 0),
  priorNotices: (one, other) => 0.1 + (same(one.number, other.number) || same(one.date, other.date) ? 1 : 0),
  agents: (one, other) => (same(one.name, other.name) ? 1 : 0),
  points: (one, other) => {
    const [a, b] = [plainWords(one.text), plainWords(other.text)];
    return a.includes(b) || b.includes(a) ? 2 : 0.1;
  },
};

/** Pairs the entries of a list of the truth with those that were read, the surest pairs first. */
export function alignLists(
  name: string,
  truth: readonly Tree[],
  read: readonly Tree[],
): { truth?: Tree; read?: Tree }[] {
  const alike = ALIKE[name] ?? (() => 0.1);
  const pairs = truth
    .flatMap((one, i) => read.map((other, j) => ({ one, other, i, j, score: alike(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const taken = new Map<Tree, Tree>();
  const used = new Set<Tree>();
  for (const { one, other } of pairs) {
    if (taken.has(one) || used.has(other)) continue;
    taken.set(one, other);
    used.add(other);
  }
  return [
    ...truth.map((one) => ({ truth: one, read: taken.get(one) })),
    ...read.filter((other) => !used.has(other)).map((other) => ({ read: other })),
  ];
}

/** Whether a value that was read is the one of the truth. */
export function sameAsTruth(field: string, truth: unknown, read: unknown): boolean {
  if (typeof truth !== 'string' || typeof read !== 'string') return truth === read;
  if (field === 'evidence[].name') return bareName(truth) === bareName(read) || alignedNames(truth, read);
  return plainWords(truth) === plainWords(read);
}

function alignedNames(truth: string, read: string): boolean {
  const [a, b] = [bareName(truth), bareName(read)];
  return a.includes(b) || b.includes(a);
}

/** The kinds of the papers, file by file, as the author of a dossier gives them. */
export function kindsByFile({ papers }: Pick<TestDossier, 'papers'>): Map<string, string[]> {
  return new Map(papers.map(({ file, kinds }) => [file, [...kinds]]));
}
