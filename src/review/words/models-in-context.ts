import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from './denied-words.ts';
import type { FigureInContext } from './figures-in-context.ts';

/** Papers whose words on the act a decision takes over. */
const COPIED: PaperKind[] = ['prior-notice', 'hearing-right-notice', 'closing-report', 'review-submission'];
/** 对其CX-5型净水器作, 销售的HB-200型灭火器: a model between the same words. */
const MODEL =
  /(?<before>[\p{sc=Han}“”‘’"「」]{4})(?<model>(?=[A-Za-z\d-]*\d)[A-Za-z][A-Za-z\d-]{1,14})(?<after>型号?[\p{sc=Han}]{2})/gu;
/** One paper alone may be the one that errs. */
const SEVERAL = 2;

/** A model that the decision tells otherwise than all papers do whose words it takes over. */
export function modelsInContext({ papers = [], decision }: CaseFile): FigureInContext[] {
  const found = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const own = papers[found];
  if (!own?.text || own.kind !== 'decision') return [];
  const ours = modelsIn(own.text);
  const theirs = papers.flatMap(({ kind, text }, told) =>
    text && COPIED.includes(kind) ? modelsIn(text).map((one) => ({ ...one, told })) : [],
  );
  const seen = new Set<string>();
  return ours.flatMap(({ place, model, words }): FigureInContext[] => {
    const there = theirs.filter((one) => one.place === place);
    const [first] = there;
    const others = new Set(there.map((one) => one.model));
    const papersThere = new Set(there.map(({ told }) => told));
    const here = ours.filter((one) => one.place === place);
    if (!first || seen.has(place) || others.size !== 1 || papersThere.size < SEVERAL) return [];
    if (others.has(model) || here.some((one) => others.has(one.model))) return [];
    seen.add(place);
    return [{ told: first.told, found, saidThere: first.words, saidHere: words }];
  });
}

function modelsIn(text: string): { place: string; model: string; words: string }[] {
  return [...plainText(text).matchAll(MODEL)].map(({ groups }) => {
    const { before = '', model = '', after = '' } = groups ?? {};
    return { place: `${before}|${after}`, model: model.toUpperCase(), words: `${before}${model}${after}` };
  });
}
