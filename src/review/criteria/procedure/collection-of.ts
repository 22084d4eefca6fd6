import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { type Fen, yuan } from '../../../law/money.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { sameAgency } from '../../steps/agency-names.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { papersSilent } from '../../steps/papers-silent.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { totalFine } from '../../steps/total-fine.ts';

type OnTheSpot = NonNullable<NonNullable<CaseFile['performance']>['onTheSpot']>;

/** What the two texts of the law set differently. */
export interface CollectionText {
  /** The fine up to which money may be taken on the spot, included, and its words. */
  small: Fen;
  words: string;
  /** 二个工作日, or 二日 where its count is not settled. */
  period: string;
  /** Whether `done` lies within two days after `start`, as that text counts them. */
  twoDays(start: Day, done: Day, paths: string[]): TwoDays | Answer;
}

export interface TwoDays {
  within: boolean | 'depends';
  last: string;
  steps: string[];
}

const AT = 'performance.onTheSpot';

/** The collection on the spot; an Answer where there is nothing to ask about it. */
export function collectionOf({ file }: Context): OnTheSpot | Answer {
  const { onTheSpot, paid, paidOn, enforcedOn } = file.performance ?? {};
  if (onTheSpot?.collected) return onTheSpot;
  if (beforeDecision(file)) return notApplicable('尚未作出决定，没有收缴罚款。');
  const decision = penaltyDecision(file);
  if (isAnswer(decision)) return decision;
  if (decision.penalties && !decision.penalties.some(({ type }) => type === 'fine')) {
    return notApplicable('决定没有罚款。', ['decision.penalties']);
  }
  if (onTheSpot?.collected === false) return onTheSpot;
  const { manner } = file.decision?.performance ?? {};
  if (manner && !/银行|信用社|支付|扫码/.test(manner) && manner.includes(file.agency.name)) {
    return notMet(`罚款应由专门机构收缴，决定书写明“${manner}”。`, [
      'decision.performance.manner',
      'agency.name',
    ]);
  }
  const body = file.decision?.performance?.collectingBody;
  if (body && papersSilent(file, { kinds: [], words: /当场(?:收缴|缴纳|缴清|收取)/ })) {
    return notApplicable(`决定书写明向${body}缴纳，成卷的各份材料没有当场收缴的记载。`, [
      'decision.performance.collectingBody',
      'papers',
    ]);
  }
  return paid || paidOn || enforcedOn
    ? unclear('案卷未载明罚款是否当场收缴。', ['罚款是否当场收缴'], ['performance'])
    : notApplicable('案卷没有缴纳罚款的记载。');
}

export function judgeCollection(onTheSpot: OnTheSpot, context: Context, text: CollectionText): Answer {
  if (!onTheSpot.collected) return separate(context);
  const answers = [
    ground(onTheSpot, context.file, text),
    receipt(onTheSpot),
    handedIn(onTheSpot, context.today, text),
    banked(onTheSpot, context.today, text),
  ];
  const worst = combine(answers, unclear('无法核对当场收缴。', ['当场收缴的情况']));
  // A step that is not due yet leaves the rest open, not met.
  const open = answers.find(({ answer }) => answer === 'not-applicable');
  return worst.answer === 'met' && open ? open : worst;
}

function separate({ file, profile }: Context): Answer {
  const body = file.decision?.performance?.collectingBody;
  if (!body) return notApplicable('罚款没有当场收缴。', [`${AT}.collected`]);
  const paths = [`${AT}.collected`, 'decision.performance.collectingBody'];
  return sameAgency(profile, body, file.agency.name)
    ? notMet(`罚款应由专门机构收缴，决定书写明由作出决定的机关（${body}）收缴。`, [...paths, 'agency.name'])
    : met(`罚款没有当场收缴，由${body}收缴。`, paths);
}

