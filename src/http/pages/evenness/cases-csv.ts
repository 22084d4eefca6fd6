import { yuanText } from '../../../law/money.ts';
import { CHOICE_NAMES } from '../choice-names.ts';
import { csvCell } from './csv-cell.ts';
import type { EvennessData } from './evenness-data.ts';

const HEADS = [
  '案件',
  '违法行为',
  '领域',
  '地区',
  '机关',
  '当事人类型',
  '决定日',
  '罚款（元）',
  '法定幅度中的位置',
  '法定最低罚款的倍数',
  '阶次',
  '与阶次相比',
  '偏离理由',
  '法律状态',
  '来源',
];

/** The cases behind the plots that the person may look into, as CSV (RFC 4180) with a mark by which spreadsheets know UTF-8. */
export function casesCsv(data: EvennessData): string {
  const lines = data.listed.map((one) => [
    one.title,
    one.violation,
    CHOICE_NAMES.field?.[one.field] ?? one.field,
    one.region,
    one.agency,
    CHOICE_NAMES['party.kind']?.[one.party] ?? one.party,
    one.decidedOn,
    one.fine === undefined ? '' : yuanText(one.fine),
    rounded(one.share),
    rounded(one.times),
    one.tier ?? '',
    one.inTier === undefined ? '' : ['低于', '以内', '高于'][one.inTier + 1],
    one.reasoned ? '有' : '',
    data.isOld(one) ? '旧法' : '',
    `${one.kept ? '本系统' : '案例库'}${one.example ? '（示例）' : ''}`,
    ...(data.namesHandlers ? [one.handlers.map((id) => data.people.get(id) ?? '已离任').join('、')] : []),
  ]);
  const rows = [[...HEADS, ...(data.namesHandlers ? ['承办人'] : [])], ...lines];
  return `\ufeff${rows.map((row) => row.map((cell) => csvCell(cell ?? '')).join(',')).join('\r\n')}\r\n`;
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 1e6) / 1e6);
}
