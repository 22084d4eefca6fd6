import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { absenceIn, endFacts } from '../words/hearing-end.ts';
import { peopleOfParty, signatureFacts } from '../words/hearing-signatures.ts';
import { labelsIn } from '../words/labels-in.ts';
import { daysWhere } from '../words/match-in.ts';
import { namesIn } from '../words/names-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { closedFor, opennessFacts, peopleFacts } from './hearing-notice.ts';

const LABELS = {
  chair: ['主持人', '听证主持人', '听证会主持人', '主持', '听证主持', '主持人姓名', '主持人员'],
  clerk: ['记录人', '记录员', '书记员', '听证记录人', '听证记录员', '听证书记员', '听证会记录员', '记录'],
  agent: ['委托代理人', '代理人', '当事人委托代理人', '委托代理人姓名'],
  manner: ['听证方式', '方式', '是否公开', '公开或者不公开'],
  when: [
    '时间',
    '听证时间',
    '举行时间',
    '听证会时间',
    '听证开始时间',
    '开始时间',
    '起止时间',
    '听证起止时间',
    '听证日期',
    '举行日期',
    '召开时间',
    '会议时间',
    '日期',
  ],
  party: [
    '当事人',
    '申请人',
    '听证申请人',
    '当事人或者代理人',
    '当事人或委托代理人',
    '当事人(代理人)',
    '代理人签名',
    '当事人签名',
    '当事人签字',
    '代理人签字',
    '委托代理人签名',
    '委托代理人签字',
    '申请人签名',
    '申请人签字',
    '法定代表人签名',
    '法定代表人签字',
    '当事人或者代理人签名',
    '当事人或委托代理人签名',
  ],
} as const;
type Key = keyof typeof LABELS;
/** 听证笔录 and 听证报告: when it was held, who took part, how it ended, and who signed the record. */
export const hearingRecord: Reader = (paper) => {
  if (paper.kind !== 'hearing-record' && paper.kind !== 'hearing-report') return [];
  const view = plainView(paper.text);
  if (paper.kind === 'hearing-report') return reportFacts(view);
  const fields = labelsIn<Key>(paper.text, LABELS);
  const agents = fields.some(
    (one) => one.key === 'agent' && namesIn(paper.text, one, { rare: true }).length > 0,
  );
  const absent = agents ? undefined : absenceIn(view);
  const own = fields.filter(({ key }) => key === 'party' || key === 'agent');
  const people = [
    ...peopleOfParty(view),
    ...own.flatMap((field) => namesIn(paper.text, field, { rare: true }).map(({ name }) => name)),
  ];
  return [
    ...dayFacts(view, fields, absent !== undefined),
    ...opennessOf(view, fields),
    ...takingPart(paper, fields),
    ...endFacts(view, absent),
    ...(absent ? [] : signatureFacts(paper, view, people, own)),
  ];
};

type Fields = ReturnType<typeof labelsIn<Key>>;

function reportFacts(view: PlainView): StatedFact[] {
  const absent = absenceIn(view);
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
  const open = !/[不非]公开|^否/.test(manner.value);
  const reason = open ? undefined : closedFor(manner.value);
  return [
    stated('hearing.open', open, manner),
    ...(reason ? [stated('hearing.closedReason', reason, manner)] : []),
  ];
}

function takingPart(paper: Paper, fields: Fields): StatedFact[] {
  const names = (key: Key) =>
    fields.filter((one) => one.key === key).flatMap((one) => namesIn(paper.text, one, { rare: true }));
  const [chair] = names('chair');
  const [clerk] = names('clerk');
  const agents = fields
    .filter(({ key }) => key === 'agent')
    .flatMap((field) => namesIn(paper.text, field, { rare: true }).map((name) => ({ name, field })));
  const seen = new Set<string>();
  return [
    ...(chair ? [stated('hearing.presiding.name', chair.name, chair)] : []),
    ...(clerk ? [stated('hearing.clerk', clerk.name, clerk)] : []),
    ...agents.flatMap(({ name, field }) => {
      const key = `hearing.agents[${name.name}]`;
      const first = !seen.has(name.name);
      seen.add(name.name);
      const lacking = /(?:未|没有|无)[^,。;]{0,6}委托书/.test(field.value);
      const power = /委托书/.test(field.value) && !lacking;
      return [
        ...(first ? [stated(`${key}.name`, name.name, name)] : []),
        ...(power ? [stated(`${key}.powerOfAttorney`, true, field)] : []),
        ...(lacking ? [stated(`${key}.powerOfAttorney`, false, field)] : []),
      ];
    }),
  ];
}