function ground(
  { ground: named, partyRequested }: OnTheSpot,
  file: CaseFile,
  { small, words }: CollectionText,
): Answer {
  const summary = file.procedure === 'summary';
  const fine = totalFine(file.decision?.penalties);
  const paths = ['procedure', 'decision.penalties', `${AT}.ground`];
  if (summary && fine !== undefined && fine <= small) {
    return met(`当场处罚罚款${yuan(fine)}，不超过${words}，可以当场收缴。`, [
      'procedure',
      'decision.penalties',
    ]);
  }
  if (!named && !summary && papersSilent(file, { kinds: [], words: /边远|水上|海上|交通不便/ })) {
    return notMet(
      '普通程序的罚款，只有边远、水上、交通不便地区经当事人提出才可以当场收缴，案卷没有这样的记载。',
      [...paths, 'papers'],
    );
  }
  if (!named) return unclear('当场收缴属于哪种法定情形，案卷未载明。', ['当场收缴的情形'], [AT]);
  if (named === 'remote-request') {
    const asked = [`${AT}.ground`, `${AT}.partyRequested`];
    if (partyRequested === undefined) {
      return unclear('边远等地区当场收缴须经当事人提出，案卷未载明。', ['当事人是否提出当场缴纳'], [AT]);
    }
    return partyRequested
      ? met('边远、水上、交通不便地区，经当事人提出当场收缴。', asked)
      : notMet('边远等地区当场收缴须经当事人提出，当事人没有提出。', asked);
  }
  if (named === 'none') return notMet('当场收缴没有法定情形。', paths);
  if (!summary) return notMet('普通程序的罚款，只有边远等地区经当事人提出才可以当场收缴。', paths);
  if (named === 'hard-to-collect') return met('当场处罚，不当场收缴事后难以执行。', paths);
  return fine === undefined
    ? unclear(`以${words}以下为由当场收缴，罚款金额没有载明。`, ['罚款金额'], paths)
    : notMet(`以${words}以下为由当场收缴，罚款为${yuan(fine)}。`, paths);
}

function receipt({ receipt: given }: OnTheSpot): Answer {
  if (given === undefined) {
    return unclear('当场收缴有没有出具财政部门的专用票据，案卷未载明。', ['当场收缴的票据'], [AT]);
  }
  return given
    ? met('出具了专用票据。', [`${AT}.receipt`])
    : notMet('当场收缴必须出具财政部门的专用票据，没有出具。', [`${AT}.receipt`]);
}

function handedIn(
  { collectedOn, landedOn, handedInOn, ground: named }: OnTheSpot,
  today: Day,
  text: CollectionText,
): Answer {
  if (!collectedOn) return unclear('当场收缴的日期没有载明。', ['当场收缴日'], [AT]);
  const afloat = named === 'remote-request' && landedOn && landedOn > collectedOn;
  const start = afloat ? landedOn : collectedOn;
  const from = `${chineseDay(collectedOn)}当场收缴${afloat ? `、${chineseDay(landedOn)}抵岸` : ''}`;
  const paths = [`${AT}.collectedOn`, ...(afloat ? [`${AT}.landedOn`] : [])];
  const answer = inTwoDays(start, handedInOn, `${AT}.handedInOn`, today, paths, [from, '交至机关'], text);
  if (answer.answer !== 'not-met' || named !== 'remote-request' || landedOn) return answer;
  return unclear(
    `${answer.reason.replace(/。$/, '')}；在水上收缴的自抵岸日起算，案卷未载明抵岸日。`,
    ['是否在水上收缴及抵岸日'],
    answer.paths,
  );
}

function banked({ handedInOn, bankedOn }: OnTheSpot, today: Day, text: CollectionText): Answer {
  if (!handedInOn) {
    return bankedOn
      ? unclear('罚款已缴付银行，交至机关的日期没有载明。', ['交至机关之日'], [AT])
      : notApplicable('罚款尚未交至机关，缴付银行的期限未开始。', [`${AT}.collected`]);
  }
  const from = `${chineseDay(handedInOn)}交至机关`;
  return inTwoDays(
    handedInOn,
    bankedOn,
    `${AT}.bankedOn`,
    today,
    [`${AT}.handedInOn`],
    [from, '缴付银行'],
    text,
  );
}

function inTwoDays(
  start: Day,
  done: Day | undefined,
  donePath: string,
  today: Day,
  from: string[],
  [since, step]: [string, string],
  text: CollectionText,
): Answer {
  const paths = [...from, ...(done ? [donePath] : [])];
  const count = text.twoDays(start, done ?? today, paths);
  if (isAnswer(count)) return count;
  const need = `${since}，最迟应于${count.last}${step}`;
  if (!done) {
    return count.within === true
      ? notApplicable(`${need}，期限未满。`, paths)
      : unclear(`${need}，案卷未载明${step}的日期。`, [`${step}之日`], paths);
  }
  const found = `${need}，实际于${chineseDay(done)}${step}`;
  if (done < start) return unclear(`${found}，日期有误。`, [`${step}之日`], paths);
  if (count.within === 'depends') {
    return {
      ...unclear(`${found}，旧法未定明二日的算法。`, ['当时当地对“二日”的算法'], paths),
      steps: count.steps,
    };
  }
  return count.within
    ? met(`${found}，在期限内。`, paths, { steps: count.steps })
    : notMet(`${found}，超过${text.period}。`, paths, { steps: count.steps });
}
