import type { CaseFile } from '../../../cases/case-file.ts';
import { caseFactors } from '../../../discretion/case-factors.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { testsOf } from '../../../discretion/representative-values.ts';
import { evaluate } from '../../../law/condition.ts';
import { PENALTY_TYPES, type PenaltyType } from '../../../law/penalties.ts';
import { type ConditionalType, conditionOf, type Sanction } from '../../../law/sanction.ts';
import { citedSanctions } from '../../benchmark/cited-sanctions.ts';
import { mitigatingGrounds } from '../../benchmark/mitigating-grounds.ts';
import { unmitigated } from '../../benchmark/unmitigated.ts';
import { penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { type JudgedPenalties, judgedPenalties } from '../../steps/judged-penalties.ts';
import { leftGoods } from '../../words/left-goods.ts';
import { returnedGoods } from '../../words/returned-goods.ts';
import { choicesOwed } from './choices-owed.ts';
import { notImposed } from './not-imposed.ts';

export const mandatoryPenalties = rule({
  id: 'C5-09',
  criterion: 5,
  question: '罚则规定应当并处、没收的，是否没有遗漏？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('28', '有违法所得的，除应退赔的外要没收。', { paragraph: 2 }),
    penaltyLaw('76', '擅自改变处罚种类、幅度的要追究责任。', { paragraph: 1, item: 2 }),
  ],
  reading:
    '没有违法所得（写 0 元）的不必没收；已认定的减轻情形可以不并处。“可以并处”不在此列；只在特定情形下应当给予的（如拒不改正的责令停产停业），情形成立才须给予；规定几种必居其一的（如责令停产停业，直至吊销许可证），有其中一种即可，可以代之以非处罚措施的（如责令停止建设）由人核对。案卷没有写明情节严重的不按情节严重核对。先行登记保存的涉案货物在处理时退还当事人、又没有减轻情形的，认定遗漏没收；认定的事实、决定书或者检查笔录载明涉案货物仍有剩余、没有一处说到销毁、退回、召回、售完的，也认定遗漏没收；退还的是合格品、真品、单据、工具等的除外。决定自称从轻、一般、从重，或者全文没有一处说到减轻的，视为没有减轻。告知书或者拟处罚意见提出没收的财物，决定没有没收也没有减轻的，认定遗漏。法规库没有的罚则，按案卷引述的条文文字核对。罚则没有写没收违法所得而本案有违法所得的，依处罚法第二十八条第二款由人核对是否已经退赔。',
  about: (context) => {
    const judged = judgedPenalties(context.file);
    if (isAnswer(judged)) return judged;
    const found = citedSanctions(context, { partly: true, quoted: true });
    if (isAnswer(found)) return found;
    const person = context.file.party.kind !== 'organisation';
    const read = found.cited.map(({ sanction }) => dueOf(sanction, person, context.file));
    const due = [...new Set(read.flatMap(({ mandatory }) => mandatory))];
    const open = read.some((one) => one.open);
    const sanctions = found.cited.map(({ sanction }) => sanction);
    const choices = choicesOwed(sanctions, judged, found.paths, context.file);
    const hanging = read.flatMap((one) => one.hanging).filter(({ type }) => !due.includes(type));
    // 行政处罚法 28(2) orders it for every act since, whatever the penal provision says.
    const general = found.on >= REVISED_ON && (context.file.violation.amounts?.gains?.yuan ?? 0) > 0;
    if (general && !due.includes('confiscate-gains')) {
      return { judged, due, hanging, choices, general: true, open, paths: found.paths };
    }
    return due.length > 0 || hanging.length > 0 || choices.length > 0 || open
      ? { judged, due, hanging, choices, general: false, open, paths: found.paths }
      : notApplicable('罚则没有应当并处的处罚。', found.paths);
  },
  decide: ({ judged, due, hanging, choices, general, open, paths }, { file }) =>
    combine(
      [
        ...due.map((type) => judge(type, judged, paths, file)),
        ...hanging.map((one) => hangingAnswer(one, judged, paths)),
        ...choices,
        ...(general ? [generalConfiscation(judged, paths)] : []),
        ...(open
          ? [
              unclear(
                '罚则正文中应当并处的处罚没有全部读懂，需要人核对原文。',
                ['罚则中应当并处的处罚的核对'],
                [judged.path, ...paths],
              ),
            ]
          : []),
      ],
      notApplicable('罚则没有应当并处的处罚。', paths),
    ),
});

interface DueOf {
  mandatory: PenaltyType[];
  hanging: ConditionalType[];
  open: boolean;
}

/**
 * What a provision demands in every reading, and of what it demands under a condition that which the file shows to hold. Where
 * its text fines the persons responsible besides the unit, what a natural person owes depends on which of the two it is.
 */
