import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, SEALING } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

const COPIES = 2;

/** QZ-06 查封扣押决定书和清单. */
export const seizureDecisionAndList = compulsionRule({
  id: 'QZ-06',
  criterion: 7,
  question: '查封、扣押决定书是否载明五项内容，并与一式二份的清单当场交付？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(24, '制作并当场交付决定书和清单', { paragraph: 1, states: ['当场交付'] }),
    compulsionLaw(24, '决定书载明五项内容', { paragraph: 2 }),
    compulsionLaw(24, '清单一式二份', { paragraph: 3, states: ['一式二份'] }),
  ],
  reading: '清单多于二份的也符合；当事人不到场而事后送达的，是否及时由人判断。',
  kinds: SEALING,
  none: '案卷没有查封、扣押。',
  judge: (entry, path) => [
    elementsStated(
      entry.seizureDecision ?? {},
      `${path}.seizureDecision`,
      {
        partyNamed: '当事人名称',
        addressNamed: '当事人地址',
        reasonsStated: '理由',
        basisStated: '依据',
        periodStated: '期限',
        objectsStated: '场所、设施、财物的名称和数量',
        remediesStated: '救济途径和期限',
        agencyNamed: '机关名称',
        sealed: '印章',
        dated: '日期',
      },
      '查封、扣押决定书',
    ),
    copies(entry, path),
    handedOver(entry, path, 'seizureDecision', '决定书'),
    handedOver(entry, path, 'list', '清单'),
  ],
});

function copies({ list }: Compulsion, path: string): Answer {
  const paths = [`${path}.list.copies`];
  if (list?.copies === undefined) return unclear('清单的份数没有载明。', ['清单的份数'], paths);
  return list.copies >= COPIES
    ? met(`清单一式${list.copies}份。`, paths)
    : notMet(`清单应一式二份，实际${list.copies}份。`, paths);
}

function handedOver(entry: Compulsion, path: string, part: 'seizureDecision' | 'list', name: string): Answer {
  const paths = [`${path}.${part}.handedOver`, `${path}.partyPresent`];
  const given = entry[part]?.handedOver;
  if (given) return met(`${name}已当场交付。`, paths);
  if (given === undefined) return unclear(`${name}是否当场交付没有载明。`, [`${name}是否当场交付`], paths);
  return entry.partyPresent === true
    ? notMet(`当事人到场，${name}没有当场交付。`, paths)
    : unclear(
        `${name}没有当场交付，当事人不在场的，事后送达是否及时由人判断。`,
        [`${name}事后送达的情况`],
        paths,
      );
}
