import { chineseDay } from '../../../law/dates.ts';
import type { Context } from '../../rules/rule.ts';
import { sameAgency } from '../../steps/agency-names.ts';
import { plainDocumentNumber } from '../../steps/plain-document-number.ts';
import type { Paper, Stated } from './stated-particulars.ts';

interface Step {
  name: string;
  path: string;
  date?: string;
  number?: string;
  organName?: string;
}

/** Date, number and organ in the head of a decision or a notice beside those that its step in the file holds. */
export function headingParticulars(paper: Paper, path: string, { file, profile }: Context): Stated[] {
  const step = stepOf(paper, file);
  if (!step) return [];
  const found: Stated[] = [];
  const { date, number, organName } = paper;
  const add = (
    field: 'date' | 'number' | 'organName',
    called: string,
    text: (value: string) => string,
    same: (one: string, other: string) => boolean,
  ) => {
    const said = { date, number, organName }[field];
    const due = step[field];
    if (!said) return;
    found.push({
      what: `${step.name}的${called}`,
      paper: paper.title,
      said: text(said),
      path: `${path}.${field}`,
      ...(due ? { due: { text: text(due), paths: [`${step.path}.${field}`] } } : {}),
      agrees: due !== undefined && same(said, due),
      same: (other) => other === text(said),
    });
  };
  const asWritten = (value: string) => value;
  const sameNumber = (one: string, other: string) => plainDocumentNumber(one) === plainDocumentNumber(other);
  add('date', '日期', chineseDay, (one, other) => one === other);
  add('number', '文号', asWritten, sameNumber);
  add('organName', '机关名称', asWritten, (one, other) => sameAgency(profile, one, other));
  return found;
}

function stepOf(paper: Paper, { decision, priorNotices, papers }: Context['file']): Step | undefined {
  const only = papers?.filter(({ kind }) => kind === 'decision').length === 1;
  const own = decision?.paper === undefined ? only : decision.paper === paper.id;
  if (decision && !decision.draft && paper.kind === 'decision' && own) {
    const { date, number, organName } = decision;
    return step('决定书', 'decision', { date, number, organName });
  }
  const at = (priorNotices ?? []).findIndex((notice) => notice.paper === paper.id);
  const notice = priorNotices?.[at];
  if (!notice) return undefined;
  const { date, number, organName } = notice;
  return step('事先告知书', `priorNotices.${at}`, { date, number, organName });
}

function step(
  name: string,
  path: string,
  head: Record<'date' | 'number' | 'organName', string | undefined>,
): Step {
  const known = Object.entries(head).filter(([, value]) => value !== undefined);
  return { name, path, ...Object.fromEntries(known) };
}
