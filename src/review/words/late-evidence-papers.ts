import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { paperDay } from '../steps/paper-day.ts';
import { decisionText } from '../steps/penalty-decision.ts';
import { plainDocumentNumber } from '../steps/plain-document-number.ts';
import { plainWords } from '../steps/plain-words.ts';

export interface LateEvidence {
  title: string;
  day: Day;
  /** Position of the paper. */
  index: number;
}

const KINDS: readonly PaperKind[] = ['documentary-evidence', 'expert-opinion', 'other'];
/** Where the decision lists its evidence: 证据：…, 以上事实有…为证. */
const LIST =
  /证据(?:材料|清单|如下|有|主要有|包括|名称)*[:：][^\n]*(?:\n[^\n]*[1-9一二三四五六七八九][.、．][^\n]*)*|[^\n。]*(?:为证|佐证|证实|在案)[^\n。]*/g;
const NUMBER = /[\p{sc=Han}A-Z]{1,14}[〔[(（]\d{4}[〕\])）](?:第|字第)?\d{1,5}号/gu;
/** Nothing but the day in its line, or words that say when the paper was made. */
const MADE =
  /^(?:[> 　]*(?:[\p{sc=Han}（）()]{0,24}[（(]?(?:印|章|公章|盖章)[)）]?)?|.*(?:出具|核价|鉴定|检验|检测|评估|认定|签发|制作|报告|估价|测绘|计算)(?:日期|时间)[ 　]*[:：\t][ 　]*)$/u;
const MIN_TITLE = 4;

/** Papers that the decision lists as its evidence and that were made only after it. */
export function lateEvidencePapers(file: CaseFile, decided: Day): LateEvidence[] {
  const listed = [...(decisionText(file) ?? '').matchAll(LIST)].map(([words]) => words).join('\n');
  if (!listed) return [];
  const numbers = new Set((listed.match(NUMBER) ?? []).map(plainDocumentNumber));
  const words = plainWords(listed);
  return (file.papers ?? []).flatMap((paper, index): LateEvidence[] => {
    const { kind, title, text = '' } = paper;
    if (!KINDS.includes(kind)) return [];
    const head = text.slice(0, 120).match(NUMBER) ?? [];
    const own = [...(paper.number ? [paper.number] : []), ...head].map(plainDocumentNumber);
    const name = plainWords(title);
    const named =
      own.some((one) => [...numbers].some((other) => other.endsWith(one))) ||
      (name.length >= MIN_TITLE && words.includes(name));
    const day = named ? (madeOn(text) ?? paperDay(file, paper)) : undefined;
    return day && day > decided ? [{ title, day, index }] : [];
  });
}

/** The day in the last lines of a paper, which stands by itself. */
function madeOn(text: string): Day | undefined {
  const day = daysIn(text).at(-1);
  if (!day) return undefined;
  const line = text.slice(text.lastIndexOf('\n', day.start) + 1, day.start);
  const rest = text.slice(day.end).replaceAll(/\s/g, '');
  return MADE.test(line) && rest.length <= 20 ? day.day : undefined;
}
