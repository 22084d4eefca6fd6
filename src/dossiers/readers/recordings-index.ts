import { daysIn } from '../../law/days-in.ts';
import type { StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { labelledRows, labelsIn } from '../words/labels-in.ts';
import { namesIn } from '../words/names-in.ts';

const LABELS = {
  of: [
    '记录环节',
    '环节',
    '执法环节',
    '记录内容',
    '内容',
    '录制内容',
    '执法活动',
    '记录事项',
    '音像内容',
    '名称',
    '音像资料名称',
    '记录名称',
    '录像名称',
    '音像记录名称',
    '执法环节名称',
    '摄录内容',
    '拍摄内容',
  ],
  time: [
    '起止时间',
    '录制时间',
    '拍摄时间',
    '记录时间',
    '时间',
    '摄录时间',
    '录制起止时间',
    '拍摄起止时间',
    '记录起止时间',
  ],
  started: ['开始时间', '起始时间', '起始'],
  ended: ['结束时间', '终止时间', '结束'],
  stored: ['存储时间', '存入时间', '上传时间', '入库时间', '存储日期'],
  by: ['存储人', '上传人', '保管人', '存入人'],
  other: [
    '序号',
    '编号',
    '文件名',
    '文件名称',
    '载体',
    '存储位置',
    '时长',
    '地点',
    '拍摄人',
    '录制人',
    '记录人',
    '备注',
    '设备编号',
    '存放位置',
    '格式',
    '文件大小',
    '摄录人',
    '拍摄地点',
    '存储介质',
    '数量',
    '是否完整',
  ],
} as const;
const OF: [RegExp, string][] = [
  [/询问|调查谈话/, 'interview'],
  [/抽样/, 'sampling'],
  [/登记保存/, 'preservation'],
  [/查封|扣押/, 'seizure'],
  [/冻结/, 'freezing'],
  [/拆除/, 'demolition'],
  [/听证/, 'hearing'],
  [/送达/, 'service'],
  [/强制执行/, 'enforcement'],
  [/检查|勘[验查]/, 'inspection'],
];

const HEADS: [RegExp, keyof typeof LABELS][] = [
  [/环节|内容|事项|名称|活动/, 'of'],
  [/存储时间|上传时间|入库时间|存入时间/, 'stored'],
  [/开始|起始/, 'started'],
  [/结束|终止/, 'ended'],
  [/存储人|上传人|保管人|存入人/, 'by'],
  [/时间/, 'time'],
];
const columnOf = (head: string) => HEADS.find(([pattern]) => pattern.test(head))?.[1];

type Row = ReturnType<typeof labelledRows<keyof typeof LABELS>>[number];

/** 环节：现场检查　起止时间：…　上传时间：…: each name of a step begins a recording. */
function entries(text: string): Row[] {
  const rows: Row[] = [];
  for (const { key, value, start, end } of labelsIn(text, LABELS)) {
    if (key === 'of') rows.push({});
    const row = rows.at(-1);
    if (row) row[key] ??= { value, start, end };
  }
  return rows;
}

/** 音像记录索引: a table or a list that names the step and its times. */
export const recordingsIndex: Reader = ({ kind, id, text }) => {
  if (kind !== 'recordings-index') return [];
  const table = labelledRows(text, LABELS, columnOf).filter((row) => row.of);
  return (table.length > 0 ? table : entries(text)).flatMap((row, index) => {
    const of = row.of && OF.filter(([pattern]) => pattern.test(row.of!.value));
    if (!row.of || of?.length !== 1) return [];
    const key = `recordings[${id}-${index + 1}]`;
    const facts: StatedFact[] = [
      stated(`${key}.id`, `r${index + 1}`, row.of),
      stated(`${key}.of`, of[0]![1], row.of),
    ];
    const inCell = (cell: typeof row.time) =>
      cell ? daysIn(text).filter(({ start }) => start >= cell.start && start < cell.end) : [];
    const [first, second] = inCell(row.time);
    const started = inCell(row.started)[0] ?? first;
    const ended = inCell(row.ended)[0] ?? second;
    if (started?.time) facts.push(stated(`${key}.startedAt`, `${started.day}T${started.time}`, started));
    if (ended?.time) facts.push(stated(`${key}.endedAt`, `${ended.day}T${ended.time}`, ended));
    else if (started?.until) facts.push(stated(`${key}.endedAt`, `${started.day}T${started.until}`, started));
    const [stored] = inCell(row.stored);
    if (stored?.time) facts.push(stated(`${key}.storedAt`, `${stored.day}T${stored.time}`, stored));
    const [keeper] = row.by ? namesIn(text, row.by) : [];
    if (keeper) facts.push(stated(`${key}.storedBy`, keeper.name, keeper));
    return facts;
  });
};
