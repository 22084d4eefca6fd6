import { type Admitted, admittedEvidence } from '../../rules/admitted-evidence.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';

type File = Context['file'];

export const oralEvidenceCorroborated = rule({
  id: 'C4-02',
  criterion: 4,
  question: '要件事实是否都不只靠一人的言词证据认定？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw('40', '违法事实要查清；事实不清或者证据不够的，不能处罚。'),
    formerPenaltyLaw('30', '违法事实要查清；事实不清的，不能处罚。'),
  ],
  otherBasis: [
    {
      document: '实践做法，待各地确认',
      gist: '只有一人言词、没有其他证据印证的，不认定该事实；至少两件互相独立。',
    },
  ],
  reading:
    '书证、物证、现场笔录等一件即可证明的事实不算孤证；同一人的几次陈述只算一件；询问笔录登记为书证或者笔录的，仍是言词证据；证人不是当事人一方的人的，与当事人的陈述出自不同的人。',
  about: ({ file }) => {
    if (!file.violation.elements?.length) {
      return unclear(
        '需要逐项列明构成要件和证明它的证据，案卷没有列明。',
        ['构成要件及其证据'],
        ['violation.elements'],
      );
    }
    const admitted = admittedEvidence(file, '证明要件的证据');
    return isAnswer(admitted) ? admitted : { elements: file.violation.elements, admitted };
  },
  decide: ({ elements, admitted }, { file }) => {
    const answers = elements.map((element, index) =>
      judge(
        element.name,
        `violation.elements.${index}`,
        admitted.filter(({ entry }) => element.evidence.includes(entry.id)),
        file,
      ),
    );
    return combine(answers, notApplicable('案卷没有构成要件。', ['violation.elements']));
  },
});

function judge(name: string, path: string, proving: Admitted[], file: File): Answer {
  const paths = [path, ...proving.map((piece) => `${piece.path}.kind`)];
  if (proving.length === 0) {
    return notApplicable(`要件“${name}”没有可采用的证据，见 C4-01。`, [path]);
  }
  const other = proving.find(({ entry }) => entry.kind && !isOral(entry));
  if (other) return met(`要件“${name}”有“${other.entry.name}”等 ${proving.length} 件证据。`, paths);
  const kindless = proving.filter(({ entry }) => !entry.kind);
  if (kindless.length > 0) {
    const names = kindless.map(({ entry }) => `证据“${entry.name}”的种类`);
    return unclear(`要件“${name}”的${names.join('、')}没有写明，不能判断是否只有言词证据。`, names, paths);
  }
  const speakers = proving.map((piece) => speakerOf(piece, file));
  const persons = new Set(speakers.flatMap(({ person }) => person ?? []));
  const where = [...paths, ...speakers.flatMap((speaker) => speaker.paths)];
  const nameless = proving.filter((_, at) => !speakers[at]!.person);
  // What somebody says for the party and what an outsider says come from two people, whoever spoke for the party.
  const sides = [...persons].some((person) => isOutsider(person, file)) && nameless.some(isStatement);
  if (persons.size > 1 || sides) {
    return met(`要件“${name}”有 ${persons.size + (sides ? 1 : 0)} 人的言词证据互相印证。`, [
      ...where,
      ...(sides ? ['party.name', 'party.legalRepresentative', 'party.operator'] : []),
    ]);
  }
  const proof = file.papers?.findIndex(({ kind }) => kind === 'identity-proof') ?? -1;
  if (/主体|身份/.test(name) && proof >= 0) {
    return met(`要件“${name}”另有《${file.papers![proof]!.title}》。`, [...where, `papers.${proof}.kind`]);
  }
  const alone = file.party.kind !== 'organisation' && proving.every(isStatement);
  if (proving.length > 1 && nameless.length > 0 && !alone) {
    const names = nameless.map((piece) =>
      isStatement(piece) ? `“${piece.entry.name}”的陈述人` : `“${piece.entry.name}”的证人姓名`,
    );
    return unclear(`要件“${name}”只有言词证据，是否出自不同的人没有写明。`, names, where);
  }
  return notMet(`要件“${name}”需要有其他证据印证，只有${quoted(proving)}，出自一人。`, where);
}

/** Statements, and the records of interviews under whatever kind they were listed. */
function isOral({ kind, name }: Admitted['entry']): boolean {
  if (kind === 'witness' || kind === 'party-statement') return true;
  return (kind === 'documentary' || kind === 'record') && /询问笔录|询问记录|陈述笔录/.test(name);
}

function interviewOf(paper: string, acts: File['acts'] = []): number {
  return acts.findIndex((act) => act.kind === 'interview' && act.paper === paper);
}

function isStatement({ entry }: Admitted): boolean {
  return entry.kind === 'party-statement';
}

/** Not the one who speaks for the party, as far as it is known who that is. */
function isOutsider(person: string, { party }: File): boolean {
  const { kind, name, legalRepresentative, operator } = party;
  const speaks = { person: name, organisation: legalRepresentative, 'individual-business': operator }[kind];
  return speaks !== undefined && ![name, legalRepresentative, operator].includes(person);
}

/** Who spoke: the witness, or the one whom the interview of the same paper heard. */
function speakerOf({ entry, path }: Admitted, { acts }: File): { person?: string; paths: string[] } {
  if (entry.testimony?.name) return { person: entry.testimony.name, paths: [`${path}.testimony.name`] };
  const at = entry.paper ? interviewOf(entry.paper, acts) : -1;
  const person = acts?.[at]?.interviewee;
  return person ? { person, paths: [`acts.${at}.interviewee`] } : { paths: [] };
}

function quoted(proving: Admitted[]): string {
  return proving.map(({ entry }) => `“${entry.name}”`).join('、');
}
