import type { Paper } from '../paper.ts';
import { type NameIn, namesIn } from './names-in.ts';
import { signatureLines } from './signature-lines.ts';

/** Where a record of questions and answers ends, and where people sign at the latest. */
const ANSWER = /(?:^|\n)[^\n]{0,8}(?:[问答QA])\d{0,2}[ 　\]】）)]*(?:（[^）\n]{0,8}）)?[:：　 ][^\n]*/g;
const TAIL = 240;
const LABEL =
  /(?:行政)?(?:执法|检查|勘验|勘查|勘察|询问|调查|监督|卫生监督|监督检查|抽样|记录|承办|办案|实施)+(?:人员?|员)(?:[（(]?(?:签名|签字|签章)[)）]?)?[ 　]*[:：]?/g;
const DAY =
  /(?:\d{4}|[〇○零一二三四五六七八九]{4})[ 　]*[年.\-/][ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*[月.\-/][ 　]*[\d一二三四五六七八九十]{1,3}[ 　]*日?(?:[ 　]*\d{1,2}[:：时点][ 　]*\d{0,2}分?)?/g;
const SIGNS = /[（(](?:签名|签字|签章|捺印|指印)[)）]|[\s　>、，,;；。:：|_＿]|[同当]日/g;

/**
 * Officers who signed a record: lines at its end that hold nothing but their names, what they are called and the day.
 * A line that tells who acts (执法人员：…) is a signature only where it says so or where a day stands behind the names.
 */
export function officerSignaturesIn({ text }: Pick<Paper, 'text'>, officers: ReadonlySet<string>): NameIn[] {
  const answered = [...text.matchAll(ANSWER)].at(-1);
  const end = text.trimEnd().length;
  const from = Math.max(end - TAIL, Math.floor(text.length / 3), answered?.index ?? 0);
  return signatureLines(text).flatMap(({ line, index }) => {
    if (index < from || (answered && index < answered.index + answered[0].length)) return [];
    const names = namesIn(text, { start: index, end: index + line.length }, { rare: true }).filter(
      ({ name }) => officers.has(name),
    );
    if (names.length === 0) return [];
    const rest = names.reduce((words, { name }) => words.replace(name, ''), line);
    const labels = rest.match(LABEL) ?? [];
    const bare = rest.replace(LABEL, '').replace(DAY, '').replace(SIGNS, '') === '';
    const signed = labels.length === 0 || labels.some((label) => /签/.test(label)) || DAY_IN.test(rest);
    return bare && signed ? names : [];
  });
}

const DAY_IN = new RegExp(DAY.source);
