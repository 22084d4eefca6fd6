import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { approvalOf } from '../words/approval-of-measure.ts';
import { knownOfficers } from '../words/known-officers.ts';
import { extensionIn } from '../words/measure-extension.ts';
import { releaseIn } from '../words/measure-release.ts';
import {
  dealsWithMeasure,
  isExtension,
  isMeasureForm,
  isRelease,
  measureKind,
  measuresOf,
  takenOn,
} from '../words/measures-of.ts';
import { officerSignaturesIn } from '../words/officer-signatures-in.ts';
import { officersIn } from '../words/officers-in.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';
import { confiscatedIn, notExtendedIn, toldOfMeasure } from '../words/told-of-measure.ts';

/** 查封、扣押、暂扣 in a penalty dossier: when it began, on whose approval, how long it was extended and when it ended. */
export const compulsion: Reader = (paper, dossier) => {
  const taken = measuresOf(dossier);
  if (taken.includes(paper)) return takenIn(paper, dossier);
  const of = measureOf(paper, dossier, taken);
  if (!of) return [];
  const at = (name: string) => `compulsions[${of.id}].${name}`;
  if (paper.kind === 'seizure-decision' && isMeasureForm(paper))
    return isExtension(paper) || isRelease(paper) ? [] : approvalOf(paper, takenOn(of), at, dossier);
  if (isExtension(paper)) return extensionIn(paper, of);
  if (isRelease(paper)) return [...releaseIn(paper, at), ...notExtendedIn(paper, at)];
  if (taken.length > 1) return [];
  const told = (one: Paper) => toldOfMeasure(one, of, dossier.some(isExtension));
  const ended = () =>
    dossier.some((one) => isRelease(one) || told(one).some(({ path }) => path === at('ending.decidedOn')));
  return paper.kind === 'decision' && !ended()
    ? [...told(paper), ...confiscatedIn(paper, of, at)]
    : told(paper);
};

/** The measure that a paper extends, ends or speaks of: the one whose number it names, the last before it, or the only one. */
function measureOf(paper: Paper, dossier: readonly Paper[], taken: readonly Paper[]): Paper | undefined {
  const words = paper.text.replaceAll(/\s/g, '');
  const named = taken.filter((one) => {
    const number = numberOf(one)?.words.replaceAll(/\s/g, '');
    return number !== undefined && words.includes(number);
  });
  if (named.length === 1) return named[0];
  if (taken.length === 1) return taken[0];
  if (!dealsWithMeasure(paper)) return undefined;
  return taken.findLast((one) => dossier.indexOf(one) < dossier.indexOf(paper));
}

const NUMBER = /[\p{sc=Han}（）()]{2,14}[〔[（(]\d{4}[〕\])）]第?\d+号/u;

function numberOf({ text }: Paper): ({ words: string } & Span) | undefined {
  const head = NUMBER.exec(text.slice(0, 200));
  return head ? { words: head[0], start: head.index, end: head.index + head[0].length } : undefined;
}

function takenIn(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const kind = measureKind(paper);
  const from = takenOn(paper);
  if (!kind || !from) return [];
  const at = (name: string) => `compulsions[${paper.id}].${name}`;
  return [
    stated(at('id'), paper.id, kind),
    stated(at('kind'), kind.value, kind),
    stated(at('startedOn'), from.day, from),
    stated(at('paper'), paper.id, kind),
    ...approvalOf(paper, from, at, dossier),
    ...takers(paper, dossier, at),
    ...(paper.kind === 'seizure-decision' ? decisionIn(paper, at) : []),
  ];
}

const CONTENT: [string, RegExp][] = [
  ['reasonsStated', /(?:因|经查|鉴于|涉嫌|由于)[^。\n]{4,}/],
  ['basisStated', /(?:依据|根据|依照|按照)[^。\n]{0,20}《[^》\n]+》第[^，,。\n]{1,20}条/],
  [
    'periodStated',
    /(?:期限|时间)[^。\n]{0,12}(?:\d|[一二三四五六七八九十])+[年日天个]|自[^。\n]{6,14}日起?(?:至|到)[^。\n]{6,14}日/,
  ],
  ['remediesStated', /(?=[^。\n]{0,160}复议)[^。\n]{0,160}(?:诉讼|起诉)/],
];

/** What the decision names, and to whom it was given. Only what stands there: silence is for a person to judge. */
function decisionIn(paper: Paper, at: (name: string) => string): StatedFact[] {
  const { day, organ, seal } = signatureIn(plainView(paper.text));
  const number = numberOf(paper);
  const of = (name: string) => at(`seizureDecision.${name}`);
  const copies = /一式([二两三四五六2-6])[份联]/.exec(paper.text);
  const found = CONTENT.flatMap(([name, words]) => {
    const match = words.exec(paper.text);
    return match ? [stated(of(name), true, { start: match.index, end: match.index + match[0].length })] : [];
  });
  return [
    ...found,
    ...(day ? [stated(of('date'), day.day, day), stated(of('dated'), true, day)] : []),
    ...(number ? [stated(of('number'), number.words, number)] : []),
    ...(organ ? [stated(of('agencyNamed'), true, organ)] : []),
    ...(seal ? [stated(of('sealed'), true, seal)] : []),
    ...(copies
      ? [
          stated(
            at('list.copies'),
            Number(copies[1]) || '〇一二三四五六'.indexOf(copies[1]!.replace('两', '二')),
            {
              start: copies.index,
              end: copies.index + copies[0].length,
            },
          ),
        ]
      : []),
    ...keepingIn(paper, at),
  ];
}

function keepingIn({ text }: Paper, at: (name: string) => string): StatedFact[] {
  const free =
    /(?:不(?:另)?收取?[^。，,\n]{0,6}(?:保管|停车)费用?|(?:保管|停车)费用?由(?:本)?(?:局|机关|队|我局)[^。，,\n]{0,6}承担)/.exec(
      text,
    );
  return free
    ? [stated(at('fees.keepingCharged'), false, { start: free.index, end: free.index + free[0].length })]
    : [];
}

function takers(paper: Paper, dossier: readonly Paper[], at: (name: string) => string): StatedFact[] {
  const known = knownOfficers(dossier);
  const acting = officersIn(paper).filter(({ role, name }) => role === 'acting' && known.has(name));
  const all = [...acting, ...officerSignaturesIn(paper, known)];
  return all
    .filter((one, index) => all.findIndex(({ name }) => name === one.name) === index)
    .map((one) => stated(at(`officers[${one.name}]`), one.name, one));
}
