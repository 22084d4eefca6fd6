import { daysIn } from '../../law/days-in.ts';
import { type Reader, stated } from '../reader.ts';
import { proofOfService } from './proof-of-service.ts';

const TICK = '[☑☒✓✔√■▣◼●]|[\\[【（(][ \\u3000]*[√✓✔][ \\u3000]*[\\]】)）]';
/** A box and its words: ☑同意电子送达, 同意（√）. */
const OPTION = new RegExp(`(?<tick>${TICK})|[□☐○◯]|[（(][ \\u3000]*[)）]`, 'gu');
const AGREED =
  /(?:同意|接受|愿意|选择|确认)[^。\n]{0,16}电子[^。\n]{0,12}送达(?!(?:方式)?的[，,]|[^。\n]{0,4}[\t:：?？])|(?:同意|接受|适用|采用)[^。\n\t]{0,10}电子[^。\n\t]{0,10}[\t:：?？ \u3000]+(?:是|同意|接受)|电子(?:方式)?送达(?:意见)?[\t:： \u3000]+(?:是|同意|接受)|(?:同意|接受|愿意|选择|确认)(?:通过|以|用|采用|采取|按)[^。\n]{0,6}(?:电子|邮箱|短信|微信|传真)[^。\n]{0,16}(?:接收|收取|签收|收到)(?![^。，,\n]{0,8}的[，,])/;
const REFUSED =
  /(?:不同意|不接受|不愿|拒绝|不适用|不采用)[^。\n]{0,10}电子|电子[^。\n]{0,10}[\t:：?？ \u3000]+(?:不同意|不接受|否)/;
const YES = /^[ \u3000]*(?:同意|接受|是|愿意|适用|电子)/;
const NO = /^[ \u3000]*(?:不|否|拒绝)/;

/** Whether the party agrees to electronic service: by the box that is ticked where there are boxes, else by what is said. */
function agrees(text: string): boolean {
  const lines = text.split('\n').filter((line) => /电子|是否|同意|接受/.test(line));
  const boxes = lines.flatMap((line) => optionsIn(line));
  const own = boxes.filter(
    ({ words }) => (YES.test(words) || NO.test(words)) && !/^[ \u3000]*电子(?:邮|信)/.test(words),
  );
  if (own.length > 0) {
    const ticked = own.filter((one) => one.ticked);
    return ticked.length > 0 && ticked.every(({ words }) => !NO.test(words));
  }
  return AGREED.test(text) && !REFUSED.test(text);
}

/** The options of a line, each with the words behind its box, or before it where no box stands before any words. */
function optionsIn(line: string): { words: string; ticked: boolean }[] {
  const marks = [...line.matchAll(OPTION)];
  const behind = marks.length > 0 && line.slice(marks.at(-1)!.index + marks.at(-1)![0].length).trim() === '';
  return marks.map((mark, index) => {
    const end = mark.index + mark[0].length;
    const before = line.slice(
      index > 0 ? marks[index - 1]!.index + marks[index - 1]![0].length : 0,
      mark.index,
    );
    const words = behind
      ? (/[^\t:：?？ \u3000、，,/／]*[ \u3000]*$/.exec(before)?.[0] ?? '')
      : line.slice(end, marks[index + 1]?.index ?? line.length);
    return { words, ticked: mark.groups?.tick !== undefined };
  });
}

/** 送达地址确认书: the day on which the party agreed to electronic service, for each electronic service of the case. */
export const addressConfirmation: Reader = (paper, dossier) => {
  if (paper.kind !== 'address-confirmation') return [];
  const { text } = paper;
  if (!agrees(text)) return [];
  const day = daysIn(text).at(-1);
  if (!day) return [];
  const electronic = dossier
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap((other) => proofOfService(other, dossier))
    .filter(({ path, value }) => path.endsWith('.method') && value === 'electronic');
  return electronic.map(({ path }) => stated(path.replace(/method$/, 'confirmationOn'), day.day, day));
};
