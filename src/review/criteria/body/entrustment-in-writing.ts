import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, dayOf } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { type Entrustment, entrustmentOf } from './entrustment-of.ts';

/** C1-02 委托执法的委托书. */
export const entrustmentInWriting = rule({
  id: 'C1-02',
  criterion: 1,
  question: '委托执法的，委托书是否有依据、载明事项权限期限并已公布，且各执法行为均在委托期限内？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    penaltyLaw(20, '依法律、法规、规章在法定权限内书面委托符合条件的组织', { paragraph: 1 }),
    penaltyLaw(20, '委托书写明事项、权限、期限，双方向社会公布', { paragraph: 2 }),
    penaltyLaw(21, '受委托组织应具备的条件'),
    formerPenaltyLaw(18, '依法律、法规、规章在法定权限内委托符合条件的组织', { paragraph: 1 }),
    formerPenaltyLaw(19, '受委托组织应具备的条件'),
  ],
  reading: '委托书的内容和公布是2021年修订增加的要求，此前作出的决定只查委托依据和期限。',
  about: ({ file }) => entrustmentOf(file),
  decide: (entrustment, { file, today }) => {
    const revised = (file.decision?.date ?? today) >= REVISED_ON;
    return combine(
      [
        entrustment.norm
          ? met(`委托依据为${entrustment.norm}。`, ['entrustment.norm'])
          : unclear('案卷未载明允许委托的法律、法规、规章。', ['委托依据'], []),
        ...(revised ? [contents(entrustment, file), published(entrustment)] : []),
        term(entrustment, file),
      ],
      unclear('无法核对委托书。', ['委托书']),
    );
  },
});

function contents({ items, powers }: Entrustment, { violation }: CaseFile): Answer {
  const missing = [
    ...(items ? [] : ['委托事项']),
    ...(powers ? [] : ['委托权限']),
    ...(violation.itemCode ? [] : ['执法事项编码']),
  ];
  if (!items || !powers) return unclear(`案卷未载明${missing.join('、')}。`, missing);
  const named = [violation.itemCode, violation.name].find((name) => name && items.includes(name));
  const paths = ['entrustment.items', 'entrustment.powers', 'violation.name'];
  if (named) return met(`委托书载明了事项“${named}”和权限。`, paths);
  return violation.itemCode
    ? notMet(`委托书载明的事项不包括“${violation.name}”（${violation.itemCode}）。`, [
        ...paths,
        'violation.itemCode',
      ])
    : unclear('委托书载明的事项不能与本案事项对应。', missing, paths);
}

function published({ published }: Entrustment): Answer {
  if (published === undefined) return unclear('案卷未载明委托书是否已向社会公布。', ['委托书公布情况']);
  return published
    ? met('委托书已向社会公布。', ['entrustment.published'])
    : notMet('委托书没有向社会公布。', ['entrustment.published']);
}

function term({ validFrom, validTo }: Entrustment, file: CaseFile): Answer {
  const days = (file.acts ?? []).flatMap((act, index) => {
    const on = act.date ?? (act.startedAt && dayOf(act.startedAt));
    return [{ on, path: `acts.${index}.${act.date ? 'date' : 'startedAt'}` }];
  });
  const missing = [
    ...(validFrom && validTo ? [] : ['委托期限']),
    ...(days.length > 0 && days.every(({ on }) => on) ? [] : ['各执法行为的日期']),
  ];
  const outside = days.find(({ on }) => on && ((validFrom && on < validFrom) || (validTo && on > validTo)));
  if (outside?.on) {
    return notMet(`${chineseDay(outside.on)}的执法行为不在委托期限${span(validFrom, validTo)}内。`, [
      outside.path,
      ...(validFrom ? ['entrustment.validFrom'] : []),
      ...(validTo ? ['entrustment.validTo'] : []),
    ]);
  }
  if (missing.length > 0) return unclear(`核对委托期限需要${missing.join('、')}，案卷未载明。`, missing);
  return met(`各执法行为均在委托期限${span(validFrom, validTo)}内。`, [
    'entrustment.validFrom',
    'entrustment.validTo',
    ...days.map(({ path }) => path),
  ]);
}

const span = (from?: string, to?: string) =>
  `（${from ? chineseDay(from) : '起日未载明'}至${to ? chineseDay(to) : '止日未载明'}）`;
