import type { SanctionFine } from '../../../law/sanction.ts';
import { legalSpans } from '../spans/legal-spans.ts';
import { isResponsible } from '../table-columns.ts';

/** What no figure of a fine stands in: 没收违法所得, 可以责令停业整顿, 情节严重的，吊销资质证书. */
const NO_FIGURE = /^[^\d%％‰倍]*$/;

const PARTIES: [RegExp, 'person' | 'unit'][] = [
  [/^(?:个人|公民|自然人)$/, 'person'],
  [/^(?:单位|企业|法人|组织|法人或者其他组织)$/, 'unit'],
];

/** `who`: the kind of party that the span is for, where kinds are told apart (施工单位, 监理单位). */
export type SpanInBasis = SanctionFine & { who?: string };

/**
 * The spans that a cell of provisions adds in brackets or after a colon, in short: 第五十七条（工程合同价款1%以上2%以下；责任人员：单位罚款数额5%以上10%以下）.
 * Nothing where any figure there is not understood, or where it is not plain whom a span is for.
 */
export function spansInBasis(basis: readonly string[]): SpanInBasis[] {
  const sole = soleSpan(basis);
  if (sole) return [sole];
  const [words, more] = basis.flatMap((cell) => {
    const text = cell.normalize('NFKC').replaceAll(/\s/g, '');
    const found =
      /(?:[条款项]|之[一二三四五六七八九十])(?:\((?<inner>[^()]*\d[^()]*)\)|:(?<after>[^()《》]*\d[^()《》]*))$/.exec(
        text,
      );
    return found?.groups ? [found.groups.inner ?? found.groups.after!] : [];
  });
  if (words === undefined || more !== undefined) return [];
  const fines: SpanInBasis[] = [];
  for (const part of words.split(/[;。]/).filter(Boolean)) {
    const [, who, rest = part] = /^(?:对)?([^:,\d]{2,20}?)[:](.+)$/.exec(part) ?? [];
    const sums = rest.split(',').filter((one) => !NO_FIGURE.test(one));
    if (sums.length === 0 && NO_FIGURE.test(part)) continue;
    const [only, second] = sums;
    const plain = only?.replace(/^(?:可以)?(?:并|单(?=处))?(?:处以?)?/, '').replace(/的?罚款$/, '');
    const responsible = who !== undefined && (isResponsible(who) || /责任人员$/.test(who));
    const [span, another] = (plain && !second ? legalSpans(plain) : undefined) ?? [];
    if (!span || another || span.each || span.party) return [];
    const party =
      who === undefined || responsible ? undefined : PARTIES.find(([words]) => words.test(who))?.[1];
    fines.push({
      ...(responsible ? { subject: 'responsible-person' as const } : {}),
      ...(party ? { party } : {}),
      ...(who !== undefined && !responsible && !party ? { who } : {}),
      range: span.range,
    });
  }
  const offenders = fines.filter(({ subject }) => !subject);
  const kinds = new Set(offenders.map(({ who, party }) => who ?? party ?? ''));
  const plain = offenders.length === 1 || (kinds.size === offenders.length && !kinds.has(''));
  return plain && fines.length - offenders.length <= 1 ? fines : [];
}

/** 处每平方米一百元以上五百元以下罚款, 处骗取金额二倍以上五倍以下罚款: the only fine of the words. */
function soleSpan(basis: readonly string[]): SpanInBasis | undefined {
  // 罚款额为耕地开垦费的5倍以上10倍以下; 按占用面积处土地复垦费…: what is measured is no part of the base.
  const text = basis
    .join('')
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/罚款(?:数|金)?额(?:度)?为([^,。;罚]+)(?=[,。;]|$)/g, '处$1的罚款')
    .replaceAll(/按(?:照)?[^,。;处]{2,8}(?:面积|数量|体积)(?=处)/g, '');
  if ((text.match(/罚款/g) ?? []).length !== 1) return undefined;
  const words = /(?:(?:并|可以)?处以?|按)([^,。;:]{4,40}?)(?:的|的?标准)?(?:处以?)?罚款/.exec(text)?.[1];
  const [span, another] = words ? (legalSpans(words.replace(/^[^\d,]{2,10}(?=每)/, '')) ?? []) : [];
  if (!span || another || span.party) return undefined;
  const { each, range } = span;
  return each || range.baseFactor ? { range: { ...range, ...(each ? { each } : {}) } } : undefined;
}
