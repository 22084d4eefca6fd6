import type { CaseCitation, CaseFile } from '../../../cases/case-file.ts';
import { citationText } from '../../../law/citation.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';
import { noFaultOffered } from '../../steps/no-fault-offered.ts';

const ACCEPTED = ['defence.noFaultEvidence.accepted', 'violation.noFault'];
const EXCEPTION = 'defence.noFaultEvidence.exception';

export const noFault = rule({
  id: 'C5-14',
  criterion: 5,
  question: '证据足以证明当事人没有主观过错的，是否不予处罚？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('33', '证明没有主观过错的不予处罚，法律、行政法规另有规定的除外。', {
      paragraph: 2,
      states: ['没有主观过错', '法律、行政法规另有规定'],
    }),
  ],
  reading:
    '没有过错由当事人举证，没有陈述申辩或者要点没有提到过错、也没有提出证据的，不适用。另有规定的只能是法律、行政法规，并且列入地区方案；没有列入的由人核对。',
  about: ({ file }) => {
    const outcome = outcomeOf(file);
    if (isAnswer(outcome)) return outcome;
    const proved = provedNoFault(file);
    if (file.decision?.noPenaltyGround === 'no-fault' && rejected(file)) {
      return notMet('决定以没有主观过错为由不予处罚，案卷没有认定当事人没有主观过错。', [
        ...ACCEPTED,
        'decision.noPenaltyGround',
      ]);
    }
    if (isAnswer(proved)) return outcome.result === 'penalty' ? proved : notPunished(outcome.path);
    return outcome.result === 'referred'
      ? notApplicable('本案移送其他机关处理。', [outcome.path])
      : { outcome, proved };
  },
  decide: ({ outcome, proved }, context) => {
    const where = [...proved, outcome.path];
    if (outcome.result !== 'penalty')
      return met('采信没有主观过错的证据，没有给予处罚。', [...proved, outcome.path]);
    const exception = context.file.defence?.noFaultEvidence?.exception;
    return exception ? judgeException(exception, where, context) : withoutException(where, context);
  },
});

/** Whether somebody looked at the evidence of absence of fault and nobody accepted it. */
function rejected({ defence, violation }: CaseFile): boolean {
  const views = [defence?.noFaultEvidence?.accepted, violation.noFault].filter((view) => view !== undefined);
  return views.length > 0 && !views.includes(true);
}

/** The paths that show proof; an Answer where there is none, or nobody knows. */
function provedNoFault(file: CaseFile): string[] | Answer {
  const {
    defence,
    violation: { noFault: found },
  } = file;
  const evidence = defence?.noFaultEvidence;
  const views = [evidence?.accepted, found].filter((view) => view !== undefined);
  if (views.includes(true)) {
    return views.includes(false)
      ? unclear('没有主观过错的证据是否采信，案卷的记载不一致。', ['是否认定没有主观过错'], ACCEPTED)
      : ACCEPTED;
  }
  if (views.length > 0) return notApplicable('没有认定当事人没有主观过错。', ACCEPTED);
  const offered = noFaultOffered(file);
  if (isAnswer(offered)) return offered;
  return unclear(
    '当事人提出没有主观过错的证据，是否采信没有载明。',
    ['没有主观过错的证据是否采信'],
    [ACCEPTED[0]!],
  );
}

function notPunished(path: string): Answer {
  return notApplicable('本案没有给予处罚。', [path]);
}

function judgeException(exception: CaseCitation, where: string[], { book, profile }: Context): Answer {
  const text = citationText(exception);
  const paths = [...where, EXCEPTION];
  const level = book.levelOf(exception.law) ?? exception.level;
  if (!level) return unclear(`${text}的规范层级没有载明。`, [`《${exception.law}》的规范层级`], paths);
  if (level !== 'law' && level !== 'administrative-regulation') {
    return notMet(`采信没有主观过错的证据而处罚，所引${text}不是法律、行政法规。`, paths);
  }
  return profile.noFaultExceptions.some((entry) => isListed(entry, exception))
    ? met(`采信没有主观过错的证据，依${text}的另行规定处罚。`, paths)
    : unclear(`依${text}仍予处罚，地区方案没有把它列为另有规定。`, [`${text}是否另有规定`], paths);
}

function withoutException(where: string[], { file, profile }: Context): Answer {
  const listed = file.provisions?.punishing?.find((citation) =>
    profile.noFaultExceptions.some((entry) => isListed(entry, citation)),
  );
  return listed
    ? unclear(
        `采信没有主观过错的证据而处罚，${citationText(listed)}可能另有规定，案卷没有引用。`,
        ['仍予处罚所依据的另行规定'],
        [...where, 'provisions.punishing'],
      )
    : notMet('采信没有主观过错的证据，应不予处罚，本案给予处罚。', where);
}

/** A profile's entry names a norm, or one of its articles: `药品管理法实施条例第七十五条`. */
function isListed(entry: string, citation: CaseCitation): boolean {
  const plain = (text: string): string => text.replaceAll(/[《》]/g, '').trim();
  const wanted = plain(entry);
  return (
    wanted === citation.law || (/第.+条/.test(wanted) && plain(citationText(citation)).startsWith(wanted))
  );
}
