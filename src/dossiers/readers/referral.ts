import { daysIn } from '../../law/days-in.ts';
import type { Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { namesIn } from '../words/names-in.ts';
import { headApproval } from '../words/opinion-in.ts';

const MATERIALS: [RegExp, 'letter' | 'report' | 'items' | 'expert-opinion' | 'other'][] = [
  [/(?:案件|犯罪)?移送书/, 'letter'],
  [/(?:情况的?)?调查报告|调查终结报告/, 'report'],
  [/(?:涉案)?(?:物品|财物|物资)清单/, 'items'],
  [/检[验测]报告|鉴定(?:意见|结论|报告)|检[验测](?:结论|意见)|认定意见/, 'expert-opinion'],
  [/其他有关[^；。\n]{0,10}材料|其他材料|证据材料/, 'other'],
];
const DECIDED_BY: [RegExp, 'chief' | 'acting-chief' | 'deputy'][] = [
  [/主持工作的?(?:副|负责人)/, 'acting-chief'],
  [/正职负责人|主要负责人|(?<!副)局长/, 'chief'],
  [/副局长|分管/, 'deputy'],
];
const TO: [RegExp, 'procuratorate' | 'supervision'][] = [
  [/人民检察院/, 'procuratorate'],
  [/监察(?:委员会|委|机关)/, 'supervision'],
];
/** 回执: 你局移送的…一案及材料，我局已于…收到. */
const RECEIVED = /(?:收到|收悉|签收|受理|接收)/;

/** 涉嫌犯罪案件移送: the approval, the letter with what went along, and the receipt of the police. */
export const referral: Reader = (paper) => {
  if (paper.kind !== 'referral-letter') return [];
  const { text } = paper;
  const head = `${paper.title}\n${text.trimStart().slice(0, 80)}`.replace(/[ \u3000]/g, '');
  // A letter to another agency on its own field is no criminal referral.
  if (!/犯罪|公安|刑事|检察|监察委/.test(head + text)) return [];
  const suspected = /(?=\S)[^。；\n]{0,160}涉嫌[^。；\n]{0,30}(?:犯罪|罪)[^。；\n]*/.exec(text);
  const facts: StatedFact[] = suspected ? [say('suspected', true, suspected)] : [];
  if (/审批|呈批/.test(head)) return [...facts, ...approvalFacts(text)];
  const police = policeFacts(text, head);
  if (police.length > 0) return [...facts, ...police];
  if (/回执|受理|收案|受案/.test(head)) return [...facts, ...receiptFacts(text)];
  return [...facts, ...letterFacts(text)];
};

const say = (
  name: string,
  value: string | boolean,
  match: RegExpExecArray | (Span & { index?: undefined }),
) => {
  const span = match.index === undefined ? match : trimmed(match.index, match[0]);
  return stated(`referral.${name}`, value, span);
};

function trimmed(index: number, words: string): Span {
  const start = index + words.length - words.trimStart().length;
  return { start, end: start + words.trim().length };
}

const TEAM = /专案组(?:组成)?(?:成员|人员|名单)?[ \u3000]*[：:\t][ \u3000]*(?<names>[^\n。；\t]{2,60})/d;
/** 2025年4月10日提交书面报告, 专案组报告…4月10日. */
const REPORTED = /^[^。；\n]{0,10}(?:提交|提出|形成|作出|报送|呈报)[^。；\n]{0,16}报告/;

/** The special team and its report, where the form names them. */
function teamFacts(text: string): StatedFact[] {
  const match = TEAM.exec(text);
  const at = match?.indices?.groups?.names;
  const names = match && at ? namesIn(match.groups!.names!, undefined, { rare: true }) : [];
  const day = daysIn(text).find(({ end, time }) => !time && REPORTED.test(text.slice(end)));
  return [
    ...names.map(({ name, start, end }) =>
      stated(`referral.team[${name}]`, name, { start: at![0] + start, end: at![0] + end }),
    ),
    ...(day ? [say('reportOn', day.day, { start: day.start, end: day.end })] : []),
  ];
}

/** 局长意见: the label in front of the opinion tells the office of whoever signs. */
function labelBefore(text: string, at: number): { words: string; start: number } | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const match = /(?:主要负责人|正职负责人|(?<!副)局长|分管[^\t\n：:]{0,8}|副局长)(?=(?:审批|审核)?意见)/.exec(
    line,
  );
  return match ? { words: match[0], start: at - line.length + match.index } : undefined;
}

