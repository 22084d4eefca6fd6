import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import { fen } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { deniedWords, type PaperOf, UNSIGNED } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';
import { wordsOnOpinions } from './words-on-opinions.ts';

const HEARING_UNSIGNED = /(?:当事人|代理人)[^。;\n]{0,8}(?:未|没有)(?:在[^。;\n]{0,12})?(?:签名|签字)/;
const REVIEW_UNSIGNED = new RegExp(
  String.raw`审核人(?:员)?(?:\(?(?:签名|签字)\)?)?:(?:${UNSIGNED}|(?=[,。;\n(]|$|\d{4}年))`,
);
/** What the papers of the stages say of them otherwise than noted: signatures, requests, suspicions, who approved. */
export function wordsOnStages(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { hearing, review } = file;
  const record = (file.papers ?? []).find(({ kind }) => kind === 'hearing-record');
  const heard = paperOf(record?.id);
  const unsigned =
    heard && hearing?.record?.signedByParty === true ? HEARING_UNSIGNED.exec(heard.text) : null;
  const opinion = paperOf(review?.paper);
  const open = opinion && review?.signed === true ? REVIEW_UNSIGNED.exec(opinion.text) : null;
  return [
    ...(heard && unsigned
      ? [deniedWords('hearing.record.signedByParty', true, false, heard, unsigned[0])]
      : []),
    ...(opinion && open ? [deniedWords('review.signed', true, false, opinion, open[0])] : []),
    ...heardOf(file, paperOf),
    ...sumsOf(file, paperOf),
    ...preserved(file, paperOf),
    ...wordsOnOpinions(file, paperOf),
  ];
}

/** What a clause that only tells of a right, a period or a waiver says. */
const NOT_ASKED = /没有|未|放弃|逾期|有权|可以|如果?|是否|权利|期限|视为|不要求|不申请|告知/;
const PLEADS = /当事人[^。;\n]{0,24}提出[^。;\n]{0,6}(?:陈述|申辩)/;
const CHARGED =
  /听证[^。;\n]{0,8}费用?[^。;\n]{0,10}(?:由(?:你|当事人|申请人)|承担|缴纳|交纳|收取)|收取[^。;\n]{0,8}听证[^。;\n]{0,4}费|(?:交纳|缴纳|支付|收取|交了|收了)了?[^。;\n]{0,4}听证[^,。;\n]{0,8}费/;

/** A plea that was made, a fee that was taken, though noted otherwise. */
function heardOf({ papers = [], hearing, defence }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return papers.flatMap(({ id, kind }): OtherWords[] => {
    const own = paperOf(id);
    if (!own) return [];
    const clauses = own.text.split(/[。;\n]/);
    const plea =
      kind === 'decision' && defence?.submitted === false
        ? clauses.find((one) => PLEADS.test(one) && !NOT_ASKED.test(one))
        : undefined;
    const fee =
      hearing?.feeCharged === false && FEES.includes(kind)
        ? clauses.find((one) => CHARGED.test(one) && !/不|免|无[需须]|没有|未[收交缴支]/.test(one))
        : undefined;
    return [
      ...(plea ? [deniedWords('defence.submitted', false, true, own, plea)] : []),
      ...(fee ? [deniedWords('hearing.feeCharged', false, true, own, fee)] : []),
    ];
  });
}

const FEES: PaperKind[] = [
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'hearing-record',
  'receipt',
];
const DISPOSED = /处理(?:情况|决定|结果):?(?:于|本机关于)?(?<day>\d{4}年\d{1,2}月\d{1,2}日)/;

function preserved({ preservation = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return preservation.flatMap(({ disposedOn, paper }, index) => {
    const own = paperOf(paper);
    const words = own ? DISPOSED.exec(own.text)?.groups?.day : undefined;
    const day = words ? dayOfWords(words) : undefined;
    return own && words && day && disposedOn && disposedOn !== day
      ? [deniedWords(`preservation.${index}.disposedOn`, disposedOn, day, own, words)]
      : [];
  });
}

const dayOfWords = (words: string) => daysIn(words).find(({ relative }) => !relative)?.day;
const CONCLUDED = /(?:结论|决定|一致同意|讨论意见)[^。\n]{0,60}罚款/;

/** What the minutes conclude to fine, and what the one receipt shows to be paid, where no sum of the case is it. */
function sumsOf(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { decision, discussion, performance, priorNotices = [], papers = [] } = file;
  const fines = [
    decision?.penalties,
    file.proposal?.penalties,
    ...priorNotices.map(({ penalties }) => penalties),
  ]
    .flatMap((penalties) => penalties ?? [])
    .flatMap(({ type, amount }) => (type === 'fine' && amount !== undefined ? [fen(amount)] : []));
  const minutes = paperOf(discussion?.paper);
  const concluded = minutes?.text.split(/[。\n]/).findLast((one) => CONCLUDED.test(one));
  const after = concluded?.slice(concluded.search(/罚款/)) ?? '';
  const [said] = sumsIn(after);
  const receipts = papers.filter(({ kind }) => kind === 'receipt');
  const receipt = receipts.length === 1 ? paperOf(receipts[0]?.id) : undefined;
  const owed = (decision?.penalties ?? []).flatMap(({ type, amount }) =>
    amount !== undefined && (type === 'fine' || type === 'confiscate-gains') ? [amount] : [],
  );
  const due = [performance?.paid, ...owed, owed.reduce((sum, one) => sum + one, 0)].flatMap((sum) =>
    sum === undefined ? [] : [fen(sum)],
  );
  const shows = receipt !== undefined && /缴款|缴纳|收款|罚没|金额|罚款/.test(receipt.text);
  const paid = shows && performance?.paid !== undefined && !performance.deferral ? sumsIn(receipt.text) : [];
  return [
    ...(minutes && concluded && said && fines.length > 0 && !fines.includes(said.fen)
      ? [
          deniedWords(
            'discussion.conclusion',
            discussion?.conclusion,
            concluded,
            minutes,
            concluded.slice(0, 60),
          ),
        ]
      : []),
    ...(receipt && paid.length > 0 && !paid.some((sum) => due.includes(sum.fen))
      ? [
          deniedWords(
            'performance.paid',
            performance?.paid,
            Number(paid[0]!.fen) / 100,
            receipt,
            receipt.text.slice(paid[0]!.start, paid[0]!.end),
          ),
        ]
      : []),
  ];
}
