import { actRule, combine, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { levyDay } from '../../steps/levy-decision.ts';

/** ZS-05 财政票据、收支两条线. */
export const fiscalReceipt = actRule({
  id: 'ZS-05',
  actions: ['levy'],
  criterion: 3,
  question: '收款是否使用财政票据，款项是否缴入国库或者财政专户？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [],
  otherBasis: [
    { document: '示范文件第 29 项', gist: '收费使用财政票据' },
    { document: '示范文件四（四）', gist: '收支两条线，款项上缴财政' },
  ],
  reading: '尚未缴纳的不问；已经缴纳的，两项都要有。',
  lawOf: ({ file }) => levyDay(file),
  about: ({ file }) => {
    const { levyPayment: payment, fiscalReceipt: receipt } = file.levy ?? {};
    return payment || receipt ? { payment, receipt } : notApplicable('案卷没有缴纳的记载。');
  },
  decide: ({ payment, receipt }) =>
    combine(
      [
        yes(receipt?.fiscal, '使用财政票据', 'levy.fiscalReceipt.fiscal'),
        yes(payment?.toTreasury, '将款项缴入国库或者财政专户', 'levy.levyPayment.toTreasury'),
      ],
      met('使用了财政票据，款项缴入财政。', ['levy']),
    ),
});

function yes(value: boolean | undefined, what: string, path: string) {
  if (value === undefined) return unclear(`是否${what}没有载明。`, [`是否${what}`], [path]);
  return value ? met(`已${what}。`, [path]) : notMet(`应当${what}，没有。`, [path]);
}
