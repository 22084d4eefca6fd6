import { referralSent } from '../../crime/referral-sent.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';

export const seizedPropertyMoved = rule({
  id: 'C8-10',
  criterion: 8,
  question: '移送时，查封、扣押、冻结的财物是否一并移送并书面告知当事人？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    compulsionLaw(21, '移送司法机关的，查封、扣押、冻结的财物一并移送，并书面告知当事人。', {
      states: ['一并移送', '书面告知当事人'],
    }),
  ],
  reading:
    '先行登记保存不是查封、扣押，不在其内；移送前已经解除、退还的不再移送，由人写明。种类没有写明的强制措施按可能涉及财物处理。',
  about: (context) => {
    const referral = referralSent(context);
    if (isAnswer(referral)) return referral;
    const trace = seizureTrace(context);
    if (!trace && !referral.seized) {
      return notApplicable('案卷没有查封、扣押、冻结财物的记载。', ['compulsions', 'acts', 'papers']);
    }
    return { seized: referral.seized ?? {}, paths: trace ? [trace] : [] };
  },
  decide: ({ seized, paths }) => {
    const ask = (
      value: boolean | undefined,
      at: string,
      [yes, no, missing]: [string, string, string],
    ): Answer => {
      const where = [...paths, `referral.seized.${at}`];
      if (value === undefined) return unclear(`${missing}没有载明。`, [missing], where);
      return value ? met(yes, where) : notMet(no, where);
    };
    return combine(
      [
        ask(seized.movedAll, 'movedAll', [
          '查封、扣押、冻结的财物已全部随案移送。',
          '查封、扣押、冻结的财物应一并移送，本案没有全部移送。',
          '查封、扣押、冻结的财物是否全部移送',
        ]),
        ask(seized.partyToldInWriting, 'partyToldInWriting', [
          '已书面告知当事人。',
          '财物移送应书面告知当事人，本案没有告知。',
          '财物移送是否书面告知当事人',
        ]),
      ],
      notApplicable('没有查封、扣押、冻结的财物。'),
    );
  },
});

/** Where the file shows that property was sealed, seized or frozen. */
function seizureTrace({ file: { compulsions, acts, papers } }: Pick<Context, 'file'>): string | undefined {
  const measure = compulsions?.findIndex(({ kind }) => kind === undefined || PROPERTY.has(kind)) ?? -1;
  if (measure >= 0) return `compulsions.${measure}.kind`;
  const act = acts?.findIndex(({ kind }) => kind === 'seizure') ?? -1;
  if (act >= 0) return `acts.${act}.kind`;
  const paper = papers?.findIndex(({ kind }) => kind === 'seizure-decision') ?? -1;
  return paper >= 0 ? `papers.${paper}.kind` : undefined;
}

const PROPERTY = new Set<string>(['sealing', 'seizure', 'freezing']);
