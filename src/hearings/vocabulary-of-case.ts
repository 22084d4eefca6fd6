import type { AnyCaseFile } from '../cases/case-file.ts';

/** The names and titles that will be spoken: who takes part, what it is about, which laws. In order of weight, once each. */
export function vocabularyOfCase(file: AnyCaseFile): string[] {
  const penalty = file.action === 'penalty' ? file : undefined;
  const { party } = file;
  const words = [
    file.agency.name,
    party.name,
    party.legalRepresentative,
    party.operator,
    penalty?.hearing?.presiding?.name,
    penalty?.hearing?.clerk,
    ...(penalty?.hearing?.agents ?? []).map(({ name }) => name),
    ...(file.officers ?? []).map(({ name }) => name),
    file.cause,
    ...[
      ...(penalty?.provisions?.punishing ?? []),
      ...(penalty?.provisions?.breached ?? []),
      ...(penalty?.provisions?.alsoPunishing ?? []),
    ].map(({ law }) => `《${law}》`),
    '《中华人民共和国行政处罚法》',
    '听证',
    '陈述和申辩',
  ];
  return [...new Set(words.filter((word) => word !== undefined && word.trim() !== ''))] as string[];
}
