import type { ThresholdPart } from '../../corpus/criminal-threshold.ts';
import { BASES } from '../../law/fine-range.ts';
import type { Context } from '../rules/rule.ts';
import { relatedOffences } from './related-offences.ts';

/**
 * The facts that the related offences ask for, by the name under which the circumstances keep them, each with its
 * question. The amounts of the violation have their own place and are left out.
 */
export function offenceQuestions(context: Pick<Context, 'file' | 'book'>): Map<string, string> {
  const questions = new Map<string, string>();
  const ask = (part: ThresholdPart) => {
    if (part.op === '>=' && !part.sum && part.factor !== undefined && !(part.factor in BASES)) {
      questions.set(part.factor, `${part.label}（${part.of?.unit ?? part.unit}）`);
    }
    if (part.op === 'is') questions.set(part.factor, `是否${part.label}？`);
  };
  for (const { offence, by } of relatedOffences(context)) {
    const opening = offence.lines.filter((line) => !line.tier);
    if (by === 'stated' || opening.length === 0) continue;
    const { conduct, shares, id } = offence;
    if (conduct) questions.set(conduct.factor, `是否${conduct.label}？`);
    for (const { all } of [...opening, ...shares]) for (const part of all) ask(part);
    if (offence.aggregation) for (const { all } of opening) addEarlier(all[0]!, questions);
    const flags = opening.flatMap(({ all }) =>
      all.length === 1 && all[0]?.op === 'is' ? [all[0].label] : [],
    );
    if (flags.length > 1)
      questions.set(id, `是否有下列情形之一（${offence.offence}）：${flags.join('；')}？`);
  }
  return questions;
}

/** What earlier acts that nobody has dealt with add to a figure; nobody has to answer it. */
function addEarlier(part: ThresholdPart, questions: Map<string, string>): void {
  if (part.op === 'is' || part.sum || part.factor === undefined || part.unit === '次') return;
  questions.set(
    `earlier-undealt-${part.factor}`,
    `此前未经处理的同类行为的${part.label}（${part.of?.unit ?? part.unit}）`,
  );
}
