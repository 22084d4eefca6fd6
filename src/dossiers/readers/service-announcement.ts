import { daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { namesIn } from '../words/names-in.ts';
import { publicNoticeFacts, publicNoticeIn } from '../words/public-notice-in.ts';
import { servedPapersIn } from '../words/served-papers-in.ts';

/** 自发出公告之日起经过三十日，即视为送达. */
const DEEMED = /视为送达/;

/** 送达公告: which paper it makes known, why nothing else was possible, and the day it was published. */
export const serviceAnnouncement: Reader = (paper, dossier) => {
  const { text, title, kind } = paper;
  const head = `${title}\n${text.trim().split('\n').slice(0, 3).join('\n')}`.replace(/[ \u3000]/g, '');
  if (!['proof-of-service', 'other'].includes(kind) || !/公告(?:送达)?\s*$|送达公告|公告送达/m.test(head))
    return [];
  // A receipt with its form has a field for the way of service; it is read as one.
  if (
    /送[ \u3000]*达[ \u3000]*(?:方[ \u3000]*式|文[ \u3000]*书)[ \u3000]*[:：\t]/.test(text) ||
    !DEEMED.test(text)
  )
    return [];
  const body = text.indexOf('\n', text.search(/公[ \u3000]*告/));
  const [served] = servedPapersIn(text, { start: body, end: text.length }, dossier).filter(
    ({ of }) => of !== 'other',
  );
  if (!served) return [];
  const key = `services[${paper.id}]`;
  const notice = publicNoticeIn(text);
  const signed = daysIn(text).findLast(({ start }) => /\n[ \u3000]*$/.test(text.slice(0, start)));
  const published = notice.published ?? signed;
  const note = text.slice(signed?.end ?? text.length);
  return [
    stated(`${key}.of`, served.of, served.named),
    stated(`${key}.method`, 'public-notice', sentence(text, DEEMED)),
    ...(served.number
      ? [stated(`${key}.number`, served.number.value.replace(/\s/g, ''), served.number)]
      : []),
    ...publicNoticeFacts(key, text, { ...notice, ...(published ? { published } : {}) }),
    // Whoever put it up signs a note below the signature.
    ...(/公告|张贴|期满/.test(note)
      ? namesIn(text, { start: text.length - note.length, end: text.length }).map((one) =>
          stated(`${key}.servers[${one.name}]`, one.name, one),
        )
      : []),
  ];
};

function sentence(text: string, pattern: RegExp): Span {
  const at = text.search(pattern);
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const end = at + /[^。\n]*/.exec(text.slice(at))![0].length;
  const skip = text.slice(start, end).length - text.slice(start, end).trimStart().length;
  return { start: start + skip, end };
}
