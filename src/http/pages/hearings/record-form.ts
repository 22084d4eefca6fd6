import {
  type Confirmation,
  type HearingRecord,
  LEFT_OUT,
  type RecordBody,
} from '../../../hearings/hearing-record.ts';
import type { RecordForm } from '../../../hearings/record-forms.ts';
import { SPEAKER_ROLE_NAMES, type SpeakerRole } from '../../../hearings/speaker-roles.ts';
import { visibleText } from '../../../law/visible-text.ts';

/** Rows for people whom the case does not name. */
export const EXTRA_PEOPLE = 3;

type Fields = Record<string, string>;

/** The body that a form of the draft makes; what the form does not speak of stays. */
export function bodyOfForm(fields: Fields, { body }: HearingRecord, form: RecordForm): RecordBody {
  const parts = new Set([...form.parts.map(({ key }) => key), LEFT_OUT]);
  const said = (name: string) => visibleText(fields[name] ?? '').trim();
  return {
    head: Object.fromEntries(form.head.map(({ key }) => [key, said(`head-${key}`)])),
    attendance: Array.from({ length: body.attendance.length + EXTRA_PEOPLE }, (_, index) => ({
      role: fields[`person-${index}-role`] as SpeakerRole,
      name: said(`person-${index}-name`),
      present: fields[`person-${index}-present`] !== undefined,
    })).filter(({ role, name }) => name !== '' && SPEAKER_ROLE_NAMES.includes(role)),
    lines: body.lines.map((line) => {
      const part = fields[`line-${line.id}-part`];
      if (part === undefined || !parts.has(part)) return line;
      const { reason: _, ...rest } = line;
      const reason = part === LEFT_OUT ? said(`line-${line.id}-reason`) : '';
      const text = line.segments.length > 0 ? said(`line-${line.id}-text`).replaceAll(/\s*\n\s*/g, '') : '';
      return { ...rest, part, text, ...(reason ? { reason } : {}) };
    }),
    empty: Object.fromEntries(
      form.parts.map(({ key }) => [key, said(`empty-${key}`)] as const).filter(([, why]) => why !== ''),
    ),
  };
}

/** The confirmation that a form makes. */
export function confirmationOfForm(fields: Fields, { body }: HearingRecord): Confirmation {
  const said = (name: string) => visibleText(fields[name] ?? '').trim();
  const notedBy = said('refusalNotedBy');
  return {
    pages: Number(fields.pages),
    checked: fields.checked === 'read-out' ? 'read-out' : 'read',
    corrections: said('corrections'),
    signedOn: fields.signedOn ?? '',
    people: body.attendance
      .filter(({ present }) => present)
      .flatMap(({ role, name }, index) => {
        const outcome = fields[`person-${index}`];
        if (outcome !== 'signed' && outcome !== 'refused') return [];
        const reason = outcome === 'refused' ? said(`reason-${index}`) : '';
        return [{ role, name, outcome, ...(reason ? { reason } : {}) }];
      }),
    ...(notedBy ? { refusalNotedBy: notedBy } : {}),
  };
}
