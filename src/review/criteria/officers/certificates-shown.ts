import type { Act, CaseFile } from '../../../cases/case-file.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { bareNumber } from '../../steps/bare-number.ts';
import { actsOfCase, type PlacedAct } from './acts-of-case.ts';

/** Words by which a record may tell that certificates were shown. */
const SHOWN =
  /出示(?![^，,。；;\n]{0,12}(?:合同|许可|执照|单据|票据|发票|账|帐|材料|健康|运单|证明|清单|协议|报告))|亮(?:明|出|证)|表明(?:了)?(?:执法)?身份|证件|执法证(?!号)|看[过清]|过目|核对.{0,6}证|辨认|查[验看].{0,8}证/;

/** C2-03 主动出示执法证件并记入笔录. */
export const certificatesShown = rule({
  id: 'C2-03',
  criterion: 2,
  question: '检查、询问时是否主动出示执法证件，并在笔录中记明证件号码？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(55, '调查或者检查时主动出示证件，不出示的可以拒绝', { paragraph: 1 }),
    formerPenaltyLaw(37, '调查或者检查时出示证件', { paragraph: 1 }),
  ],
  reading:
    '签了名的笔录通篇没有提到证件的出示，视为没有记载；只认经人确认的笔录记载；笔录没有记载而有音像记录的，由人观看后判断；笔录全文在卷、通篇没有出示证件和证件号码的，有音像记录也作轻微的不符合。',
  about: ({ file }) => {
    const acts = actsOfCase(file, ['inspection', 'interview']);
    if (isAnswer(acts) || acts.length > 0) return acts;
    return notApplicable('案卷中没有检查、询问。', ['acts']);
  },
  decide: (acts, { file }) =>
    judgeEach(
      acts,
      (placed) => judgeAct(placed, file),
      met(
        '检查、询问笔录均载明出示了证件，号码与执法人员相符。',
        acts.flatMap(({ path }) => [`${path}.certificatesShown`, `${path}.certificateNumbers`]),
      ),
    ),
});

function judgeAct({ act, path, name }: PlacedAct, file: CaseFile): Answer | undefined {
  const paths = [`${path}.certificatesShown`, `${path}.certificateNumbers`, `${path}.officers`];
  if (act.certificatesShown === undefined && !act.recorded && silent(act, file)) {
    return notMet(`${name}笔录应载明出示证件，签了名的笔录通篇没有记载。`, [
      ...paths,
      `${path}.officersSigned`,
      `${path}.paper`,
    ]);
  }
  if (act.certificatesShown === undefined) {
    return unclear(`${name}笔录是否载明出示证件，没有人核对。`, [`${name}笔录中出示证件的记载`], [path]);
  }
  if (!act.certificatesShown && silent(act, file)) {
    return notMet(
      `${name}笔录应载明出示证件和证件号码，签了名的笔录通篇没有记载。`,
      [...paths, `${path}.officersSigned`, `${path}.paper`],
      act.recorded ? { severity: 'minor' } : {},
    );
  }
  if (!act.certificatesShown) {
    return act.recorded && !denied(act, file)
      ? unclear(`${name}笔录没有出示证件的记载，有音像记录可供核实。`, [`${name}的音像记录`], paths)
      : notMet(`${name}笔录应载明出示证件，没有记载。`, paths);
  }
  if (!act.certificateNumbers) {
    return unclear(`${name}笔录的证件号码没有录入。`, [`${name}笔录中的证件号码`], paths);
  }
  // An auxiliary has no enforcement certificate to show.
  const present = (file.officers ?? []).filter(
    ({ id, auxiliary }) => act.officers?.includes(id) && !auxiliary,
  );
  const numbers = present.map(({ certificate }) => certificate && bareNumber(certificate.number));
  const shown = act.certificateNumbers.map(bareNumber);
  if (present.length === 0 || numbers.includes(undefined)) {
    return unclear(`${name}执法人员的证件号码没有记载，无法比对。`, ['执法人员的证件号码'], paths);
  }
  const stranger = act.certificateNumbers.find((number) => !numbers.includes(bareNumber(number)));
  if (stranger) return notMet(`${name}笔录记载的证件号码“${stranger}”不是到场执法人员的。`, paths);
  const unnamed = present.find(
    ({ certificate }) => certificate && !shown.includes(bareNumber(certificate.number)),
  );
  return unnamed
    ? notMet(`${name}笔录应载明每名执法人员的证件号码，没有${unnamed.name}的。`, paths)
    : undefined;
}

const DENIED =
  /(?:未|没有?|未能|忘记?|忘了)[^。；;\n，,]{0,8}(?:出示|携带|亮明|给我看|给看|带)[^。；;\n，,]{0,6}证|证件?(?:忘|落)(?:在|记|了)/;

/** The record says in so many words that nothing was shown: no video is needed to know it. */
const denied = ({ paper }: Act, { papers }: CaseFile): boolean =>
  DENIED.test(papers?.find(({ id }) => id === paper)?.text ?? '');

/**
 * A record that its officers signed is there to its end; a number in its head tells not that anything was shown. Who
 * comes again to see what was put right (复查) may be known already: nobody concludes anything from that.
 */
function silent({ officersSigned, paper }: Act, { papers }: CaseFile): boolean {
  const { title = '', text } = papers?.find(({ id }) => id === paper) ?? {};
  if (!officersSigned?.length || text === undefined || /复查|回访|整改/.test(title.replaceAll(/\s/g, '')))
    return false;
  return !SHOWN.test(text.replaceAll(/[ \u3000]/g, ''));
}
