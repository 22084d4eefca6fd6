import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Context, notApplicable, rule, unclear } from '../../rules/rule.ts';

/** C3-05 答复的实质: whether each refusal of a point of the defence meets the point. A person's question. */
export const defenceReply = rule({
  id: 'C3-05.reply',
  criterion: 3,
  question: '对未采纳的陈述申辩意见，答复是否针对意见并说明了理由？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [penaltyLaw(45, '充分听取并复核当事人的意见，成立的应采纳', { paragraph: 1 })],
  reading:
    '有没有答复由 C3-05 核对；答复是否针对意见，程序不判断，没有模型时由人核对，模型的意见也须由人确认。',
  about: ({ file }) => {
    const refused = (file.defence?.points ?? []).flatMap(({ text, adopted, answer }) =>
      adopted === false && answer ? [{ text, answer }] : [],
    );
    return refused.length > 0
      ? refused
      : notApplicable('没有不予采纳并已答复的陈述申辩意见。', ['defence.points']);
  },
  decide: (refused) =>
    unclear(
      `对${refused.map(({ text }) => `“${text}”`).join('、')}的答复是否针对意见、说明理由，需要人核对。`,
      refused.map(({ text }) => `对“${text}”的答复是否针对意见的核对结论`),
      ['defence.points'],
    ),
  asks: (context) =>
    (context.file.defence?.points ?? []).flatMap(({ text, adopted, answer }) =>
      adopted === false && answer
        ? [
            {
              prompt: 'defence-answered' as const,
              claim: `行政机关对当事人意见“${text}”的答复针对该意见，并说明了不采纳的理由`,
              opposite: `行政机关对当事人意见“${text}”没有针对性的答复，或者没有说明不采纳的理由`,
              papers: papersOf(context),
              whenTrue: 'unclear' as const,
              whenFalse: 'not-met' as const,
              look: `对“${text}”的答复是否针对意见、说明理由`,
            },
          ]
        : [],
    ),
});

function papersOf({ file }: Context): string[] {
  const kinds = ['defence-record', 'decision', 'hearing-report'];
  const listed = (file.papers ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  return [...new Set([...(file.defence?.paper ? [file.defence.paper] : []), ...listed])];
}
