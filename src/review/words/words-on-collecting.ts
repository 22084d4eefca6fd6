import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const TELLING: PaperKind[] = [
  'closure-approval',
  'receipt',
  'proof-of-service',
  'decision',
  'remarks',
  'other',
];
/** 由执法人员当场收取现金, 向当事人收取罚款现金8000元. */
const TAKEN =
  /(?:当场|现场|直接)(?:向[^,。;\n]{1,12})?(?:收取|收缴|收下|收了|收到)[^,。;\n]{0,12}(?:现金|罚款)|(?:执法|承办|办案)人员[^,。;\n]{0,30}(?:收取|收缴|收下|代收)[^,。;\n]{0,10}(?:现金|罚款)/;
const RULE = /未|没有|不(?:得|予|能|是)|可以|应当|应该|有权|拒绝|如|是否|严禁|禁止|依法当场|第[^,。;]{1,6}条/;
const NO_RECEIPT =
  /(?:未|没有|未能)(?:向[^,。;\n]{1,10})?(?:出具|开具|给|提供|开)[^,。;\n]{0,14}(?:票据|收据|发票)/;

/** A fine that somebody of the agency took in cash, as a paper tells, though it was noted to be paid into the bank. */
export function wordsOnCollecting({ papers = [], performance }: CaseFile, paperOf: PaperOf): OtherWords[] {
  const noted = performance?.onTheSpot;
  if (noted?.collected !== false) return [];
  return papers.flatMap(({ id, kind }): OtherWords[] => {
    const own = TELLING.includes(kind) ? paperOf(id) : undefined;
    const told = own?.text
      .split(/[。;\n]/)
      .map((sentence) => ({
        clause: sentence.split(',').find((one) => TAKEN.test(one) && !RULE.test(one)),
        receipt: NO_RECEIPT.exec(sentence)?.[0],
      }))
      .find(({ clause }) => clause !== undefined);
    if (!own || !told?.clause) return [];
    const at = 'performance.onTheSpot';
    return [
      deniedWords(`${at}.collected`, false, true, own, told.clause),
      ...(told.receipt ? [deniedWords(`${at}.receipt`, noted.receipt, false, own, told.receipt)] : []),
    ];
  });
}
