import { labelsIn } from '../labels-in.ts';
import { daysWhere, firstIn } from '../match-in.ts';
import { namesIn } from '../names-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type PlainView, plainView } from '../plain-view.ts';
import { type Reader, stated } from '../reader.ts';

const LABELS = {
  when: ['时间', '讨论时间', '会议时间', '开会时间', '讨论日期', '会议日期'],
  chair: ['主持人', '主持', '会议主持人', '讨论主持人', '主持人姓名及职务'],
  attendees: [
    '出席',
    '参加人员',
    '参加人',
    '出席人员',
    '出席人',
    '参会人员',
    '参加讨论',
    '参加讨论人员',
    '参与讨论人员',
    '讨论人员',
    '与会人员',
    '应到人员',
    '参加人员姓名及职务',
    '出席人员姓名及职务',
    '参加讨论人',
    '出席会议人员',
    '参会人',
    '集体讨论人员',
    '参加会议人员',
  ],
  others: [
    '列席',
    '列席人员',
    '列席人',
    '记录',
    '记录人',
    '记录员',
    '汇报人',
    '缺席',
    '缺席人员',
    '承办人',
    '地点',
    '讨论地点',
    '会议地点',
    '案由',
    '议题',
    '案件名称',
    '签名',
    '参加人签名',
    '参加人员签名',
    '出席人员签名',
    '出席人员签字',
    '与会人员签名',
    '参会人员签名',
  ],
} as const;
type Key = keyof typeof LABELS;
const CONCLUSION =
  /(?:^|\n|\t)(?:讨论|会议|集体讨论)?(?:结论|决定|结果|意见|结论性意见|决定意见|形成的?(?:结论|意见))(?:如下)?[:\t ]\s*(?<words>[^\n\t]{4,300})|(?:会议|集体讨论|讨论)(?:研究)?(?:一致)?(?:决定|同意|认为)[:,]?(?<told>[^\n]{4,200})/;
const OPINION =
  /(?:^|\n)[^\n:]{2,12}:[^\n]{0,200}(?:同意|建议|认为|赞成|反对|不同意)|[。;][\p{sc=Han}]{2,4}:[^。\n]{0,80}(?:同意|认为|赞成|反对)/u;

/** 集体讨论笔录: when, who of the heads took part, each one's view and what was concluded. */
export const discussion: Reader = (paper) => {
  if (paper.kind !== 'discussion-minutes') return [];
  const view = plainView(paper.text);
  const fields = labelsIn<Key>(paper.text, LABELS);
  return [...heldFacts(view, fields), ...attendeeFacts(paper, fields), ...outcomeFacts(view)];
};

type Fields = ReturnType<typeof labelsIn<Key>>;

function heldFacts(view: PlainView, fields: Fields): StatedFact[] {
  const field = fields.find(({ key }) => key === 'when');
  const day = field
    ? daysWhere(view, {}).find(({ start, end }) => start >= field.start && start < field.until && end > start)
    : daysWhere(view, { after: /^[^。;\n]{0,40}?(?:召开|举行|进行|组织)[^。;\n]{0,20}?(?:会议|讨论)/ })[0];
  return day ? [stated('discussion.heldOn', day.day, day)] : [];
}

function attendeeFacts(paper: Paper, fields: Fields): StatedFact[] {
  const seen = new Set<string>();
  return fields
    .filter(({ key }) => key === 'chair' || key === 'attendees')
    .flatMap((field) => namesIn(paper.text, field))
    .flatMap((one) => {
      if (seen.has(one.name)) return [];
      seen.add(one.name);
      return [stated(`discussion.attendees[${one.name}]`, one.name, one)];
    });
}

function outcomeFacts(view: PlainView): StatedFact[] {
  const opinion = firstIn(view, OPINION);
  const conclusion = firstIn(view, CONCLUSION);
  const words = conclusion?.part.words ?? (conclusion?.part.told ? conclusion : undefined);
  return [
    ...(opinion ? [stated('discussion.opinions', true, opinion)] : []),
    ...(words ? [stated('discussion.conclusion', words.words.trim(), words)] : []),
  ];
}
