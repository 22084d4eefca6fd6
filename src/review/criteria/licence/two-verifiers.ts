import { licenceLaw } from '../../rules/licence-law.ts';
import { licenceRule } from '../../rules/licence-rule.ts';
import { met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

const STAFF = 2;

/** XK-04 实质核查两名以上工作人员. */
export const twoVerifiers = licenceRule({
  id: 'XK-04',
  criterion: 2,
  question: '对材料实质内容的核查是否由两名以上工作人员进行？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [licenceLaw(34, '实质核查由两名以上工作人员进行', { paragraph: 3, states: ['两名以上'] })],
  reading: '两名以上包括两名；同一人列两次的按一人计。',
  judge: ({ verification }) => {
    const { verificationNeeded: needed, staff } = verification ?? {};
    const paths = ['licence.verification.verificationNeeded', 'licence.verification.staff'];
    if (needed === false) return notApplicable('不需要核实材料的实质内容。', paths);
    // That nobody went is a fault only where somebody had to go.
    if (!staff || (staff.length === 0 && !needed)) {
      return needed
        ? unclear('核查人员没有载明。', ['实质核查的人员'], paths)
        : unclear('是否需要实质核查没有载明。', ['是否需要核实材料的实质内容'], paths);
    }
    const count = new Set(staff).size;
    if (count >= STAFF) return met(`由${count}名工作人员核查。`, paths);
    return needed === undefined
      ? unclear(
          `由${count}名工作人员核查，是否需要核实材料的实质内容没有载明。`,
          ['是否需要核实材料的实质内容'],
          paths,
        )
      : notMet(`实质核查应由两名以上工作人员进行，实际${count}名。`, paths);
  },
});
