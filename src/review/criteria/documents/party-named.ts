import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { ordinaryDecision } from '../../steps/penalty-decision.ts';
import { statedInDecision } from './stated-in-decision.ts';

/** A label of an address at its place, or an address without one. */
const ADDRESS =
  /(?:住\s*所|住\s*址|地\s*址|场\s*所|住\s*地|户\s*籍)(?:[（(][^）)\n]{1,8}[）)])?[ 　]*[：:\t 　]|[，,;；\s](?:现)?住[\p{sc=Han}]{2}|(?:路|街|村|巷|镇|道|弄|园|组)[^，。；\n]{0,16}(?:号|组|室|幢|栋|楼|座|层)/u;
/** Where the decision stops naming the party. */
const ACCOUNT = /经查|查明|违法事实|立案|收到|接到|检查|涉嫌|证据/;

export const partyNamed = rule({
  id: 'C7-01',
  criterion: 7,
  question: '决定书是否载明当事人的姓名或者名称、地址？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('59', '决定书载明当事人的姓名或者名称、地址。', { paragraph: 1, item: 1 }),
    formerPenaltyLaw('39', '决定书载明当事人的姓名或者名称、地址。', { paragraph: 1, item: 1 }),
  ],
  about: ({ file }) => ordinaryDecision(file),
  reading: '案卷没有摘出，而决定书全文的当事人部分既没有地址的栏目，也没有一处地址的，认定没有载明。',
  decide: (decision, { file }) =>
    statedInDecision(
      [
        { name: '当事人姓名或者名称', value: decision.partyNamed, path: 'decision.partyNamed' },
        {
          name: '当事人地址',
          value: decision.addressNamed,
          path: 'decision.addressNamed',
          mayStand: (text) =>
            ADDRESS.test(headOf(text)) ||
            (file.party.address !== undefined && text.includes(file.party.address)),
        },
      ],
      file,
    ),
});

function headOf(text: string): string {
  const from = Math.max(0, text.search(/当事人|被处罚/));
  const length = text.slice(from).search(ACCOUNT);
  return length < 0 ? text : text.slice(from, from + length);
}
