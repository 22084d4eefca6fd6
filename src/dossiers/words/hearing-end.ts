import type { StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { firstIn, type Sentence, sentencesIn } from './match-in.ts';
import type { PlainView } from './plain-view.ts';

const PARTY = '(?:当事人|申请人|代理人|法定代表人|负责人|经营者)';
const STAYED_AWAY =
  '(?:未|没有|均未|都未|仍未)(?:按时|准时|如期)?(?:到场|到会|出席|参加(?=听证|[,。;)\\s]|$)|到庭|到达)|缺席|拒不(?:出席|到场|参加)|拒绝(?:出席|到场|参加)|无故不(?:到|参加)';
const LEFT_ROOM = '(?:退场|退出|离场|离开|离席|退席|退会)';
const ABSENT = new RegExp(`${PARTY}[^。;\\n]{0,50}?(?:${STAYED_AWAY})`);
const LEFT = new RegExp(
  `${PARTY}[^。;\\n]{0,40}?(?:(?:中途|擅自|自行|执意|强行)[^,。;\\n]{0,6}|(?:未经|未征得|不经)[^,。;\\n]{0,12}?(?:许可|允许|同意|准许|批准)[^。;\\n]{0,8}?)${LEFT_ROOM}`,
);
/** What the notice or the chair says beforehand of those who stay away or leave. */
const BEFOREHAND = /的,?(?:视为|视同|按|将|应|,)|不得|禁止|不准|如(?:果|需)?|应当|视为放弃/;
const ENDED = /(?:宣布|决定|现)[^。;\n]{0,10}终止听证|听证(?:会)?(?:因此|即行|予以)?终止/;
const WITHDRAWN = /撤回[^,。;\n]{0,10}(?:听证|申请)|(?:自愿|当场|表示)放弃[^,。;\n]{0,6}听证/;
const COMPLETED =
  /听证(?:会|程序|活动)?(?:现在|现|到此|至此|全部|正式|就到这里)?,?(?:结束|闭会|完毕|散会)|(?:宣布|本次|今天的?)[^。;\n]{0,12}(?:结束|闭会|散会)|质证和?辩论(?:到此)?结束/;
/** The last step of a hearing, after which it is only signed. */
const LAST_WORDS = /最后(?:的)?(?:陈述|意见|发言)/;
const BROKEN_OFF = /(?:中止|延期|休会|改期)(?:听证|举行|审理)?/;

const CAME = /(?:代理人|受托人|委托)[^。;\n未没]{0,24}(?:到场|到会|出席|参加)/;
/** What the party itself tells, of other days. */
const TOLD = /^\p{sc=Han}{2,4}:(?![^。]{0,6}(?:未|没有|缺席))|我/u;

/** Whether nobody of the party came. The legal representative may stay away when an agent comes. */
export function absenceIn(view: PlainView): Sentence | undefined {
  const absent = said(view, ABSENT);
  return absent && !TOLD.test(absent.text.replace(/^主持人:/, '')) && !firstIn(view, CAME)
    ? absent
    : undefined;
}

/** How the hearing ended: by absence, by leaving, or in due course. */
export function endFacts(view: PlainView, absent: Sentence | undefined): StatedFact[] {
  if (absent) return absenceFacts(view, absent);
  const left = said(view, LEFT);
  const ended = firstIn(view, ENDED);
  if (left)
    return [
      stated('hearing.endedBy', 'left', left),
      stated('hearing.absence.recorded', true, left),
      ...(ended ? [stated('hearing.absence.endRecorded', true, ended)] : []),
    ];
  const withdrawn = ended && firstIn(view, WITHDRAWN);
  if (withdrawn) return [stated('hearing.endedBy', 'withdrawn', withdrawn)];
  const completed =
    firstIn(view, COMPLETED) ?? (ended || firstIn(view, BROKEN_OFF) ? undefined : firstIn(view, LAST_WORDS));
  return completed ? [stated('hearing.endedBy', 'completed', completed)] : [];
}

function absenceFacts(view: PlainView, absent: Sentence): StatedFact[] {
  const ended = firstIn(view, ENDED);
  const reason = sentencesIn(view).find(
    ({ text }) => /(?:无|没有)正当(?:的)?理由/.test(text) && !/的,?视为|如/.test(text.replace(/根据.*$/, '')),
  );
  return [
    stated('hearing.endedBy', 'absence', absent),
    stated('hearing.absence.recorded', true, absent),
    ...(reason ? [stated('hearing.absence.goodReason', false, reason)] : []),
    ...(ended ? [stated('hearing.absence.endRecorded', true, ended)] : []),
  ];
}

/** A sentence in which it happened; not one that tells what would follow if it did. */
function said(view: PlainView, pattern: RegExp): Sentence | undefined {
  return sentencesIn(view).find(({ text }) => {
    const match = pattern.exec(text);
    if (!match) return false;
    const after = text.slice(match.index + match[0].length);
    return !BEFOREHAND.test(match[0] + (/^[^,]{0,30}(?:,[^,]{0,12})?/.exec(after)?.[0] ?? ''));
  });
}
