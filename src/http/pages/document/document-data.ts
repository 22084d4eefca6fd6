import { getDocument, getDocumentVersion, listDocumentVersions } from '../../../documents/get-document.ts';
import type { DocumentVersion, StoredDocument } from '../../../documents/stored-document.ts';
import { type ReviewRound, roundsOf } from '../../../review/opinion/review-round.ts';
import { blockingFindings, latestScreening } from '../../../review/screening/screening.ts';
import type { Person } from '../../../staff/person.ts';
import type { AppOptions } from '../../app-options.ts';
import { type DeskData, deskData } from '../desk/desk-data.ts';

/** Everything the page of one document shows to one person. */
export interface DocumentData {
  desk: DeskData;
  document: StoredDocument;
  version: DocumentVersion;
  versions: Awaited<ReturnType<typeof listDocumentVersions>>;
  rounds: ReviewRound[];
  /** The round that waits for an opinion. */
  open?: ReviewRound;
  passed: boolean;
  /** Blocking findings that the reviewer has not answered. */
  unanswered: string[];
  is: { latest: boolean };
  may: { edit: boolean; submit: boolean; opine: boolean; sign: boolean };
}

/** Gathers a document's page. Refuses like deskData, and with `not-found` for an unknown version. */
export async function documentData(
  options: AppOptions,
  person: Person,
  id: string,
  wanted?: number,
): Promise<DocumentData> {
  const { db } = options.database;
  const document = await getDocument(db, id);
  const desk = await deskData(options, person, document.caseId);
  const version = await getDocumentVersion(db, id, wanted ?? document.version);
  const rounds = await roundsOf(db, id);
  const open = rounds.findLast((round) => !round.opinionAt && !round.withdrawnAt);
  const screening = await latestScreening(db, document.caseId);
  const answered = new Set(screening?.verdicts.map((verdict) => verdict.rule));
  const { edit } = desk.may;
  const passed = document.state === 'passed';
  return {
    desk,
    document,
    version,
    versions: await listDocumentVersions(db, id),
    rounds,
    ...(open ? { open } : {}),
    passed,
    unanswered: (screening ? blockingFindings(screening) : [])
      .map((finding) => finding.rule)
      .filter((rule) => !answered.has(rule)),
    is: { latest: version.version === document.version },
    may: {
      edit: edit && document.state !== 'signed',
      submit: edit && (document.state === 'draft' || document.state === 'returned'),
      opine: person.role === 'reviewer' && open !== undefined && document.state === 'in-review',
      sign:
        person.role === 'head' && (passed || (document.state === 'draft' && desk.major.isMajor === false)),
    },
  };
}
