import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

const AT = 'licence.withdrawal';
/** What carries 依法 of the open case by itself; a rule of a department or government carries out one of them. */
const STATUTORY = new Set<NormLevel>(['law', 'administrative-regulation', 'local-regulation']);
const RULES_OF_GOVERNMENT = new Set<NormLevel>(['department-rule', 'government-rule']);
type Withdrawal = NonNullable<Licence['withdrawal']>;

/** XK-11 撤销许可. */
export const withdrawalGrounded = licenceRule({
  id: 'XK-11',
  criterion: 5,
  question: '撤销许可是否有法定事由，是否顾及公共利益，赔偿是否依法处理？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(69, '五种可以撤销许可的情形', { paragraph: 1, states: ['可以撤销行政许可'] }),
    licenceLaw(69, '以欺骗、贿赂等手段取得的应当撤销', { paragraph: 2, states: ['应当予以撤销'] }),
    licenceLaw(69, '撤销可能对公共利益造成重大损害的，不予撤销', { paragraph: 3, states: ['不予撤销'] }),
    licenceLaw(69, '依第一款撤销造成损害的赔偿；依第二款撤销的利益不受保护', {
      paragraph: 4,
      states: ['赔偿', '不受保护'],
    }),
  ],
  reading:
    '第一款的事由“可以”撤销，不撤销的不算违反；欺骗、贿赂取得的除有重大公共利益损害外必须撤销，其利益不予赔偿；其他情形须写明法律、法规依据，只写规章的由人核实其上位法。',
  lawOf: ({ file }) => file.licence?.withdrawal?.decidedOn,
  notFor: {},
  judge: ({ request, withdrawal }, { book }) => {
    if (!withdrawal) {
      return request === 'withdrawal'
        ? unclear('撤销许可的情况没有载明。', ['撤销的事由和决定'], [AT])
        : notApplicable('本案没有撤销许可。', [AT]);
    }
    const { withdrawn, decidedOn } = withdrawal;
    const missing = [
      ...(withdrawn === undefined ? ['是否决定撤销'] : []),
      ...(decidedOn ? [] : ['撤销决定的日期']),
    ];
    const paths = [`${AT}.withdrawn`, `${AT}.decidedOn`];
    const gap = missing.length > 0 ? [unclear(`${missing.join('、')}没有载明。`, missing, paths)] : [];
    if (withdrawn === undefined) return gap;
    return [...(withdrawn ? whenWithdrawn(withdrawal, book) : [whenKept(withdrawal)]), ...gap];
  },
});

function whenWithdrawn(withdrawal: Withdrawal, book: ReferenceBook): Answer[] {
  return [grounded(withdrawal, book), notBarred(withdrawal), ...compensation(withdrawal)];
}

/** Fraud and bribery leave no choice; the other grounds do. */
function whenKept({ withdrawalGround: ground, publicHarm }: Withdrawal): Answer {
  const paths = [`${AT}.withdrawn`, `${AT}.withdrawalGround`, `${AT}.publicHarm`];
  if (ground === 'none') return met('没有撤销的法定事由，没有撤销。', paths);
  if (publicHarm) return met('撤销可能对公共利益造成重大损害，没有撤销。', paths);
  if (!ground) return unclear('有无撤销的事由没有载明。', ['撤销的事由'], paths);
  if (ground !== 'fraud') return met('属于可以撤销的情形，没有撤销。', paths);
  return publicHarm === undefined
    ? unclear('撤销是否可能对公共利益造成重大损害没有载明。', ['公共利益是否受重大损害'], paths)
    : notMet('以欺骗、贿赂等手段取得的许可应当撤销，没有撤销。', paths);
}

function grounded({ withdrawalGround: ground, groundBasis }: Withdrawal, book: ReferenceBook): Answer {
  const paths = [`${AT}.withdrawalGround`];
  if (!ground) return unclear('撤销许可的事由没有载明。', ['撤销的事由'], paths);
  if (ground === 'none') return notMet('撤销许可应有法定事由，本案没有。', paths);
  if (ground !== 'other-law') return met('撤销许可有法定事由。', paths);
  const seen = [...paths, `${AT}.groundBasis`];
  if (!groundBasis) {
    return unclear('依法可以撤销的其他情形须有依据，没有载明。', ['其他情形的法律依据'], seen);
  }
  const { law, article } = groundBasis;
  const level = book.levelOf(law) ?? groundBasis.level;
  if (!level) return unclear(`《${law}》的层级没有查明。`, [`《${law}》的规范层级`], seen);
  if (STATUTORY.has(level)) return met(`撤销许可依据《${law}》第${article}条。`, seen);
  const name = `《${law}》（${NORM_LEVELS[level]}）`;
  return RULES_OF_GOVERNMENT.has(level)
    ? unclear(`撤销许可依据${name}，其上位的法律、法规没有载明。`, ['撤销依据的法律、法规'], seen)
    : notMet(`依法可以撤销的其他情形须有法律、法规的依据，本案依据${name}。`, seen);
}

function notBarred({ publicHarm }: Withdrawal): Answer {
  const paths = [`${AT}.publicHarm`];
  if (publicHarm === undefined) {
    return unclear('撤销是否可能对公共利益造成重大损害没有载明。', ['公共利益是否受重大损害'], paths);
  }
  return publicHarm
    ? notMet('撤销可能对公共利益造成重大损害的不予撤销，实际撤销。', paths)
    : met('撤销不会对公共利益造成重大损害。', paths);
}

function compensation({ withdrawalGround: ground, lossCaused, compensated }: Withdrawal): Answer[] {
  const paths = [`${AT}.withdrawalGround`, `${AT}.lossCaused`, `${AT}.compensated`];
  if (!ground || ground === 'none') return [];
  if (ground !== 'fraud' && lossCaused === undefined) {
    return [unclear('被许可人的合法权益是否受到损害没有载明。', ['合法权益是否受到损害'], paths)];
  }
  if (ground !== 'fraud' && !lossCaused) return [met('被许可人的合法权益没有受到损害。', paths)];
  if (compensated === undefined) {
    return [unclear('是否赔偿被许可人没有载明。', ['是否赔偿被许可人'], paths)];
  }
  if (ground !== 'fraud') {
    return [
      compensated
        ? met('已依法赔偿被许可人。', paths)
        : notMet('被许可人的合法权益受到损害，应当赔偿，没有赔偿。', paths),
    ];
  }
  return [
    compensated
      ? notMet('以欺骗、贿赂等手段取得的利益不受保护，不应赔偿，实际赔偿。', paths)
      : met('以欺骗、贿赂等手段取得的利益不受保护，没有赔偿。', paths),
  ];
}
