import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, MEASURES } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

/** QZ-05 到场、告知、听取意见和现场笔录. */
export const presentToldRecorded = compulsionRule({
  id: 'QZ-05',
  criterion: 3,
  question: '是否通知当事人到场、当场告知、听取陈述申辩，并制作经签名的现场笔录？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(18, '通知当事人到场', { item: 4 }),
    compulsionLaw(18, '当场告知理由、依据、权利和救济途径', { item: 5 }),
    compulsionLaw(18, '听取陈述和申辩', { item: 6 }),
    compulsionLaw(18, '制作现场笔录', { item: 7 }),
    compulsionLaw(18, '笔录由当事人和执法人员签名，拒绝的注明', { item: 8 }),
    compulsionLaw(18, '当事人不到场的，由见证人签名', { item: 9 }),
    compulsionLaw(30, '冻结只履行批准、两人、出示证件、笔录四项', { paragraph: 1 }),
  ],
  reading:
    '当事人已到场的，视为已通知；当事人不到场的，不问当场告知和听取意见，须有见证人签名；冻结只查现场笔录。',
  kinds: MEASURES,
  none: '案卷没有行政强制措施。',
  judge: (entry, path) => {
    const made = recordMade(entry, path);
    if (entry.kind === 'freezing') return made;
    const paths = [`${path}.partyPresent`];
    const signed = officersSigned(entry, path);
    if (entry.partyPresent === undefined)
      return [made, signed, unclear('当事人是否到场没有载明。', ['当事人是否到场'], paths)];
    return entry.partyPresent
      ? [met('当事人到场。', paths), ...toldAndHeard(entry, path), made, signed, partySigned(entry, path)]
      : [called(entry, path), made, signed, witnessed(entry, path)].flat();
  },
});

function yes(value: boolean | undefined, path: string, fault: string, fact: string): Answer {
  if (value === undefined) return unclear(`${fact}没有载明。`, [fact], [path]);
  return value ? met(`${fact.replace('是否', '已')}。`, [path]) : notMet(fault, [path]);
}

const called = ({ partyCalled }: Compulsion, path: string): Answer[] => [
  yes(partyCalled, `${path}.partyCalled`, '没有通知当事人到场。', '是否通知当事人到场'),
  met('当事人没有到场。', [`${path}.partyPresent`]),
];

function toldAndHeard(entry: Compulsion, path: string): Answer[] {
  const told = elementsStated(
    entry.toldOnTheSpot ?? {},
    `${path}.toldOnTheSpot`,
    { reasonsTold: '理由', basisTold: '依据', rightsTold: '权利', remediesTold: '救济途径' },
    '当场告知',
  );
  const heard = yes(
    entry.viewsHeard,
    `${path}.viewsHeard`,
    '没有听取当事人的陈述、申辩。',
    '是否听取陈述、申辩',
  );
  return [told, heard];
}

function recordMade({ onSiteRecord }: Compulsion, path: string): Answer {
  return yes(onSiteRecord?.made, `${path}.onSiteRecord.made`, '没有制作现场笔录。', '是否制作现场笔录');
}

function officersSigned({ officers, onSiteRecord }: Compulsion, path: string): Answer {
  const paths = [`${path}.officers`, `${path}.onSiteRecord.officersSigned`];
  const signed = onSiteRecord?.officersSigned;
  if (!officers || !signed) {
    return unclear('执法人员是否在现场笔录上签名没有载明。', ['执法人员在现场笔录上的签名'], paths);
  }
  return officers.length > 0 && officers.every((id) => signed.includes(id))
    ? met('执法人员已签名。', paths)
    : notMet('现场笔录没有全部执法人员的签名。', paths);
}

function partySigned({ onSiteRecord }: Compulsion, path: string): Answer {
  const { partySigned: signed, refusalNoted } = onSiteRecord ?? {};
  const paths = [`${path}.onSiteRecord.partySigned`, `${path}.onSiteRecord.refusalNoted`];
  if (signed || refusalNoted) return met('现场笔录由当事人签名或者注明拒签。', paths);
  return signed === false && refusalNoted === false
    ? notMet('当事人没有在现场笔录上签名，也没有注明拒签。', paths)
    : unclear('当事人是否签名、拒签是否注明没有载明。', ['当事人签名或者拒签的注明'], paths);
}

function witnessed({ onSiteRecord }: Compulsion, path: string): Answer {
  return yes(
    onSiteRecord?.witnessSigned,
    `${path}.onSiteRecord.witnessSigned`,
    '当事人不到场，现场笔录没有见证人签名。',
    '见证人是否签名',
  );
}
