import { admittedEvidence } from '../../rules/admitted-evidence.ts';
import { evidenceRules } from '../../rules/penalty-law.ts';
import type { AnswerKind } from '../../rules/rule.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const rightsKept = rule({
  id: 'C4-20',
  criterion: 4,
  question: '采用的证据是否都没有建立在剥夺陈述、申辩或者听证权利之上？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    evidenceRules('60', '非法剥夺陈述、申辩或者听证权利所采用的证据，不能证明行为合法。', {
      paragraph: 1,
      item: 2,
      states: ['非法剥夺', '陈述、申辩或者听证权利'],
    }),
  ],
  reading: '由 C3-05、C3-08、C3-11 的结论推出：其中一项不符合的，采用的证据都要重新审查。',
  about: ({ file, answerOf }) => {
    const admitted = admittedEvidence(file, '采用的证据');
    if (isAnswer(admitted)) return admitted;
    if (admitted.length === 0) return notApplicable('证据都已排除，没有采用的证据。', ['evidence']);
    const rights: [string, AnswerKind | undefined][] = [
      ['听取和复核陈述申辩（C3-05）', answerOf('C3-05')],
      ['告知听证权利（C3-08）', answerOf('C3-08')],
      ['依申请举行听证（C3-11）', answerOf('C3-11')],
    ];
    return { admitted, rights };
  },
  decide: ({ admitted, rights }) => {
    const paths = [...admitted.map(({ path }) => path), 'priorNotices', 'defence', 'hearing'];
    const named = (kind: AnswerKind | undefined) =>
      rights.flatMap(([name, answer]) => (answer === kind ? [name] : []));
    const denied = named('not-met');
    if (denied.length > 0) {
      const pieces = admitted.map(({ entry }) => `“${entry.name}”`).join('、');
      return notMet(`${denied.join('、')}不符合，在此情况下采用的证据${pieces}不能证明决定合法。`, paths);
    }
    const open = [...named('unclear'), ...named(undefined)];
    if (open.length > 0) {
      return unclear(`${open.join('、')}尚不清楚，证据能否采用不能确定。`, open, paths);
    }
    return named('met').length > 0
      ? met(`${named('met').join('、')}符合，没有剥夺陈述、申辩或者听证权利的情形。`, paths)
      : notApplicable('本案尚没有涉及陈述、申辩、听证权利的决定。', paths);
  },
});
