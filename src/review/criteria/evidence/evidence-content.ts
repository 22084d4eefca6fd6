import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Context, met, notApplicable, rule, unclear } from '../../rules/rule.ts';

/** C4-01 证据内容: whether what the evidence says bears the facts out. A person's question; a model may be asked. */
export const evidenceContent = rule({
  id: 'C4-01.content',
  criterion: 4,
  question: '所列证据的内容是否能够证明各项要件事实？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw('40', '违法事实要查清；事实不清或者证据不够的，不能处罚。'),
    penaltyLaw('46', '证据查证属实后才能用来认定事实。', { paragraph: 2 }),
  ],
  reading:
    '证据与要件的对应由 C4-01 核对；证据说了什么、能否证明，程序不判断：每一要件都有人确认过的引文的，以人的确认为准，否则由人核对，模型的意见也须由人确认。',
  about: ({ file }) =>
    file.violation.elements?.length
      ? file.violation.elements
      : notApplicable('案卷没有逐项列明构成要件，由 C4-01 提示补充。'),
  decide: (all, context) => {
    const elements = all.filter((_element, index) => !confirmedByPerson(context, index));
    if (elements.length === 0) {
      return met('每一要件都有人确认过的证据引文。', ['violation.elements']);
    }
    const papers = papersOf(
      context,
      elements.flatMap(({ evidence }) => evidence),
    );
    const looked = papers.length > 0 ? `对照${titles(context, papers)}` : '对照证据原件';
    return unclear(
      `证据内容能否证明${elements.map(({ name }) => `“${name}”`).join('、')}，需要人${looked}核对。`,
      elements.map(({ name }) => `证据内容能否证明“${name}”的核对结论`),
      ['violation.elements'],
    );
  },
  asks: (context) =>
    (context.file.violation.elements ?? []).flatMap(({ name, evidence }, index) =>
      confirmedByPerson(context, index)
        ? []
        : [
            {
              prompt: 'evidence-supports-fact' as const,
              claim: `证据材料能够证明“${name}”（${context.file.violation.name}）`,
              opposite: `证据材料不能证明“${name}”，或者与它相反（${context.file.violation.name}）`,
              papers: papersOf(context, evidence),
              whenTrue: 'unclear' as const,
              whenFalse: 'not-met' as const,
              look: `证据内容能否证明“${name}”`,
            },
          ],
    ),
});

/** A person has pointed at the words that show the element. */
function confirmedByPerson({ file }: Context, index: number): boolean {
  const path = `violation.elements.${index}`;
  return (file.sources ?? []).some(
    (source) =>
      (source.path === path || source.path.startsWith(`${path}.`)) &&
      (source.by === 'person' || source.confirmedBy !== undefined),
  );
}

/** The papers that hold the pieces of evidence, those excluded left out. */
function papersOf({ file }: Context, evidence: string[]): string[] {
  const listed = (file.evidence ?? []).filter(({ id, excluded }) => evidence.includes(id) && !excluded);
  return [...new Set(listed.flatMap(({ paper }) => paper ?? []))];
}

function titles({ file }: Context, papers: string[]): string {
  return papers
    .map((id) => `《${file.papers?.find((paper) => paper.id === id)?.title ?? id}》`)
    .sort()
    .join('');
}
