import { daysIn } from '../../law/days-in.ts';
import type { Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { servedPapersIn } from '../served-papers-in.ts';

const NUMBERED = ['送达公告', '公告送达'];
/** 因采用直接送达、邮寄送达等方式无法送达你单位. */
const ATTEMPTS =
  /[^。；\n]*(?:(?:无法|未能|不能)[^。；，\n]{0,12}(?:送达|联系|取得联系)|下落不明|查无此人|退回|退件)[^。；\n]*/;
/** 自发出公告之日起经过三十日，即视为送达. */
const DEEMED = /视为送达/;

/** 送达公告: which paper it makes known, why nothing else was possible, and the day it was published. */
export const serviceAnnouncement: Reader = (paper, dossier) => {
  const head = `${paper.title}\n${paper.text.trim().split('\n').slice(0, 3).join('\n')}`.replace(
    /[ \u3000]/g,
    '',
  );
  if (
    !['proof-of-service', 'other'].includes(paper.kind) ||
    !NUMBERED.some((title) => head.includes(title))
  ) {
    return [];
  }
  const { text } = paper;
  // A receipt with its form has a field for the way of service; it is read as one.
  if (/送[ \u3000]*达[ \u3000]*方[ \u3000]*式/.test(text) || !DEEMED.test(text)) return [];
  const body = text.indexOf('\n', text.search(/公[ \u3000]*告/));
  const [served] = servedPapersIn(text, { start: body, end: text.length }, dossier).filter(
    ({ of }) => of !== 'other',
  );
  if (!served) return [];
  const key = `services[${paper.id}]`;
  const facts: StatedFact[] = [
    stated(`${key}.of`, served.of, served.named),
    stated(`${key}.method`, 'public-notice', sentence(text, DEEMED)),
  ];
  if (served.number)
    facts.push(stated(`${key}.number`, served.number.value.replace(/\s/g, ''), served.number));
  const attempts = ATTEMPTS.exec(text);
  if (attempts) {
    const words = attempts[0].trim();
    const start = attempts.index + attempts[0].indexOf(words);
    facts.push(stated(`${key}.priorAttempts`, words, { start, end: start + words.length }));
  }
  const last = daysIn(text).at(-1);
  if (last && text.slice(last.end).trim().length < 40 && !last.relative) {
    facts.push(stated(`${key}.publishedOn`, last.day, last));
  }
  return facts;
};

function sentence(text: string, pattern: RegExp): Span {
  const at = text.search(pattern);
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const end = at + /[^。\n]*/.exec(text.slice(at))![0].length;
  const skip = text.slice(start, end).length - text.slice(start, end).trimStart().length;
  return { start: start + skip, end };
}
