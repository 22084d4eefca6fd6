import type { Paper } from '../paper.ts';
import { type NameIn, namesIn } from './names-in.ts';

const LABEL =
  /(?:被询问人|被调查人|被调查询问人|被询问\(调查\)人|被询问对象|受询问人|被问话人|被谈话人|被约谈人|谈话对象|询问对象)(?:姓名|基本情况|情况)?(?:[(（]?[一二三四1234甲乙][)）]?)?[ \u3000]*[:：\t]([^\n]{2,160})/g;
/** Others who were there, or to whom the person asked belongs. */
const OTHER_PART =
  /监护人|代理人|代表|陪同|在场|翻译|见证|负责人|经营者|单位|公司|店|厂|职务|父|母|妻|夫|之子|之女|受.{0,8}委托|电话|住|身份/;
/** What shows that a name begins the particulars of one more person: 毕示，女，33岁. */
const PARTICULARS = /^[ \u3000]*[，,（( ]?[ \u3000]*(?:男|女|\d{2}岁|性别|身份证|公民身份)/;
const TOGETHER =
  /(?:[两二三2-4]人|双方|夫妻|均)?(?:一同|一起|共同|同时|一并)(?:接受|参加|到场接受)?[^，。；\n]{0,4}(?:询问|调查|问话)|[两二三2-4]名?(?:被询问人|当事人)/;
/** 张示答：, 李示答：at the head of a line. */
const ANSWERS = /(?:^|\n)[ \u3000]*(\p{sc=Han}{2,4})[ \u3000]*(?:回)?答[ \u3000]*[:：]/gu;

/**
 * The people of a record that was made of several at once: named with particulars of their own behind the label, or as
 * those who answer. Empty for a record of one person.
 */
export function intervieweesIn({ text }: Paper): NameIn[] {
  const listed = [...text.matchAll(LABEL)].flatMap((match) => listedIn(text, match));
  const people = distinct(listed.length > 1 ? listed : answering(text));
  return people.length > 1 ? people : [];
}

function listedIn(text: string, match: RegExpExecArray): NameIn[] {
  const start = match.index + match[0].length - match[1]!.length;
  const line = { start, end: start + match[1]!.length };
  const together = TOGETHER.test(text.slice(line.start, line.end + 80));
  return namesIn(text, line).filter((name, index) => {
    const before = text.slice(start, name.start);
    if (index === 0) return /^[ \u3000]*$/.test(before);
    const gap = /[^、；;]*$/.exec(before)?.[0] ?? before;
    if (gap.trim() !== '' || OTHER_PART.test(text.slice(name.end, name.end + 3))) return false;
    return together || PARTICULARS.test(text.slice(name.end, name.end + 10));
  });
}

/** Parents and interpreters may speak for one person. */
function answering(text: string): NameIn[] {
  if (/监护人|法定代理人|翻译|聋|哑/.test(text)) return [];
  return [...text.matchAll(ANSWERS)].flatMap((match) => {
    const at = match.index + match[0].indexOf(match[1]!);
    return namesIn(text, { start: at, end: at + match[1]!.length });
  });
}

function distinct(names: NameIn[]): NameIn[] {
  return names.filter(({ name }, index) => names.findIndex((one) => one.name === name) === index);
}
