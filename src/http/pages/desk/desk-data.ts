import { type Deadline, deadlinesOf } from '../../../cases/deadlines-of.ts';
import { getCase } from '../../../cases/get-case.ts';
import { type Stage, type StageDays, stagesOf } from '../../../cases/stages-of.ts';
import type { StoredCase } from '../../../cases/stored-case.ts';
import { pastCases } from '../../../corpus/past-cases.ts';
import type { Profile } from '../../../corpus/profile.ts';
import type { Db } from '../../../db/database.ts';
import { comparableCases } from '../../../discretion/comparable-cases.ts';
import { keptPastCases } from '../../../discretion/evenness/kept-past-cases.ts';
import { findGaps } from '../../../documents/find-gaps.ts';
import { getDocumentVersion, listDocuments } from '../../../documents/get-document.ts';
import type { StoredDocument } from '../../../documents/stored-document.ts';
import { openFactsOf } from '../../../dossiers/fact-states.ts';
import { hasReading } from '../../../dossiers/stored-reading.ts';
import { AppError } from '../../../errors.ts';
import { countRecordings } from '../../../hearings/recording.ts';
import { today } from '../../../law/dates.ts';
import { offenceQuestions } from '../../../review/crime/offence-questions.ts';
import { reviewDaysOf } from '../../../review/opinion/review-days.ts';
import { passes, roundsOf } from '../../../review/opinion/review-round.ts';
import { type MajorSummary, majorSummary } from '../../../review/screening/major-summary.ts';
import { type Finding, screenCase } from '../../../review/screening/screen-case.ts';
import { latestScreening } from '../../../review/screening/screening.ts';
import { listPeople } from '../../../staff/find-person.ts';
import type { Person } from '../../../staff/person.ts';
import type { AppOptions } from '../../app-options.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { requireReader } from '../../may-read-case.ts';
import { type Discretion, discretionData } from './discretion-data.ts';
import { factorPath } from './factor-path.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { VerdictView } from './verdict-form.tsx';

/** Everything one case's desk shows to one person. */
export interface DeskData {
  stored: StoredCase;
  person: Person;
  profile: Profile;
  people: Map<string, string>;
  stages: Stage[];
  deadlines: Deadline[];
  major: MajorSummary;
  findings: Finding[];
  /** The kept screening of the present revision. */
  screening?: { id: string; at: string; rulesVersion: string; model?: string };
  verdicts: Map<string, VerdictView>;
  /** Of penalties alone. */
  discretion?: Discretion;
  /** Circumstances that the benchmark and the related offences ask about, each with its question. */
  factorQuestions: Map<string, string>;
  documents: StoredDocument[];
  /** How many recordings of it are kept. */
  recordings: number;
  /** Of a case that was read from papers: how many facts nobody has looked at. */
  reading?: { open: number };
  nextStep: NextStep;
  may: { edit: boolean; answer: boolean };
}

/** Gathers the desk. Refuses with `not-found`, and with `not-allowed` for those who may not look into the case. */
export async function deskData(options: AppOptions, person: Person, caseId: string): Promise<DeskData> {
  const { db } = options.database;
  const stored = await getCase(db, caseId);
  requireReader(person, stored);
  const { file } = stored;
  const profile = profileOf(options, file.jurisdiction);
  const kept = await latestScreening(db, caseId);
  const current = kept && kept.caseRevision === stored.revision ? kept : undefined;
  const people = new Map((await listPeople(db)).map((one) => [one.id, one.name]));
  const documents = await listDocuments(db, caseId);
  const main = documents.at(-1);
  const text = main ? (await getDocumentVersion(db, main.id, main.version)).text : '';
  const others = [...pastCases(), ...(await keptPastCases(db, options.book, file))];
  const findings =
    current?.findings ??
    screenCase(file, {
      profile,
      book: options.book,
      today: today(),
      likeCases: comparableCases(file, options.book, others),
    });
  const discretion =
    file.action === 'penalty'
      ? await discretionData(db, file, { book: options.book, profile, others })
      : undefined;
  const days = main ? reviewDaysOf(await roundsOf(db, main.id)) : {};
  const wasRead = file.action === 'penalty' && (await hasReading(db, caseId));
  const isHandler = stored.handlers.includes(person.id);
  return {
    stored,
    person,
    profile,
    people,
    stages: stagesOf(file, main ? await reviewDays(db, main) : {}),
    deadlines: deadlinesOf(file, profile, today(), days),
    major: majorSummary(file, profile, today(), days),
    findings,
    ...(current
      ? {
          screening: {
            id: current.id,
            at: chineseMoment(current.at),
            rulesVersion: current.rulesVersion,
            ...(current.model ? { model: current.model } : {}),
          },
        }
      : {}),
    verdicts: new Map(
      (current?.verdicts ?? []).map((entry) => [
        entry.rule,
        {
          verdict: entry.verdict,
          reason: entry.reason,
          by: people.get(entry.by) ?? entry.by,
          ...(entry.reply
            ? { reply: { text: entry.reply.text, by: people.get(entry.reply.by) ?? entry.reply.by } }
            : {}),
        },
      ]),
    ),
    ...(discretion ? { discretion } : {}),
    factorQuestions: new Map([
      ...(file.action === 'penalty' ? offenceQuestions({ file, book: options.book }) : []),
      // Lists of slight violations and the provision ask for facts that the table does not know.
      ...(discretion?.tier.missing ?? [])
        .filter(({ factor }) => factorPath(factor) === `circumstances.factors.${factor}`)
        .map(({ factor, question }) => [factor, question] as const),
      ...(discretion?.tier.item?.factors ?? []).map(({ name, question }) => [name, question] as const),
    ]),
    documents,
    recordings: await countRecordings(db, caseId),
    ...(wasRead ? { reading: { open: openFactsOf(file) } } : {}),
    nextStep: nextStep({
      stored,
      person,
      screened: current !== undefined,
      asked: (current?.verdicts ?? []).filter(({ verdict, reply }) => verdict === 'asked' && !reply).length,
      blocking: findings.filter((finding) => finding.answer === 'not-met' && finding.severity === 'block')
        .length,
      ...(main ? { document: { id: main.id, state: main.state, gaps: findGaps(text).length } } : {}),
    }),
    may: {
      edit: isHandler,
      answer:
        person.role === 'reviewer' && !isHandler && current !== undefined && main?.state === 'in-review',
    },
  };
}

/** The days of the passed review and of the signature, which the product knows better than the papers. */
async function reviewDays(db: Db, main: StoredDocument): Promise<StageDays> {
  const passed =
    main.state === 'passed' || main.state === 'signed'
      ? (await roundsOf(db, main.id)).findLast((round) => passes(round.conclusion) && !round.withdrawnAt)
      : undefined;
  const signed = await db
    .selectFrom('signatures')
    .select('signed_at')
    .where('document_id', '=', main.id)
    .executeTakeFirst();
  return {
    ...(passed?.opinionAt ? { reviewPassedOn: today(passed.opinionAt) } : {}),
    ...(signed ? { signedOn: today(signed.signed_at) } : {}),
  };
}

/** The jurisdiction profile of a case. Refuses with `unavailable` when it is not installed. */
export function profileOf(options: AppOptions, id: string | undefined): Profile {
  const wanted = id ?? options.config.jurisdiction;
  const profile = options.profiles.get(wanted);
  if (!profile) {
    throw new AppError('unavailable', `没有安装地区方案“${wanted}”，请系统管理员检查 MINGCAI_JURISDICTION。`);
  }
  return profile;
}