function approvalFacts(text: string): StatedFact[] {
  const approval = headApproval(text);
  if (!approval) return teamFacts(text);
  const facts = [
    ...teamFacts(text),
    say('decidedOn', approval.day.day, { start: approval.day.start, end: approval.day.end }),
    say(
      'approved',
      true,
      trimmed(approval.start, text.slice(approval.start, approval.day.start)).end > approval.start
        ? trimmed(approval.start, text.slice(approval.start, approval.day.start))
        : { start: approval.start, end: approval.end },
    ),
  ];
  const by = DECIDED_BY.find(([pattern]) => pattern.test(approval.words));
  const match = by?.[0].exec(approval.words);
  const label = labelBefore(text, approval.start);
  const office = label && DECIDED_BY.find(([pattern]) => pattern.test(label.words));
  if (by && match) {
    const start = approval.start + match.index;
    facts.push(say('decidedBy', by[1], { start, end: start + match[0].length }));
  } else if (label && office) {
    facts.push(say('decidedBy', office[1], { start: label.start, end: label.start + label.words.length }));
  }
  if (approval.day.time) {
    facts.push(
      say('decidedAt', `${approval.day.day}T${approval.day.time}`, {
        start: approval.day.start,
        end: approval.day.end,
      }),
    );
  }
  return facts;
}

function letterFacts(text: string): StatedFact[] {
  const facts: StatedFact[] = [];
  const line = /^[ \u3000]*([^\n：:]{4,40})[：:][ \u3000]*$/m.exec(text);
  const to = line && TO.find(([pattern]) => pattern.test(line[1]!));
  if (line && to) facts.push(say('sentTo', to[1], line));
  else if (line && /公安/.test(line[1]!)) {
    const same = sameLevel(text, line[1]!);
    if (same) facts.push(say('sentTo', 'police-same-level', line));
  }
  const list = /附(?:件|送材料)?[：:][\s\S]*|(?:移送|随案)[^。\n]{0,6}材料(?:清单)?[：:][\s\S]*/.exec(text);
  for (const [pattern, value] of list ? MATERIALS : []) {
    const match = pattern.exec(list![0]);
    if (match) {
      const start = list!.index + match.index;
      facts.push(say(`materials[${value}]`, value, { start, end: start + match[0].length }));
    }
  }
  const day = daysIn(text).findLast(({ time }) => time !== undefined);
  if (day?.time && /^[^。\n]{0,8}(?:移送|送达|送交)/.test(text.slice(day.end))) {
    facts.push(say('sentAt', `${day.day}T${day.time}`, { start: day.start, end: day.end }));
  }
  // 签收：某某公安局 2025年4月21日15时: the hour at which the police took it.
  const signed = /(?:签收|收到|接收|收件)[^\n]{0,4}[：:][^\n]{0,20}公安[^\n]{0,30}/.exec(text);
  const hour =
    signed &&
    daysIn(text).find(
      ({ start, time }) => time && start > signed.index && start < signed.index + signed[0].length,
    );
  if (hour?.time && !facts.some(({ path }) => path === 'referral.sentAt')) {
    facts.push(say('sentAt', `${hour.day}T${hour.time}`, { start: hour.start, end: hour.end }));
  }
  return facts;
}

/** The police of the very county or city whose agency signs. */
function sameLevel(text: string, police: string): boolean {
  const place = /^(.*?)公安局(?:([^\n]{1,6})(?:公安)?分局)?/.exec(police.trim());
  const bare = `${place?.[1] ?? ''}${place?.[2] ?? ''}`.replace(/[市区县]$/, '');
  const signer = text
    .trim()
    .split('\n')
    .findLast((words) => /(?:局|委员会|支队|大队|队)(?:[（(].*)?$/.test(words.trim()));
  const rest = signer?.trim().startsWith(bare) ? signer.trim().slice(bare.length) : undefined;
  return place !== null && bare !== '' && rest !== undefined && !/^[市区县]?.{1,8}[区县]/.test(rest);
}

const POLICE: [RegExp, 'filed' | 'refused' | 'returned'][] = [
  [/不予立案/, 'refused'],
  [/退回|退案/, 'returned'],
  [/立案(?:告知|决定|通知)/, 'filed'],
];

/** 立案告知书, 不予立案通知书 of the police. */
function policeFacts(text: string, head: string): StatedFact[] {
  const [title = ''] = /[^\n]*(?:立案(?:告知|决定|通知)书?|退回[^\n]{0,10}[书函])/.exec(head) ?? [];
  const found = POLICE.find(([pattern]) => pattern.test(title));
  const words = found?.[0].exec(text);
  if (!found || !words || !/公安/.test(text)) return [];
  const day = daysIn(text).at(-1);
  return [
    say('police.decision', found[1], words),
    ...(day ? [say('police.decidedOn', day.day, { start: day.start, end: day.end })] : []),
  ];
}

function receiptFacts(text: string): StatedFact[] {
  const facts: StatedFact[] = [];
  const received = RECEIVED.exec(text);
  if (!received) return facts;
  facts.push(say('receiptSigned', true, received));
  const days = daysIn(text);
  const day =
    days.find(
      ({ start, end }) =>
        RECEIVED.test(text.slice(end, end + 10)) ||
        /(?:收到|受理|签收)(?:日期|时间)[：:\t \u3000]*$/.test(text.slice(Math.max(0, start - 12), start)),
    ) ?? days.at(-1);
  if (day) facts.push(say('receivedOn', day.day, { start: day.start, end: day.end }));
  return facts;
}
