import type { CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Sanction } from '../../law/sanction.ts';
import { PENALTY_LAW } from '../rules/penalty-law.ts';
import { type Answer, type Context, unclear } from '../rules/rule.ts';
import { actDay } from '../steps/act-day.ts';
import { quotedSanction } from './quoted-sanction.ts';

export interface CitedSanction {
  citation: NonNullable<NonNullable<CaseFile['provisions']>['punishing']>[number];
  sanction: Sanction;
}

/** The sanctions of the cited penal provisions as they stood on the act's day, and where the file says so. */
export interface CitedSanctions {
  on: Day;
  cited: CitedSanction[];
  paths: string[];
}

/**
 * The penal provisions of the case with what they allow, or `unclear` naming what is missing. A provision that the
 * library has no sanction for leaves the whole question open: the rest is not the law. An imported text counts where it is
 * read in full, and with `partly` also where the caller heeds what its reading left open; one that threatens nothing
 * (从轻、减轻的规定) adds nothing. With `quoted` the words in which the papers repeat a provision stand in for it.
 */
export function citedSanctions(
  { file, book }: Pick<Context, 'file' | 'book'>,
  options: { partly?: boolean; quoted?: boolean } = {},
): CitedSanctions | Answer {
  const punishing = file.provisions?.punishing;
  if (!punishing?.length) {
    return unclear('需要知道处罚依据的条款，案卷没有载明。', ['处罚依据的条款'], ['provisions.punishing']);
  }
  const act = actDay(file);
  if (!act)
    return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  const cited: CitedSanction[] = [];
  const missing: string[] = [];
  for (const citation of punishing) {
    const known = book.readingOf(citation, act.day);
    const unread = !known || (known !== 'none' && known.reading?.open.length);
    const quoted = unread && options.quoted ? quotedSanction(file, citation, act.day) : undefined;
    const sanction = quoted ?? known;
    if (sanction === 'none' || (!sanction && citation.law === PENALTY_LAW)) continue;
    if (sanction && (options.partly || !sanction.reading?.open.length)) cited.push({ citation, sanction });
    else missing.push(`${citationText(citation)}的罚则`);
  }
  const paths = ['provisions.punishing', act.path];
  if (cited.length === 0 && missing.length === 0) {
    missing.push(...punishing.map((citation) => `${citationText(citation)}以外的罚则`));
  }
  if (missing.length > 0) return unclear(`需要核对${missing.join('、')}，法规库中没有。`, missing, paths);
  return { on: act.day, cited, paths };
}
