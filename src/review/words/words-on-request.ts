import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { type Day, isDay } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

/** The party's own papers; then those in which the agency tells what the party did. */
const OWN: PaperKind[] = ['hearing-request', 'defence-record', 'documentary-evidence', 'other'];
const TOLD: PaperKind[] = [
  'decision',
  'interview-record',
  'proof-of-service',
  'review-opinion',
  'decision-approval',
  'discussion-minutes',
  'remarks',
];
const ASKS =
  /(?:要求|申请|请求|希望|恳请)[^,。;\n]{0,16}听证|(?:提出|提交|递交)[^,。;\n]{0,10}听证[^,。;\n]{0,4}(?:申请|要求|请求)|(?:我|本公司|本店|我们?)要(?:依法)?听证/;
/** What a clause that only tells of a right, a period, a waiver or a withdrawal says. */
const NOT_ASKED =
  /没有|未|放弃|逾期|有权|可以|可(?:在|于|自)|如果?|若|是否|权利|期限|视为|告知|撤回|取消|不(?!服|同意|认可|认同|接受)|的,?$|可否|请问|应当?(?:在|于)|费用/;
/** 不放弃听证 asks for it as much as it gives nothing up. */
const NOT_GIVEN_UP = /(?:不|没有|并未|从未)放弃[^,。;\n]{0,10}(?:听证|权利)/;

/** A hearing that a paper shows to have been asked for, and no waiver any more from that day on. */
export function wordsOnRequest({ papers = [], hearing }: CaseFile, paperOf: PaperOf): OtherWords[] {
  if (!hearing || hearing.requested === true) return [];
  for (const kinds of [OWN, TOLD]) {
    for (const { id, kind } of papers) {
      const own = kinds.includes(kind) ? paperOf(id) : undefined;
      const words = own && requestIn(own.text);
      if (own && words)
        return [
          deniedWords('hearing.requested', hearing.requested, true, own, words),
          ...rest(own, words, hearing, kinds === OWN),
        ];
    }
  }
  return [];
}

function requestIn(text: string): string | undefined {
  return text
    .split(/[。;\n,]/)
    .map((clause) => clause.replace(NOT_GIVEN_UP, ''))
    .find((clause) => ASKS.test(clause) && !NOT_ASKED.test(clause));
}

/** In a paper of the party's own the day at its end is that of the request; a waiver noted before it does not undo it. */
function rest(
  own: PlainPaper,
  words: string,
  { requestedOn, waivedOn }: NonNullable<CaseFile['hearing']>,
  ofParty: boolean,
): OtherWords[] {
  const last = daysIn(own.text).findLast(({ relative }) => !relative)?.day;
  const noted = own.date && isDay(own.date) ? own.date : undefined;
  const day: Day | undefined = ofParty ? (last ?? noted) : undefined;
  const undone = waivedOn !== undefined && day !== undefined && waivedOn <= day;
  return [
    ...(day && !requestedOn ? [deniedWords('hearing.requestedOn', requestedOn, day, own, words)] : []),
    ...(undone ? [deniedWords('hearing.waivedOn', waivedOn, undefined, own, words)] : []),
  ];
}
