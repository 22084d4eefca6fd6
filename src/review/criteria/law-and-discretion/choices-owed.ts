import type { CaseFile } from '../../../cases/case-file.ts';
import { caseFactors } from '../../../discretion/case-factors.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { testsOf } from '../../../discretion/representative-values.ts';
import { evaluate } from '../../../law/condition.ts';
import { conditionOf, type OneOfTypes, oneOfText, type Sanction } from '../../../law/sanction.ts';
import { type Answer, met, unclear } from '../../rules/rule.ts';
import type { JudgedPenalties } from '../../steps/judged-penalties.ts';
import { notImposed } from './not-imposed.ts';

/**
 * Where a provision demands one of several (责令停产停业，直至吊销许可证): whether one was imposed. A measure that would do as well
 * stands outside the penalties, and is left to people; a file that does not call the circumstances serious takes them for not serious.
 */
export function choicesOwed(
  sanctions: readonly Sanction[],
  judged: JudgedPenalties,
  paths: string[],
  file: CaseFile,
): Answer[] {
  const choices = sanctions.flatMap(({ oneOf = [] }) => oneOf);
  const { values } = caseFactors(file, undefined, choices.map(conditionOfChoice));
  return choices.flatMap((choice) => {
    const truth = evaluate(conditionOfChoice(choice), values);
    if (truth === false || (truth === undefined && choice.when === 'serious')) return [];
    return [answerTo(choice, truth, judged, paths, file)];
  });
}

function conditionOfChoice({ when }: OneOfTypes) {
  return when ? conditionOf({ when }) : { all: [] };
}

function answerTo(
  choice: OneOfTypes,
  truth: true | undefined,
  judged: JudgedPenalties,
  paths: string[],
  file: CaseFile,
): Answer {
  const where = [judged.path, ...paths];
  const name = oneOfText(choice);
  const imposed = judged.penalties.find(({ type }) => choice.types.includes(type));
  if (imposed) return met(`${judged.name}已在“${name}”中选择。`, where);
  if (truth === undefined) {
    const facts = new Set(testsOf(conditionOfChoice(choice)).map(({ factor }) => factorLabel(factor)));
    return unclear(
      `罚则规定有特定情形的应当${name}，${judged.name}没有，情形是否成立没有写明。`,
      [...facts],
      where,
    );
  }
  const found = `罚则规定应当${name}，${judged.name}没有`;
  const { others = [] } = choice;
  return others.length > 0
    ? unclear(`${found}，是否已经${others.join('、')}没有写明。`, [`是否已经${others.join('、')}`], where)
    : notImposed(found, judged, where, file);
}
