import { daysIn } from '../../law/days-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { daysAdded } from './measure-extension.ts';
import { penaltiesIn } from './penalties-in.ts';
import { plainView } from './plain-view.ts';
import { signatureIn } from './signature-in.ts';
import { withoutQuotes } from './without-quotes.ts';

const WORD = '(?:查封|扣押|封存|暂扣|扣留|强制措施)';
const RELEASED = new RegExp(
  `^[ 　]*(?:\\d{1,2}[时:：]\\d{0,2}分?)?[^。；;，,\\n\\d]{0,24}?解除[^。；;，,\\n]{0,24}?${WORD}`,
);
const EXTENDED = new RegExp(`^[^。；;\\n\\d]{0,30}?延长[^。；;，,\\n]{0,12}?(?:${WORD}|期限)`);
const ONLY_PLANNED = /拟|建议|申请|请示|应当?|最迟|届满/;
const NOT_EXTENDED = new RegExp(
  `${WORD}[^。；;\\n]{0,16}?(?:未|没有|从未|并未)(?:再)?(?:依法|按规定)?(?:办理|作出|批准|经批准|申请)?[^。；;，,\\n]{0,6}?(?:延长|延期)|(?:未|没有|从未|并未)(?:办理|作出|批准|经批准|申请)?[^。；;，,\\n]{0,6}?(?:延长|延期)[^。；;，,\\n]{0,8}?${WORD}`,
);

/** What other papers tell of the only measure of a dossier: its extension where that has no paper, its end. */
export function toldOfMeasure(paper: Paper, of: Paper, extensionHeld: boolean): StatedFact[] {
  const text = withoutQuotes(paper.text);
  const at = (name: string) => `compulsions[${of.id}].${name}`;
  const facts = daysIn(text).flatMap((day): StatedFact[] => {
    const after = text.slice(day.end, day.end + 80);
    const released = RELEASED.exec(after);
    if (released && !/登记保存/.test(released[0]) && !ONLY_PLANNED.test(released[0]))
      return [stated(at('ending.decidedOn'), day.day, day), stated(at('ending.kind'), 'released', day)];
    const extended = EXTENDED.exec(after);
    if (!extended || extensionHeld || ONLY_PLANNED.test(extended[0]) || /未|没有/.test(extended[0]))
      return [];
    const told = (name: string) => at(`extensions[told].${name}`);
    const sentence = /^[^。；;\n]*/.exec(text.slice(day.end))![0];
    const head = /(?:负责人|局长|厅长|主任)[^。；;\n]{0,12}(?:批准|同意)/.exec(sentence);
    const within = { start: day.end, end: day.end + sentence.length };
    return [
      stated(told('decidedOn'), day.day, day),
      ...daysAdded(text, of, (days, where) => stated(told('days'), days, where), within),
      ...(head
        ? [
            stated(told('approverRole'), 'head', {
              start: day.end + head.index,
              end: day.end + head.index + head[0].length,
            }),
          ]
        : []),
    ];
  });
  return [...facts, ...notExtendedIn(paper, at)];
}

/** 暂扣期间未办理延长手续. */
export function notExtendedIn({ text }: Paper, at: (name: string) => string): StatedFact[] {
  const match = NOT_EXTENDED.exec(withoutQuotes(text));
  return match
    ? [stated(at('extended'), false, { start: match.index, end: match.index + match[0].length })]
    : [];
}

/** The decision that confiscates what was held deals with it. */
export function confiscatedIn(paper: Paper, of: Paper, at: (name: string) => string): StatedFact[] {
  if (paper.kind !== 'decision') return [];
  const { day } = signatureIn(plainView(paper.text));
  const held = of.text.replaceAll(/\s/g, '');
  const goods = penaltiesIn(paper.text, 'decided').find(
    ({ type, words }) => type === 'confiscate-goods' && sharesName(words, held),
  );
  return day && goods
    ? [stated(at('ending.decidedOn'), day.day, day), stated(at('ending.kind'), 'confiscated', goods)]
    : [];
}

/** The words 没收“示例”牌扳手214把 and the list share a name of three characters that no measure is made of. */
function sharesName(words: string, held: string): boolean {
  const bare = words.replaceAll(
    /没收|违法|侵权|涉案|上述|查封|扣押|物品|财物|当事人|使用期限|保质期|超过|生产|经营|销售|[^\p{sc=Han}]/gu,
    ' ',
  );
  return bare
    .split(/\s+/)
    .some((name) =>
      Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)).some((two) =>
        held.includes(two),
      ),
    );
}
