import type { FineRange } from '../../../law/fine-range.ts';
import { fineRangeIn } from '../../../law/fine-range-in.ts';
import { partyIn } from '../table-columns.ts';
import { otherBase } from '../words/other-base.ts';

/** A statutory span as a column of a table prints it. */
export interface LegalSpan {
  party?: 'person' | 'unit';
  /** With `each` the ends are yuan for each such unit; the number it is counted by is not named here. */
  range: FineRange;
  each?: string;
}

const HEAD =
  /法定(?:的)?(?:罚款|处罚|裁量)?(?:金额|数额)?(?:幅度|区间|范围|标准|额度)|^(?:罚款|处罚)(?:幅度|区间|范围)$/;
const PARTY =
  /^(?:对)?(?<who>[^，。；：:\d]{0,16}?(?:单位|企业|法人|组织|机构|个人|自然人|公民|人员|责任人))(?:的|处以?)?[：:，]?(?=[\d一二三四五六七八九十每违货处])/;
const EACH =
  /^(?:按)?每(?<each>平方米|立方米|平方公里|公里|[吨亩公顷米株棵头只辆台件个人次日天眼口座处户米]|千克|公斤|千瓦时?)(?:处以?|罚款)?(?<rest>.+)$/;

/** Whether a heading is that of a column of statutory spans. */
export function isLegalSpanHead(head: string): boolean {
  return HEAD.test(head.replaceAll(/\s/g, ''));
}

/** 个人：1000元以上1万元以下 / 单位：…, 每平方米10元以下, 违法所得1倍以上5倍以下. `undefined` where any part is not understood. */
export function legalSpans(cell: string): LegalSpan[] | undefined {
  const parts = cell
    .normalize('NFKC')
    .split(/[\n;；。]/)
    .map((part) => part.replaceAll(/\s/g, '').replace(/[,，、]$/, ''))
    .filter(Boolean);
  const spans = parts.map(spanIn);
  const parties = spans.map((span) => span?.party);
  const apart =
    spans.length === 1 || (spans.length === 2 && parties.includes('person') && parties.includes('unit'));
  return apart && spans.every((span) => span !== undefined) ? spans : undefined;
}

function spanIn(words: string): LegalSpan | undefined {
  const who = PARTY.exec(words);
  const party = who ? partyIn(who.groups!.who!) : undefined;
  if (who && !party) return undefined;
  const rest = words
    .slice(who?.[0].length ?? 0)
    .replace(/^(?:并)?处以?/, '')
    .replace(/的?罚款$/, '');
  const { each, rest: sums } = EACH.exec(rest)?.groups ?? {};
  const plain = fineRangeIn(sums ?? rest);
  const range = plain ?? (each ? undefined : otherBase(rest));
  if (!range || range === 'none' || (each && range.base)) return undefined;
  return { ...(party ? { party } : {}), range, ...(each ? { each } : {}) };
}
