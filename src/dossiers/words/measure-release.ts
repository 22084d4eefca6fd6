import type { Day } from '../../law/dates.ts';
import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { plainView } from './plain-view.ts';
import { signatureIn } from './signature-in.ts';

const GROUNDS: [string, RegExp][] = [
  ['expired', /期限(?:已(?:经)?)?(?:届满|期满)|(?:届|期)满/],
  ['no-violation', /(?:没有|无|不构成|未发现)[^。，,\n]{0,6}违法(?:行为|事实)?/],
  ['unconnected', /与(?:本案|违法行为)无关/],
  ['decided', /(?:已(?:经)?|对违法行为)作出(?:行政)?处罚|已(?:经)?作出处理|不再需要/],
];

/** 解除扣押决定书: from which day, on which ground, and when the goods went back. */
export function releaseIn(paper: Paper, at: (name: string) => string): StatedFact[] {
  const { text } = paper;
  const { day: signed } = signatureIn(plainView(text));
  const days = daysIn(text);
  const effective = days.find(
    ({ start, end }) =>
      /[自于从][ 　]*$/.test(text.slice(Math.max(0, start - 3), start)) &&
      /^[ 　]*起?[^。；;\n\d]{0,20}解除/.test(text.slice(end, end + 30)),
  );
  const day = laterOf(effective, signed);
  if (!day) return [];
  const back = /(?:取车|领取|取回|接收|领回|提车|领物)人?[^\n]{0,4}[：:\t][ 　]*[\p{sc=Han}·]{2,4}/u.exec(
    text,
  );
  const backOn =
    back && days.find(({ start }) => start >= back.index && start < back.index + back[0].length + 12);
  const ground = GROUNDS.map(([value, words]) => ({ value, match: words.exec(text) })).find(
    ({ match }) => match,
  );
  return [
    stated(at('ending.decidedOn'), day.day, day),
    stated(at('ending.kind'), 'released', day),
    stated(at('ending.paper'), paper.id, day),
    ...(backOn
      ? [stated(at('ending.returnedOn'), backOn.day, backOn), stated(at('ending.returned'), true, backOn)]
      : []),
    ...(ground?.match
      ? [
          stated(at('ending.releaseGround'), ground.value, {
            start: ground.match.index,
            end: ground.match.index + ground.match[0].length,
          }),
        ]
      : []),
  ];
}

/** A release with effect from a later day ends the measure then. */
function laterOf(effective: DayIn | undefined, signed: ({ day: Day } & Span) | undefined) {
  return effective && (!signed || effective.day >= signed.day) ? effective : (signed ?? effective);
}
