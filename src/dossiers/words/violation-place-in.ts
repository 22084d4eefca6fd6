import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { fieldsOf } from './fields-of.ts';
import { firstIn, matchesIn } from './match-in.ts';
import { type PlainView, plainView } from './plain-view.ts';
import { regionOfPlace } from './region-of-agency.ts';
import { withoutQuotes } from './without-quotes.ts';

const ADDRESS =
  '(?:[\\p{sc=Han}]{2,7}(?:省|自治区|市|县|区|镇|乡|街道))[\\p{sc=Han}A-Za-z\\d+-]{2,36}?(?:号(?:[\\p{sc=Han}A-Z\\d]{0,6}?(?:室|层|楼|铺|栋|幢|一层|之[一二三]|附\\d号|门前|门口|旁)|[\\dA-Z]{2,6}(?![\\d号]))?|平台|人行道|路口|交叉口|广场|市场|村|组|处|站|码头|侧|水域|工地|小区)';
const IN_ADDRESS = new RegExp(
  `[在于](?<place>${ADDRESS})(?=,|通过|利用|从事|实施|经营|销售|组织|开设|开办|擅自|违法|违规|生产|加工|送|堆放|占用|使用|存放|倾倒|建设|搭建|将|未|进行|内|设|驾驶|非法)`,
  'u',
);
/** 在东芦湖3号浮标附近水域，: a spot that has no address. */
const AT_SPOT =
  /(?:(?:^|[,。:;]|日|时|分|许|人|你|单位|公司|店)(?:在|途经)|驶(?:至|到|入))(?<place>[\p{sc=Han}A-Za-z\d+-]{4,36}?(?:路|街|巷|大道|号|侧|旁|附近|水域|海域|河段|路段|地块|工地|码头|浮标|收费站|检测站|桥|路口|村|组|林带|林地|小区|园区|广场|市场|门前|门口|K\d+(?:\+\d+)?(?:米|m)?))(?:内|处|段|路段)?(?=,)/u;
const NO_PLACE =
  /驶|人民法院|人民政府|当事人|你|本[局机]|我局|其|该|执法|检查|网|公众号|账号|平台上|未|没有|期间|过程|情况/;
const LABEL =
  /^(?:案发|发案|违法|违法行为|违法行为发生|行为发生|违法事实发生|事发|发生|违章|违停)(?:地点|地址|地|位置|场所)$/;
const INSPECTED =
  /^(?:现场)?(?:检查|勘验|勘察|检查勘验|检查\(勘验\)|检查\(勘察\)|勘验\(检查\)|执法|巡查)?(?:地点|场所|地址|位置)$/;
/** A room of the agency is where it asks, not where it finds. */
const OFFICE =
  /^(?:本|我)|(?:局|大队|支队|中队|委员会|政府|机关|办公室|询问室|谈话室|接待室|会议室)(?:[\p{sc=Han}\d]{0,8})$/u;
const NAME_OF_FIRM = /(?:有限|公司|厂|店|行|部|合作社)(?=[(（])/;

/** Where it was done, as the findings or a field of its own name it. */
export function violationPlace(paper: Paper, view: PlainView): StatedFact[] {
  const field = fieldsOf(paper).find(({ label }) => LABEL.test(label));
  if (field) return placeFacts(field.value, field);
  const text = withoutQuotes(view.text);
  const place = [IN_ADDRESS, AT_SPOT]
    .flatMap((pattern) => matchesIn(view, pattern, text))
    .map(({ part }) => part.place)
    .find((one) => one !== undefined && !NO_PLACE.test(one.words));
  return place ? placeFacts(place.words, place) : [];
}

/** The place and, where it begins with divisions of the state, its region. */
function placeFacts(words: string, span: Span): StatedFact[] {
  const region = regionOfPlace(words);
  const whole = span.end - span.start === words.length;
  return [
    stated('violation.place', words, span),
    ...(region
      ? [
          stated('violation.region', region, {
            start: span.start,
            end: whole ? span.start + region.length : span.end,
          }),
        ]
      : []),
  ];
}

/**
 * Where the only inspection of the dossier found it, for a dossier whose decision and notice name no place: what is
 * found at a place of business was done there as far as the papers tell.
 */
export function placeOfInspection(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const others = dossier.filter(({ sameAs }) => !sameAs);
  const told = others.some(
    (one) =>
      ['decision', 'no-penalty-decision', 'prior-notice'].includes(one.kind) &&
      violationPlace(one, plainView(one.text)).length > 0,
  );
  const own = inspectedAt(paper);
  const places = others.filter(({ kind }) => kind === 'inspection-record').map(inspectedAt);
  return own && !told && places.every((one) => !one || one.words === own.words)
    ? placeFacts(own.words, own)
    : [];
}

function inspectedAt(paper: Paper): ({ words: string } & Span) | undefined {
  const field = fieldsOf(paper).find(({ label, value }) => INSPECTED.test(label) && !OFFICE.test(value));
  if (!field) return undefined;
  const firm = NAME_OF_FIRM.exec(field.value);
  const inside = firm && firstIn(plainView(field.value), /[((](?<place>[^()]{6,})[))]/)?.part.place;
  if (inside)
    return { words: inside.words, start: field.start + inside.start, end: field.start + inside.end };
  const words = /^[^（(\s　，,；;。“"]*/.exec(field.value)?.[0] ?? '';
  return words.length >= 5 ? { words, start: field.start, end: field.start + words.length } : undefined;
}