function dueOf(sanction: Sanction, person: boolean, file: CaseFile): DueOf {
  const { mandatory, reading, fines, conditional = [] } = sanction;
  // What a machine read of a condition is too little to find a decision at fault with.
  const musts = reading ? [] : conditional.filter(({ must }) => must);
  const { values } = caseFactors(file, undefined, musts.map(conditionOf));
  const truths = musts.map((one) => ({ ...one, truth: evaluate(conditionOf(one), values) }));
  const held = truths.flatMap(({ type, truth }) => (truth === true ? type : []));
  // A file that does not call the circumstances serious takes them for not serious; every other condition is a fact to be found.
  const hanging = truths.filter(({ when, truth }) => truth === undefined && when !== 'serious');
  if (!reading) return { mandatory: [...mandatory, ...held], hanging, open: false };
  const either = person && fines.some(({ subject }) => subject === 'responsible-person');
  return {
    mandatory: either ? [] : mandatory,
    hanging: [],
    open: either || reading.open.includes('mandatory'),
  };
}

/** Due only in a condition, of which the file does not say whether it holds. */
function hangingAnswer(one: ConditionalType, judged: JudgedPenalties, paths: string[]): Answer {
  const name = PENALTY_TYPES[one.type];
  const where = [judged.path, ...paths];
  if (judged.penalties.some(({ type }) => type === one.type)) return met(`${judged.name}有${name}。`, where);
  const facts = new Set(testsOf(conditionOf(one)).map(({ factor }) => factorLabel(factor)));
  return unclear(
    `罚则规定有特定情形的应当给予${name}，${judged.name}没有，情形是否成立没有写明。`,
    [...facts],
    where,
  );
}

function generalConfiscation(judged: JudgedPenalties, paths: string[]): Answer {
  const where = [judged.path, 'violation.amounts.gains.yuan', ...paths];
  return judged.penalties.some(({ type }) => type === 'confiscate-gains')
    ? met(`${judged.name}没收违法所得。`, where)
    : unclear(
        `本案有违法所得，罚则没有写没收，但处罚法第二十八条规定应当没收，${judged.name}没有没收，是否已经退赔没有写明。`,
        ['违法所得是否已经退赔'],
        where,
      );
}

/** Goods that the notice or the report proposed to confiscate. */
function proposedGoods({
  priorNotices,
  proposal,
}: CaseFile): { name: string; words: string; path: string } | undefined {
  const told = [
    ...(priorNotices ?? []).map(({ penalties }, index) => ({
      name: '告知书',
      penalties,
      path: `priorNotices.${index}.penalties`,
    })),
    { name: '拟处罚意见', penalties: proposal?.penalties, path: 'proposal.penalties' },
  ];
  for (const { name, penalties, path } of told) {
    const goods = penalties?.find((penalty) => penalty.type === 'confiscate-goods');
    if (goods) return { name, words: goods.text ?? PENALTY_TYPES['confiscate-goods'], path };
  }
  return undefined;
}

function judge(type: PenaltyType, judged: JudgedPenalties, paths: string[], file: CaseFile): Answer {
  const name = PENALTY_TYPES[type];
  const where = [judged.path, ...paths];
  if (judged.penalties.some((penalty) => penalty.type === type))
    return met(`${judged.name}有${name}。`, where);
  if (type === 'confiscate-gains') {
    const gains = file.violation.amounts?.gains?.yuan;
    const path = 'violation.amounts.gains.yuan';
    if (gains === 0) return met('经认定没有违法所得，不必没收。', [...where, path]);
    if (gains === undefined) {
      return unclear('罚则规定没收违法所得，有无违法所得没有写明。', ['违法所得'], [...where, path]);
    }
  }
  if (type === 'confiscate-goods') {
    const returned = returnedGoods(file);
    if (returned) {
      return notMet(`罚则规定没收非法财物，${judged.name}没有没收，登记保存的物品“${returned.words}”。`, [
        ...where,
        ...returned.paths,
      ]);
    }
    const proposed = mitigatingGrounds(file).state === 'accepted' ? undefined : proposedGoods(file);
    const plain = proposed ? unmitigated(file, judged) : undefined;
    if (proposed && plain) {
      return notMet(
        `罚则规定没收非法财物，${proposed.name}拟没收“${proposed.words}”，${judged.name}没有没收。`,
        [...where, proposed.path, plain],
      );
    }
    const left = mitigatingGrounds(file).state === 'accepted' ? undefined : leftGoods(file);
    const heavy = left ? unmitigated(file, judged) : undefined;
    if (left && heavy) {
      return notMet(`罚则规定没收非法财物，案卷载明“${left.words}”，${judged.name}没有没收。`, [
        ...where,
        left.path,
        heavy,
      ]);
    }
    return unclear(`${judged.name}没有没收非法财物，有无应没收的财物没有写明。`, ['有无应没收的财物'], where);
  }
  return notImposed(`罚则规定应当给予${name}，${judged.name}没有`, judged, where, file);
}
