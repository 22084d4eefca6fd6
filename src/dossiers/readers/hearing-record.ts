import { labelsIn } from '../labels-in.ts';
import { daysWhere, firstIn, sentencesIn } from '../match-in.ts';
import { type NameIn, namesIn } from '../names-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type PlainView, plainView } from '../plain-view.ts';
import { type Reader, stated } from '../reader.ts';
import { opennessFacts, peopleFacts } from './hearing-notice.ts';

const LABELS = {
  chair: ['主持人', '听证主持人'],
  clerk: ['记录人', '记录员', '书记员', '听证记录人', '听证记录员'],
  agent: ['委托代理人', '代理人', '当事人委托代理人', '委托代理人姓名'],
  manner: ['听证方式', '方式', '是否公开', '公开或者不公开'],
  when: ['时间', '听证时间', '举行时间'],
  party: [
    '当事人',
    '申请人',
    '听证申请人',
    '当事人或者代理人',
    '当事人或委托代理人',
    '当事人(代理人)',
    '代理人签名',
    '当事人签名',
  ],
} as const;
type Key = keyof typeof LABELS;
const ABSENT =
  /(?:当事人|申请人|代理人)[^。;\n]{0,50}?(?:未到场|未到会|未出席|缺席|拒不出席|未按时(?:参加|到场))/;
const ENDED = /(?:宣布|决定|现)[^。;\n]{0,6}终止听证|听证终止/;
const LEFT = /(?:当事人|代理人)[^。;\n]{0,20}(?:中途退场|擅自退场|中途退出|离开会场)/;
const COMPLETED = /(?:听证会?|质证和?辩论)(?:到此)?结束|听证(?:会)?(?:现在)?(?:到此)?(?:结束|闭会)/;
const CHECKED =
  /(?:核对|阅读|看过|宣读)[^。;\n]{0,20}(?:无误|属实|一致|没有异议|无异议)|(?:无误|属实)[^。;\n]{0,10}(?:签名|签字|确认)|记录属实/;
const REFUSED = /(?:当事人|代理人)[^。;\n]{0,20}拒绝(?:签名|签字|盖章)/;

/** 听证笔录 and 听证报告: when it was held, who took part, how it ended, and who signed the record. */
export const hearingRecord: Reader = (paper) => {
  if (paper.kind !== 'hearing-record' && paper.kind !== 'hearing-report') return [];
  const view = plainView(paper.text);
  if (paper.kind === 'hearing-report') return reportFacts(view);
  const fields = labelsIn<Key>(paper.text, LABELS);
  const agents = fields.some((one) => one.key === 'agent' && namesIn(paper.text, one).length > 0);
  // The legal representative may stay away when an agent comes.
  const absent = agents ? undefined : firstIn(view, ABSENT);
  return [
    ...dayFacts(view, fields, absent !== undefined),
    ...opennessOf(view, fields),
    ...takingPart(paper, fields),
    ...(absent ? absenceFacts(view, absent) : endFacts(view)),
    ...(absent ? [] : signatureFacts(paper, view, fields)),
  ];
};

type Fields = ReturnType<typeof labelsIn<Key>>;

function reportFacts(view: PlainView): StatedFact[] {
  const absent = firstIn(view, ABSENT);
  const [held] = daysWhere(view, {
    after: /^[^。;\n,]{0,24}?(?:公开|举行|召开|进行|听证)/,
  });
  return [
    ...(held && !absent
      ? [stated('hearing.held', true, held), stated('hearing.heldOn', held.day, held)]
      : []),
    ...peopleFacts(view),
    ...opennessFacts(view),
  ];
}

function dayFacts(view: PlainView, fields: Fields, absent: boolean): StatedFact[] {
  if (absent) return [];
  const at = fields.find(({ key, value }) => key === 'when' && /\d|[〇零一二三四五六七八九]/.test(value));
  const day = at && daysWhere(view, {}).find(({ start, end }) => start >= at.start && end <= at.until);
  return day ? [stated('hearing.held', true, day), stated('hearing.heldOn', day.day, day)] : [];
}

function opennessOf(view: PlainView, fields: Fields): StatedFact[] {
  const manner = fields.find(({ key, value }) => key === 'manner' && /公开|^[是否]$/.test(value));
  if (!manner) return opennessFacts(view);
  const open = !/不公开|^否/.test(manner.value);
  return [stated('hearing.open', open, manner)];
}

function takingPart(paper: Paper, fields: Fields): StatedFact[] {
  const names = (key: Key) =>
    fields.filter((one) => one.key === key).flatMap((one) => namesIn(paper.text, one));
  const [chair] = names('chair');
  const [clerk] = names('clerk');
  const agents = fields
    .filter(({ key }) => key === 'agent')
    .flatMap((field) => namesIn(paper.text, field).map((name) => ({ name, field })));
  const seen = new Set<string>();
  return [
    ...(chair ? [stated('hearing.presiding.name', chair.name, chair)] : []),
    ...(clerk ? [stated('hearing.clerk', clerk.name, clerk)] : []),
    ...agents.flatMap(({ name, field }) => {
      const key = `hearing.agents[${name.name}]`;
      const first = !seen.has(name.name);
      seen.add(name.name);
      const power =
        /授权委托书|委托书/.test(field.value) && !/(?:未|没有|无)[^,。;]{0,6}委托书/.test(field.value);
      return [
        ...(first ? [stated(`${key}.name`, name.name, name)] : []),
        ...(power ? [stated(`${key}.powerOfAttorney`, true, field)] : []),
      ];
    }),
  ];
}

function absenceFacts(view: PlainView, absent: { start: number; end: number }): StatedFact[] {
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

function endFacts(view: PlainView): StatedFact[] {
  const left = firstIn(view, LEFT);
  if (left) return [stated('hearing.endedBy', 'left', left), stated('hearing.absence.recorded', true, left)];
  const completed = firstIn(view, COMPLETED);
  return completed ? [stated('hearing.endedBy', 'completed', completed)] : [];
}

/** The record is signed where the party or its agent stands by name at the foot. */
function signatureFacts(paper: Paper, view: PlainView, fields: Fields): StatedFact[] {
  const checked = firstIn(view, CHECKED);
  const refused = firstIn(view, REFUSED);
  const foot = paper.text.length * 0.6;
  const signer = fields
    .filter(({ key, start }) => (key === 'party' || key === 'agent') && start > foot)
    .flatMap((field) => namesIn(paper.text, field))
    .at(-1);
  const day = signer && dayAfter(view, signer);
  return [
    ...(checked ? [stated('hearing.record.checkedByParty', true, checked)] : []),
    ...(refused ? [stated('hearing.record.refusalNoted', true, refused)] : []),
    ...(signer && !refused ? [stated('hearing.record.signedByParty', true, signer)] : []),
    ...(day && !refused ? [stated('hearing.record.signedOn', day.day, day)] : []),
  ];
}

const dayAfter = (view: PlainView, { end }: NameIn) =>
  daysWhere(view, {}).find(({ start, relative }) => start >= end && !relative);
