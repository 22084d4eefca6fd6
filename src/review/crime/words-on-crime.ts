import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { deniedWords, type PaperOf } from '../words/denied-words.ts';
import type { OtherWords } from '../words/words-against-notes.ts';
import { admitsReached } from './admits-reached.ts';

/** Papers in which the agency itself, or whom it asked, says what it takes the act for. */
const SAYING: PaperKind[] = [
  'filing-approval',
  'closing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'decision',
  'expert-opinion',
  'hearing-report',
  'remarks',
];
const SUSPECTED =
  /(?<![不未]|没有|是否|可能|无|能否)(?:已经?|依法|构成|明显)?涉嫌(?:构成)?[^,。;\n]{0,14}?(?:犯罪|罪)(?!的?(?:情形|线索|问题)?(?:的?可能)?(?:不|没有|未))|(?<!不|无|毋|无需|不需要?|没有)(?:应当?|需要?|建议)(?:依法)?移送(?:公安|司法)/;
const NEGATED =
  /没有|无(?:任何)?(?:应当?|须|依法|需要|移送)|毋须|不须|未发现|未达|不涉嫌|不构成|不存在|无涉嫌|不应|无需|不需|未涉嫌|尚未|没达|低于|不足/;
/** 某站站长涉嫌受贿: a clue against an official is no suspicion against the party; a rule of its own asks for it. */
const OF_OFFICIALS = /职务(?:犯罪|违法)|受贿|索贿|贪污|渎职|滥用职权|玩忽职守|徇私|公职人员|监察(?:机关|委)/;
const SENT =
  /(?:已|同日|日)(?:经|依法|将[^,。;]{0,8})?(?:移送|移交|移转)(?:给|至|到)?(?:[^,。;]{0,10})(?:公安|司法|检察)/;
/** 立案时涉嫌 is what the filing was for; only the fixed words count there. */
const OUTRIGHT_ONLY: PaperKind[] = SAYING.filter(
  (kind) => kind !== 'closing-report' && kind !== 'review-opinion',
);

/** A suspicion of a crime that a paper of the case tells, where nobody noted one and nothing was referred. */
export function wordsOnCrime({ papers = [], referral }: CaseFile, paperOf: PaperOf): OtherWords[] {
  if (!referral || referral.suspected === true || referral.sentAt) return [];
  for (const { id, kind } of papers) {
    const own = SAYING.includes(kind) ? paperOf(id) : undefined;
    if (!own || SENT.test(own.text)) continue;
    for (const sentence of own.text.split(/[。;\n]/)) {
      if (OF_OFFICIALS.test(sentence)) continue;
      const suspected =
        referral.suspected === false && !OUTRIGHT_ONLY.includes(kind) && !NEGATED.test(sentence)
          ? SUSPECTED.test(sentence)
          : false;
      const clause = admitsReached(sentence);
      if (suspected || clause) {
        return [
          deniedWords('referral.suspected', referral.suspected, true, own, clause ?? sentence.slice(-40)),
        ];
      }
    }
  }
  return [];
}
