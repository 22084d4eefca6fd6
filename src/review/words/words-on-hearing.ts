import type { CaseFile } from '../../cases/case-file.ts';
import { hearingRefused } from '../hearing/hearing-refused.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

/** 听证后补充调取的记录，未经听证出示: what a decision says of itself. */
const AFTER_HEARING =
  /听证(?:会)?(?:结束|举行)?(?:之|以)?后[^。\n]{0,30}(?:调取|取得|收集|查明|补充|查实)[^。\n]{0,40}?(?:未|没有)(?:再)?(?:经过?|在|进行)?(?:当事人)?(?:听证|质证|出示|告知)/;

/** The right to a hearing that the only notice refuses, and facts that a decision says the hearing never saw. */
export function wordsOnHearing(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { hearing, priorNotices = [], services = [], decision } = file;
  const refusing = priorNotices.flatMap(({ paper }) => {
    const own = paperOf(paper);
    const words = own ? hearingRefused(own.text) : undefined;
    return own && words ? [{ own, words }] : [];
  });
  const [first] = refusing;
  const told = hearing?.toldOn;
  const apart = services.some(({ of }) => of === 'hearing-right-notice');
  const made = paperOf(decision?.paper);
  const later =
    made?.kind === 'decision' && hearing?.record?.outsideFacts === false
      ? AFTER_HEARING.exec(made.text)
      : null;
  return [
    ...(first && told && !apart && refusing.length === priorNotices.length
      ? [deniedWords('hearing.toldOn', told, undefined, first.own, first.words)]
      : []),
    ...(made && later ? [deniedWords('hearing.record.outsideFacts', false, true, made, later[0])] : []),
  ];
}
