import { daysIn } from '../../law/days-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isOnTheSpot } from '../words/is-on-the-spot.ts';
import { labelsIn } from '../words/labels-in.ts';
import { daysWhere, firstIn } from '../words/match-in.ts';
import { namesIn } from '../words/names-in.ts';
import { plainView } from '../words/plain-view.ts';

const LABELS = {
  officers: [
    '执法人员',
    '执法人员签名',
    '执法人员签字',
    '执法人员姓名',
    '处罚人员',
    '承办人员',
    '执法人员(签名)',
    '行政执法人员',
    '办案人员',
    '执法人员签名或者盖章',
  ],
  place: ['处罚地点', '地点', '违法地点', '作出处罚地点', '决定地点', '当场处罚地点'],
  time: ['处罚时间', '时间', '作出处罚时间', '决定时间', '当场处罚时间'],
  number: [
    '执法证号',
    '执法证件号',
    '执法证件号码',
    '证号',
    '执法证编号',
    '证件号',
    '当事人',
    '当事人签收',
    '当事人签名',
    '被处罚人',
    '被处罚单位签收',
    '签收',
    '日期',
    '单位',
  ],
} as const;
type Key = keyof typeof LABELS;

const FILED = /(?:当场|简易)[^。,]{0,16}备案/;

const TELLS_OF_FILING = new Set<Paper['kind']>(['closure-approval', 'other', 'filing-approval', 'cover']);
/** 3月11日报法规科备案; 已于3月11日向本局备案. */
const REPORTED = /^,?(?:已|由[^。;,\n]{2,12})?(?:报|送|向|交|将)[^。;\n月]{0,30}?备案/;

/** 当场行政处罚决定书: who signed it, where and when it was made, that it was handed over; and 备案. */
export const onTheSpotDecision: Reader = (paper, dossier) => {
  if (isOnTheSpot(paper)) return decisionFacts(paper);
  const headed = FILED.test(paper.text.replaceAll(/\s/g, '').slice(0, 40));
  return headed ||
    (TELLS_OF_FILING.has(paper.kind) && dossier.some((one) => one.kind === 'decision' && isOnTheSpot(one)))
    ? filedFacts(paper)
    : [];
};

function decisionFacts(paper: Paper): StatedFact[] {
  const view = plainView(paper.text);
  const fields = labelsIn<Key>(paper.text, LABELS);
  const names = fields.filter(({ key }) => key === 'officers').flatMap((field) => namesIn(paper.text, field));
  const seen = new Set<string>();
  const place =
    fields.find(({ key }) => key === 'place') ??
    firstIn(view, /,在[^,。;\n]{4,40}?(?:路|街|巷|号|口|道|处|内|旁|楼|店)[^,。;\n]{0,16}(?=,)/);
  const field = fields.find(({ key, value }) => key === 'time' && daysIn(value).length > 0);
  const time = field ?? daysWhere(view, {}).find((day) => day.time !== undefined);
  const handed = firstIn(
    view,
    /当场(?:交付|送达|宣读并交付|交给)[^,。;\n]{0,16}|(?:当事人|被处罚(?:人|单位))(?:签收|签名|签字)[:\s]*(?=[\p{sc=Han}]{2,4}(?:\d|[\s((]|$))|(?:当事人|被处罚(?:人|单位)|本人|其)[^。;\n]{0,6}(?:收下|收到|收走|领取|接收|接过)(?:了)?(?:本|处罚|该|当场)*决定书/u,
  );
  const refused = firstIn(
    view,
    /(?:拒绝|拒不|不愿)[^。;,\n]{0,8}签(?:名|字|收|章)[^。\n]{0,6}[。;,][^。\n]{0,30}(?:注明|记明|备注|见证|录像)|拒签[^。;,\n]{0,20}(?:注明|记明|备注|见证|录像)/,
  );
  return [
    ...names.flatMap((one) => {
      if (seen.has(one.name)) return [];
      seen.add(one.name);
      return [stated(`decision.officersSigned[${one.name}]`, one.name, one)];
    }),
    ...(place ? [stated('decision.placeStated', true, place)] : []),
    ...(time ? [stated('decision.timeStated', true, time)] : []),
    ...(handed ? [stated('decision.handedOver', true, handed)] : []),
    ...(refused ? [stated('decision.refusalNoted', true, refused)] : []),
  ];
}

function filedFacts(paper: Paper): StatedFact[] {
  const view = plainView(paper.text);
  const [day] = [
    ...daysWhere(view, { before: /(?:报备|备案|报送备案)(?:日期|时间)[:\s(]*(?:[^\n\t]{0,4}\()?$/ }),
    ...daysWhere(view, { after: REPORTED }),
    ...daysWhere(view, {
      before: /(?:^|[\n\t。;·-])(?:报备|备案|报备情况|备案情况|报送备案)[:\t]\s*(?:已?于)?$/,
    }),
  ];
  return day ? [stated('decision.filedWithAgencyOn', day.day, day)] : [];
}
