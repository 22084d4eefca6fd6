import { hearingHeld } from '../../hearing/hearing-held.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

/** C3-13 听证代理人. */
export const hearingAgents = rule({
  id: 'C3-13',
  criterion: 3,
  question: '当事人委托的听证代理人是否不超过二人，且均有委托书？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '当事人可以亲自参加，也可以委托一至二人代理', {
      paragraph: 1,
      item: 5,
      states: ['一至二人'],
    }),
    formerPenaltyLaw(42, '当事人可以亲自参加，也可以委托一至二人代理', {
      paragraph: 1,
      item: 5,
      states: ['一至二人'],
    }),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '代理人提交委托书' }],
  reading: '法定代表人、负责人亲自参加的不是代理人，不计入；没有代理人的，符合。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => {
    const ended = hearingHeld(context);
    if (ended) return ended;
    const { hearing } = context.file;
    if (hearing?.endedBy === 'absence') {
      return notApplicable('当事人及其代理人未到场，听证终止。', ['hearing.endedBy']);
    }
    return hearing?.agents ?? unclear('案卷未载明听证代理人的情况。', ['听证代理人'], ['hearing']);
  },
  decide: (agents) => {
    if (agents.length === 0) return met('没有委托代理人，当事人亲自参加听证。', ['hearing.agents']);
    if (agents.length > 2) {
      return notMet(`听证代理人不得超过二人，实际${agents.length}人。`, ['hearing.agents']);
    }
    return judgeEach(
      agents,
      ({ name, powerOfAttorney }, index) => {
        const paths = [`hearing.agents.${index}.powerOfAttorney`];
        if (powerOfAttorney) return undefined;
        return powerOfAttorney === false
          ? notMet(`代理人${name}没有委托书。`, paths)
          : unclear(`代理人${name}是否提交委托书没有载明。`, [`${name}的委托书`], ['hearing.agents']);
      },
      met(
        `听证代理人${agents.length}人，均有委托书。`,
        agents.map((_agent, index) => `hearing.agents.${index}.powerOfAttorney`),
      ),
    );
  },
});
