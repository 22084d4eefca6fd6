import { plainTitle } from './plain-title.ts';

/** 关于修改《…》的决定: a paper that changes other norms and is dated for them. */
const DECISION = /关于(?:修改|修订|修正).{2,}的决定$/;
/** The brackets are balanced, since titles quote titles. */
const TITLE = /《((?:[^《》]|《[^《》]*》)+)》/g;
/** 一、对《…》作出修改, 二、将《…》第三条…: where one decision changes several norms, each has its section. */
const SECTION = /^[一二三四五六七八九十]{1,4}、\s*(?:对|将|修改)?\s*(?=《)/;
/** 《…》《…》根据本决定作相应修改，重新公布. */
const ANEW = /根据本决定.*(?:修改|修正|修订|调整).*公布/;

/** Whether a title is that of a decision of amendment (修改决定). */
export function isAmendment(title: string): boolean {
  return DECISION.test(plainTitle(title));
}

/**
 * The titles, as `plainTitle` writes them, of the norms that some sections of a decision of amendment change; none where the
 * title is not that of such a decision. Norms that a section only mentions are not taken.
 */
export function readAmendments(title: string, texts: readonly string[]): string[] {
  if (!isAmendment(title)) return [];
  const found = new Set(titlesIn(plainTitle(title).replace(/^.*?关于(?:修改|修订|修正)/, '')));
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const head = SECTION.exec(line.trim());
    if (head) for (const one of titlesIn(line.trim()).slice(0, 1)) found.add(one);
    for (const sentence of line.split('。'))
      if (ANEW.test(sentence)) for (const one of titlesIn(sentence)) found.add(one);
  }
  return [...found];
}

function titlesIn(text: string): string[] {
  return [...text.matchAll(TITLE)].map((match) => plainTitle(match[1]!));
}
