import { daysIn } from '../../law/days-in.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { headApproval } from '../words/opinion-in.ts';

const EXTENSION =
  /延长[^。；\n]{0,14}?(?:办案|办理|案件|调查)[^。；\n]{0,8}?期限|(?:办案|办理|案件|调查)[^。；\n]{0,6}?(?:期限)?[^。；\n]{0,4}?(?:延[长期]|展期)(?!缴)|延期(?:办理|办案|结案|调查)/;
const DAYS =
  /延[长期](?:[^。；，\n]{0,14}?期限)?[^。；，\n\d]{0,4}?(\d{1,3}|[一二三四五六七八九十百]{1,5})[ \u3000]*(?:个)?(日|天|工作日|个?月)/g;
const DISCUSSED =
  /(?=\S)[^。；\n]{0,160}(?:集体讨论|案件审理委员会|局务会|办公会)[^。；\n]*(?:决定|同意)?[^。；\n]*/;
const EXCLUDED: [RegExp, 'expertise' | 'test' | 'hearing' | 'public-notice' | 'suspension'][] = [
  [/鉴定|检疫|专家评审/, 'expertise'],
  [/检测|检验|监测|试验/, 'test'],
  [/听证/, 'hearing'],
  [/公告/, 'public-notice'],
  [/中止/, 'suspension'],
];
const FORMS: ReadonlySet<Paper['kind']> = new Set(['other', 'filing-approval']);

/** 延长办案期限 as approved in a form of its own, and the periods that a paper says are not counted (不计入办案期限). */
export const timeLimit: Reader = (paper) => [...extension(paper), ...excluded(paper)];

function extension(paper: Paper): StatedFact[] {
  const head = `${paper.title}${paper.text.trimStart().slice(0, 60)}`.replace(/\s/g, '');
  if (!FORMS.has(paper.kind) || !EXTENSION.test(head)) return [];
  const { text } = paper;
  const approval = headApproval(text);
  if (!approval) return [];
  const spoken = [...text.matchAll(DAYS)].filter(({ 2: unit }) => /^[日天]$/.test(unit ?? ''));
  const inApproval = spoken.filter(({ index }) => index >= approval.start && index < approval.end);
  const [said, ...others] = inApproval.length > 0 ? inApproval : spoken;
  const days = said && numberOf(said[1]!);
  if (!days || others.some((one) => numberOf(one[1]!) !== days)) return [];
  const key = `timeLimit.extensions[${approval.day.day}]`;
  const facts = [
    stated(`${key}.days`, days, { start: said.index, end: said.index + said[0].length }),
    stated(`${key}.approvedOn`, approval.day.day, approval.day),
  ];
  const discussed = DISCUSSED.exec(text);
  if (discussed && !/未|拟|提请|报/.test(discussed[0])) {
    facts.push(
      stated(`${key}.byDiscussion`, true, {
        start: discussed.index,
        end: discussed.index + discussed[0].length,
      }),
    );
  }
  return facts;
}

const numberOf = (words: string) => (/\d/.test(words) ? Number(words) : chineseValue(words));

/** What stands between the two days of a period. */
const isSpan = (between: string) =>
  /^[^，。；\d]{0,6}(?:至|到|[-—–－~～])[^，。；\d]{0,4}$|^(?:起|[（(])?$/.test(between.trim());

/** 检验期间（2025年3月1日至3月20日）不计入办案期限. */
function excluded({ text }: Paper): StatedFact[] {
  const days = daysIn(text);
  return [
    ...text.matchAll(
      /(?=\S)[^。；\n]{0,160}(?:不计入|扣除)[^。；\n]{0,10}(?:办案|办理|案件)?期限[^。；\n]*/g,
    ),
  ].flatMap(({ 0: words, index }) => {
    const own = days.filter(({ start }) => start >= index && start < index + words.length);
    const spans = own.flatMap((from, at) => {
      const to = own[at + 1];
      return to && to.day >= from.day && isSpan(text.slice(from.end, to.start)) ? [{ from, to }] : [];
    });
    const kinds = EXCLUDED.filter(([pattern]) => pattern.test(words));
    const kind = kinds[0]?.[1];
    const [span] = spans;
    if (!span || spans.length !== 1 || kinds.length !== 1 || !kind) return [];
    const { from, to } = span;
    const key = `timeLimit.excluded[${from.day}]`;
    return [
      stated(`${key}.from`, from.day, from),
      stated(`${key}.to`, to.day, to),
      stated(`${key}.kind`, kind, { start: index, end: index + words.length }),
    ];
  });
}
