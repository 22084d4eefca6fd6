import type { CaseFile } from '../../../cases/case-file.ts';
import { levelByName } from '../../../law/level-by-name.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import type { Answer } from '../../rules/rule.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';
import { wholeDecisionText } from '../../steps/whole-decision-text.ts';

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
  reading:
    '库中没有的规范，标题表明是法律、行政法规或者通知、意见、基准等文件的，以标题为准。至少一项处罚依据为法律、法规、规章即可；规范性文件只能一并引用，不能单独作依据。',
  about: ({ file }) =>
    file.provisions?.punishing ??
    onlyNormative(file) ??
    unclear('需要核对处罚依据的层级，案卷没有载明处罚依据。', ['处罚依据的条款'], ['provisions.punishing']),
  decide: (punishing, { book }) => {
    const paths = ['provisions.punishing'];
    if (punishing.length === 0)
      return notMet('处罚应有法律、法规、规章为依据，案卷没有引用任何处罚依据。', paths);
    // The library knows better than the file what rank a norm has.
    const levels = punishing.map((citation) => ({
      law: citation.law,
      level: book.levelOf(citation.law) ?? citation.level ?? levelByName(citation.law),
    }));
    const enough = levels.find(({ level }) => level && ENOUGH.includes(level));
    if (enough) return met(`处罚依据《${enough.law}》为${NORM_LEVELS[enough.level!]}。`, paths);
    const unknown = levels.filter(({ level }) => !level).map(({ law }) => `《${law}》的规范层级`);
    if (unknown.length > 0) return unclear(`不能确定${unknown.join('、')}。`, unknown, paths);
    const found = levels.map(({ law, level }) => `《${law}》（${NORM_LEVELS[level!]}）`).join('、');
    return notMet(`处罚应有法律、法规、规章为依据，引用的只有${found}。`, paths);
  },
});

/** The one norm by which the text of the decision punishes is of a kind that sets no penalties. */
function onlyNormative(file: CaseFile): Answer | undefined {
  const whole = wholeDecisionText(file);
  const titles = [
    ...(whole?.text ?? '').matchAll(
      /(?:依据|根据|依照|按照)(?:了)?《([^》\n]{3,60})》[^。；，\n]{0,12}(?:第|的?规定)/g,
    ),
  ]
    .map(([, title = '']) => title)
    .filter((title) => !/行政处罚法|行政复议法|行政诉讼法|行政强制法|程序规定/.test(title));
  const found = titles.map((title) => `《${title}》`).join('、');
  return whole && titles.length > 0 && titles.every((title) => levelByName(title) === 'normative-document')
    ? notMet(`处罚应有法律、法规、规章为依据，决定书引用的只有${found}。`, [
        whole.path,
        'provisions.punishing',
      ])
    : undefined;
}
