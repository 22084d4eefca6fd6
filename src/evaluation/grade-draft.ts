import type { Grade } from './grade.ts';
import type { DraftCase } from './suite.ts';

/** What the grader needs of a draft. */
export interface DraftLike {
  text: string;
  elements: { name: string; present: boolean }[];
  citations: { quote: string; state: string }[];
  unresolved: string[];
}

/** Exact: words that must or must not stand in it, the elements of Article 59, every citation in force, no unexpected gap. */
export function gradeDraft(entry: DraftCase, draft: DraftLike): Grade {
  const bad = draft.citations.filter((citation) => citation.state !== 'in-force');
  const absent = draft.elements.filter((element) => !element.present);
  const gaps =
    entry.gaps && draft.unresolved.filter((gap) => !entry.gaps?.some((name) => gap.includes(name)));
  const hidden = entry.gaps?.filter((name) => !draft.unresolved.some((gap) => gap.includes(name))) ?? [];
  const faults = [
    ...entry.contains.filter((words) => !draft.text.includes(words)).map((words) => `缺少“${words}”`),
    ...entry.lacks.filter((words) => draft.text.includes(words)).map((words) => `不应出现“${words}”`),
    ...(entry.elementsPresent ? absent.map((element) => `缺少要素“${element.name}”`) : []),
    ...bad.map((citation) => `引用“${citation.quote}”不是当日有效条款（${citation.state}）`),
    ...(gaps ?? []).map((gap) => `意外的空缺“${gap}”`),
    ...hidden.map((name) => `应标明而未标明的空缺“${name}”`),
  ];
  return {
    id: entry.id,
    passed: faults.length === 0,
    faults,
    figures: {
      'elements-present': draft.elements.length ? 1 - absent.length / draft.elements.length : 0,
      ...(draft.citations.length ? { 'citations-resolved': 1 - bad.length / draft.citations.length } : {}),
    },
  };
}
