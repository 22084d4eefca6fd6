import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { labelsIn } from '../words/labels-in.ts';
import { daysWhere, firstIn } from '../words/match-in.ts';
import { namesIn } from '../words/names-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';

const LABELS = {
  when: [
    '时间',
    '讨论时间',
    '会议时间',
    '开会时间',
    '召开时间',
    '审议时间',
    '议案时间',
    '研究时间',
    '集体讨论时间',
    '集体审议时间',
    '会议召开时间',
    '时间地点',
    '讨论日期',
    '会议日期',
    '审议日期',
    '召开日期',
    '研究日期',
    '日期',
  ],
  chair: [
    '主持人',
    '主持',
    '会议主持人',
    '会议主持',
    '讨论主持人',
    '集体讨论主持人',
    '主持人姓名及职务',
    '主持人员',
    '主持领导',
    '召集人',
    '审议主持人',
    '集体讨论会主持人',
  ],
  attendees: [
    '出席',
    '参加',
    '参会',
    '参加人员',
    '参加人',
    '出席人员',
    '出席人',
    '参会人员',
    '参会领导',
    '参加领导',
    '出席领导',
    '班子成员',
    '参加讨论',
    '参加讨论人员',
    '参与讨论人员',
    '参与人员',
    '讨论人员',
    '审议人员',
    '参加审议人员',
    '参审人员',
    '合议人员',
    '与会人员',
    '与会人',
    '应到人员',
    '实到人员',
    '到会人员',
    '参加人员姓名及职务',
    '出席人员姓名及职务',
    '参加人员及职务',
    '出席人员及职务',
    '出席会议人员姓名及职务',
    '参加会议人员姓名及职务',
    '参加讨论人',
    '出席会议人员',
    '参会人',
    '集体讨论人员',
    '集体讨论参加人员',
    '集体讨论参加人',
    '参加会议人员',
    '委员',
    '出席委员',
    '参会委员',
    '案审委成员',
    '案件审理委员会成员',
  ],
  others: [
    '列席',
    '列席人员',
    '列席人',
    '列席会议人员',
    '记录',
    '记录人',
    '记录员',
    '会议记录人',
    '会议记录',
    '汇报人',
    '案情汇报人',
    '缺席',
    '缺席人员',
    '请假',
    '请假人员',
    '未到会人员',
    '回避人员',
    '承办人',
    '案件承办人',
    '地点',
    '讨论地点',
    '会议地点',
    '召开地点',
    '审议地点',
    '案由',
    '议题',
    '讨论事项',
    '审议事项',
    '讨论内容',
    '讨论记录',
    '会议内容',
    '案件名称',
    '当事人',
    '签名',
    '签字',
    '参加人签名',
    '参加人员签名',
    '参加人员签字',
    '出席人员签名',
    '出席人员签字',
    '与会人员签名',
    '参会人员签名',
    '参会人员签字',
    '记录人签名',
    '主持人签名',
  ],
} as const;
type Key = keyof typeof LABELS;
const CONCLUSION =
  /(?:^|\n|\t)(?:讨论|会议|集体讨论)?(?:结论|决定|结果|意见|结论性意见|决定意见|形成的?(?:结论|意见))(?:如下)?[:\t ]\s*(?<words>[^\n\t]{4,300})|(?:会议|集体讨论|讨论)(?:研究)?(?:一致)?(?:决定|同意|认为)[:,]?(?<told>[^\n]{4,200})/;
const OPINION =
  /(?:^|\n)[^\n:]{2,12}:[^\n]{0,200}(?:同意|建议|认为|赞成|反对|不同意)|[。;][\p{sc=Han}]{2,4}:[^。\n]{0,80}(?:同意|认为|赞成|反对)/u;

/** 2024年7月2日上午，局长某某主持召开案件审理委员会会议. */
const HELD =
  /^[^。;\n]{0,60}?(?:召开|举行|进行|组织|主持|开会)[^。;\n]{0,30}?(?:会议?|讨论|审议|研究)|^[^。;\n]{0,30}?(?:集体讨论|集体审议|集体研究|局长办公会|案审会|案件审理委员会|党组会)/;

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
    : (daysWhere(view, { after: HELD })[0] ?? headDay(view));
  return day ? [stated('discussion.heldOn', day.day, day)] : [];
}

/** 2024年6月12日　局五楼会议室: a line below the title that begins with the day, before anybody is named or speaks. */
function headDay(view: PlainView) {
  const first = view.text.search(/(?:出席|参加|参会|与会|汇报|议定|结论)/);
  return daysWhere(view, {}).find(
    ({ from, relative }) =>
      !relative &&
      (first < 0 || from < first) &&
      /(?:^|\n)[ \u3000]*$/.test(view.text.slice(0, from)) &&
      view.text
        .slice(0, from)
        .split('\n')
        .filter((line) => line.trim()).length <= 4,
  );
}

/** 主持人王示；出席王示、李示: labels run together with what they ask for. */
const BARE =
  /(?<=^|[\n。；;，, 　])(?:主持人?|参加人?|参会人?|出席人?|到会|与会|参加讨论)(?:员)?(?=\p{sc=Han}{2,4}(?:[、；;，,。 　\n]|$))(?<names>[\p{sc=Han}、]{2,80})/gu;

function attendeeFacts(paper: Paper, fields: Fields): StatedFact[] {
  const seen = new Set<string>();
  const own = fields.filter(({ key }) => key === 'chair' || key === 'attendees');
  const bare = [...paper.text.matchAll(BARE)].map(({ 0: words, index, groups }) => ({
    start: index + words.length - groups!.names!.length,
    end: index + words.length,
  }));
  return (own.some(({ key }) => key === 'attendees') ? own : [...own, ...bare])
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
