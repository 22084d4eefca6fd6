import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rule.ts';

/** What can carry a penalty: laws, regulations and rules. */
const ENOUGH: NormLevel[] = [
  'law',
  'administrative-regulation',
  'local-regulation',
  'department-rule',
  'government-rule',
];

export const basisLevel = rule({
  id: 'C5-04',
  criterion: 5,
  question: '处罚依据是否为法律、法规或者规章？',
  severity: 'block',
  consequence: 'void',
  basis: [
    penaltyLaw('4', '处罚由法律、法规、规章规定。'),
    penaltyLaw('16', '法律、法规、规章以外的规范性文件不能设定处罚。'),
    penaltyLaw('38', '处罚没有依据的无效。', { paragraph: 1 }),
    formerPenaltyLaw('3', '处罚由法律、法规、规章规定；没有法定依据的无效。'),
    formerPenaltyLaw('14', '法律、法规、规章以外的规范性文件不能设定处罚。'),
  ],
  reading: '至少一项处罚依据为法律、法规、规章即可；规范性文件只能一并引用，不能单独作依据。',
  about: ({ file }) =>
    file.provisions?.punishing ??
    unclear('需要核对处罚依据的层级，案卷没有载明处罚依据。', ['处罚依据的条款'], ['provisions.punishing']),
  decide: (punishing, { book }) => {
    const paths = ['provisions.punishing'];
    if (punishing.length === 0)
      return notMet('处罚应有法律、法规、规章为依据，案卷没有引用任何处罚依据。', paths);
    // The library knows better than the file what rank a norm has.
    const levels = punishing.map((citation) => ({
      law: citation.law,
      level: book.levelOf(citation.law) ?? citation.level,
    }));
    const enough = levels.find(({ level }) => level && ENOUGH.includes(level));
    if (enough) return met(`处罚依据《${enough.law}》为${NORM_LEVELS[enough.level!]}。`, paths);
    const unknown = levels.filter(({ level }) => !level).map(({ law }) => `《${law}》的规范层级`);
    if (unknown.length > 0) return unclear(`不能确定${unknown.join('、')}。`, unknown, paths);
    const found = levels.map(({ law, level }) => `《${law}》（${NORM_LEVELS[level!]}）`).join('、');
    return notMet(`处罚应有法律、法规、规章为依据，引用的只有${found}。`, paths);
  },
});
