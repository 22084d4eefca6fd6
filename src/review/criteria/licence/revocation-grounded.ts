import { licenceLaw } from '../../licence-law.ts';
import { dayOfLicence, type Licence, licenceRule } from '../../licence-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rule.ts';

const PLACE = 'licence.revocation';
type Revocation = NonNullable<Licence['revocation']>;

/** XK-11 撤销许可. */
export const revocationGrounded = licenceRule({
  id: 'XK-11',
  criterion: 5,
  question: '撤销许可是否有法定情形，处理了公共利益的例外和赔偿？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(69, '列明可以撤销的五种情形', { paragraph: 1 }),
    licenceLaw(69, '以欺骗、贿赂等不正当手段取得的，应当撤销', {
      paragraph: 2,
      states: ['应当予以撤销'],
    }),
    licenceLaw(69, '可能对公共利益造成重大损害的，不予撤销', { paragraph: 3, states: ['不予撤销'] }),
    licenceLaw(69, '第一款撤销的依法赔偿，第二款撤销的利益不受保护', {
      paragraph: 4,
      states: ['赔偿', '不受保护'],
    }),
  ],
  reading: '第一款的情形是可以撤销，没有撤销的不算违法；以欺骗、贿赂取得而撤销的，不应赔偿。',
  lawOf: ({ file }) => file.licence?.revocation?.decidedOn ?? (file.licence && dayOfLicence(file.licence)),
  judge: ({ revocation }) => {
    if (!revocation) return notApplicable('本案没有撤销许可。', [PLACE]);
    const { revocationGround: ground, publicHarm, revoked } = revocation;
    const paths = [`${PLACE}.revocationGround`, `${PLACE}.publicHarm`, `${PLACE}.revoked`];
    const missing = [
      ...(ground ? [] : ['撤销的情形']),
      ...(publicHarm === undefined ? ['撤销是否可能对公共利益造成重大损害'] : []),
      ...(revoked === undefined ? ['是否决定撤销'] : []),
    ];
    if (missing.length > 0) return unclear(`${missing.join('、')}没有载明。`, missing, paths);
    if (revoked) return publicHarm ? harmful(paths) : revokedRightly(revocation, paths);
    return ground === 'fraud' && !publicHarm
      ? notMet('许可以欺骗、贿赂等不正当手段取得，应当撤销而没有撤销。', paths)
      : met('没有撤销许可，符合规定。', paths);
  },
});

function harmful(paths: string[]): Answer {
  return notMet('撤销可能对公共利益造成重大损害，不应撤销而撤销。', paths);
}

function revokedRightly({ revocationGround: ground, lossCaused, compensated }: Revocation, paths: string[]): Answer {
  if (ground === 'none') return notMet('撤销许可没有法定情形。', paths);
  const seen = [...paths, `${PLACE}.lossCaused`, `${PLACE}.compensated`];
  if (ground === 'fraud') {
    if (compensated === undefined) return unclear('是否赔偿被许可人没有载明。', ['是否赔偿被许可人'], seen);
    return compensated
      ? notMet('以不正当手段取得的利益不受保护，却给予赔偿。', seen)
      : met('许可以不正当手段取得，依法撤销，没有赔偿。', seen);
  }
  if (lossCaused === false) return met('撤销有法定情形，没有给被许可人造成损害。', seen);
  if (compensated) return met('撤销有法定情形，已赔偿被许可人。', seen);
  if (lossCaused === undefined || compensated === undefined) {
    return unclear('被许可人是否受损、是否赔偿没有载明。', ['被许可人的损害和赔偿'], seen);
  }
  return notMet('撤销给被许可人造成损害，没有赔偿。', seen);
}
