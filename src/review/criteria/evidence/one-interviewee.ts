import type { Act } from '../../../cases/case-file.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

interface Interview {
  act: Act;
  path: string;
  people: string[];
}

export const oneInterviewee = rule({
  id: 'C4-07',
  criterion: 4,
  question: '每份询问笔录是否只询问一人，起止时间是否合理？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    penaltyLaw('55', '询问要做笔录。', { paragraph: 2 }),
    formerPenaltyLaw('37', '询问要做笔录。', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '询问分别进行，一份笔录只记一人。' }],
  reading: '只写明一名被询问人的，视为只询问了这一人；前一份结束之时后一份开始的，不算重叠。',
  about: ({ file }) => {
    if (!file.acts) {
      return unclear('需要核对询问笔录，案卷没有执法行为的记载。', ['询问经过'], ['acts']);
    }
    return file.acts.flatMap((act, index) =>
      act.kind === 'interview' ? [{ act, path: `acts.${index}`, people: peopleOf(act) }] : [],
    );
  },
  decide: (interviews) =>
    combine(
      interviews.flatMap((interview) => [
        oneOnly(interview),
        times(interview),
        ...overlaps(interview, interviews),
      ]),
      notApplicable('本案没有询问。', ['acts']),
    ),
});

function peopleOf({ interviewee, interviewees = [] }: Act): string[] {
  const named = [...interviewees, ...(interviewee ?? '').split(/[、，,；;]/)];
  return [...new Set(named.map((name) => name.trim()).filter(Boolean))];
}

function nameOf({ act, people }: Interview): string {
  const day = (act.startedAt ?? act.date)?.slice(0, 10);
  return `${day ?? ''}对${people.join('、') || '被询问人'}的询问笔录`;
}

function oneOnly(interview: Interview): Answer {
  const { act, path, people } = interview;
  const name = nameOf(interview);
  const paths = [
    ...(act.interviewee ? [`${path}.interviewee`] : []),
    ...(act.interviewees ? [`${path}.interviewees`] : []),
  ];
  if (people.length === 0) return unclear(`${name}没有写明被询问人。`, [`${name}的被询问人`], [path]);
  return people.length === 1
    ? met(`${name}只询问一人。`, paths)
    : notMet(`一份笔录应当只询问一人，${name}记了 ${people.length} 人。`, paths);
}

function times(interview: Interview): Answer {
  const { act, path } = interview;
  const name = nameOf(interview);
  const span = spanOf(act);
  if (!span) {
    const missing = [...(act.startedAt ? [] : ['起始时间']), ...(act.endedAt ? [] : ['结束时间'])];
    return unclear(
      `${name}没有写明${missing.join('、')}。`,
      missing.map((what) => `${name}的${what}`),
      [path],
    );
  }
  const paths = [`${path}.startedAt`, `${path}.endedAt`];
  return span.from < span.to
    ? met(`${name}的结束时间在起始时间之后。`, paths)
    : notMet(`${name}的结束时间（${act.endedAt}）应在起始时间（${act.startedAt}）之后。`, paths);
}

/** Other records of the same person whose time runs into this one; each pair is told once, at the later in the list. */
function overlaps(interview: Interview, all: Interview[]): Answer[] {
  const span = spanOf(interview.act);
  if (!span) return [];
  return all.slice(0, all.indexOf(interview)).flatMap((other) => {
    const theirs = spanOf(other.act);
    const same = interview.people.filter((person) => other.people.includes(person));
    if (!theirs || same.length === 0 || span.from >= theirs.to || theirs.from >= span.to) return [];
    return [
      notMet(`对${same.join('、')}的两份询问笔录时间重叠。`, [
        `${interview.path}.startedAt`,
        `${interview.path}.endedAt`,
        `${other.path}.startedAt`,
        `${other.path}.endedAt`,
      ]),
    ];
  });
}

/** Both moments to the second, so that 14:00 and 14:00:00 compare as the same. */
function spanOf({ startedAt, endedAt }: Act): { from: string; to: string } | undefined {
  if (!startedAt || !endedAt) return undefined;
  const whole = (moment: string) => (moment.length === 16 ? `${moment}:00` : moment);
  return { from: whole(startedAt), to: whole(endedAt) };
}
