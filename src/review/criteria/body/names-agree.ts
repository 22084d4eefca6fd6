import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { sameAgency } from '../../steps/agency-names.ts';

/** C1-07 落款、印章与机关名称一致. */
export const namesAgree = rule({
  id: 'C1-07',
  criterion: 1,
  question: '告知书、决定书的落款和印章是否与作出决定的机关名称一致？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(59, '决定书写明决定机关名称和日期', { paragraph: 1, item: 6 }),
    penaltyLaw(59, '决定书盖有决定机关的印章', { paragraph: 2 }),
    penaltyLaw(20, '受委托组织以委托机关名义处罚', { paragraph: 4 }),
    formerPenaltyLaw(39, '决定书写明决定机关名称和日期', { paragraph: 1, item: 6 }),
    formerPenaltyLaw(39, '决定书盖有决定机关的印章', { paragraph: 2 }),
  ],
  reading: '当场决定书由执法人员签名或者盖章，不要求机关印章，不核对印章（行政处罚法第五十二条第二款）。',
  about: ({ file }) => {
    const { priorNotices = [], decision, procedure } = file;
    const made = decision && !decision.draft;
    const names: { what: string; name: string | undefined; path: string }[] = [
      // On the spot the party may be told by word of mouth: then there is no paper to compare.
      ...priorNotices.flatMap(({ organName, paper }, index) =>
        procedure === 'summary' && !organName && !paper
          ? []
          : [{ what: '告知书落款', name: organName, path: `priorNotices.${index}.organName` }],
      ),
      ...(made
        ? [
            { what: '决定书落款', name: decision.organName, path: 'decision.organName' },
            ...(procedure === 'summary'
              ? []
              : [{ what: '决定书印章', name: decision.sealName, path: 'decision.sealName' }]),
          ]
        : []),
    ];
    return names.length > 0 ? names : notApplicable('尚未制作告知书和决定书。');
  },
  decide: (names, { file, profile }) => {
    const [expected, from] = file.entrustment
      ? [file.entrustment.principal, 'entrustment.principal']
      : [file.agency.name, 'agency.name'];
    const answers = names.map(({ what, name, path }): Answer => {
      if (!name) return unclear(`${what}的机关名称无法辨认或者未载明。`, [what], [from]);
      return sameAgency(profile, name, expected)
        ? met(`${what}为“${name}”。`, [path, from])
        : notMet(`${what}应为“${expected}”，实际为“${name}”。`, [path, from]);
    });
    return combine(answers, notApplicable('尚未制作告知书和决定书。'));
  },
});
