import type { CaseFile } from '../../cases/case-file.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const NAME = String.raw`\p{sc=Han}{2,4}`;
const ASKED = '(?:被询问|被调查|被谈话|被问)(?:人|者|对象)';
/** Each head names one who was asked: 被询问人(二):陶小满,女. */
const HEADS = new RegExp(
  `(?:^|[\\n。;])${ASKED}(?:\\(?[一二三12甲乙]\\)?)?(?:姓名)?:(?<name>${NAME})(?=[,。;(、\\n]|$|性别|男|女)`,
  'gu',
);
/** 被询问人(签名):唐雅琴、陶小满. */
const SIGNED = new RegExp(
  `${ASKED}(?:\\((?:签名|签字|签章|捺印)[^()]{0,8}\\)|签名|签字):(?<one>${NAME})(?:、|和|及|与)(?<other>${NAME})(?=[,。;\\n\\d(]|$)`,
  'u',
);
/** 唐雅琴答:, 答(陶小满):. */
const ANSWERS = new RegExp(
  `(?:^|\\n)(?:(?<first>${NAME}?)(?:回答|答|补充说?|插话):|(?:回答|答)\\((?<within>${NAME})\\)?:?)`,
  'gu',
);
const TOGETHER =
  /(?:一并|一起|共同|集体|合并)(?:在场)?(?:对[^。;\n]{2,24})?(?:接受|进行|制作|作)?(?:了)?(?:调查)?(?:询问|问话|谈话)|同时(?:在场)?(?:接受|对[^。;\n]{2,16}(?:、|和|及|与|二人|两人)[^。;\n]{0,8}(?:进行)?)(?:询问|问话)|(?:两|二|三|2|3)(?:人|名[^。;\n]{0,8})(?:均)?(?:在场|在同一(?:询问)?室|同时|一起|共同|一并|合并)[^。;\n]{0,12}(?:询问|回答|作答|问话|谈话)|(?:共用|合用|合做|合作)一份(?:询问)?笔录/;
/** Who sits beside the one asked, and what is only demanded. */
const BESIDE =
  /翻译|监护|法定代理|家长|父亲|母亲|陪同|教师|见证|代书|律师|你|您|我们|我局|执法|(?<!被)询问人|不得|应当|分别|个别|单独|未|没有|不是|是否|证件|录音|录像/;
const NOBODY =
  /^(?:本人|同上|姓名|性别|无|见|上述|当事人|负责人|单位|被询|翻译|代理|证人|现在|当时)|属实|无误|阅|看过|一致|异议|补充|没有|拒|签|以上|说的/;

/** Who else a record itself shows to have been asked beside the one noted. */
export function wordsOnInterviews({ acts = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return acts.flatMap((act, index): OtherWords[] => {
    const noted = act.interviewees ?? (act.interviewee === undefined ? undefined : [act.interviewee]);
    const own = act.kind === 'interview' && (noted ?? []).length < 2 ? paperOf(act.paper) : undefined;
    if (own?.kind !== 'interview-record') return [];
    const found = severalIn(own, (noted?.[0] ?? '').normalize('NFKC'));
    return found
      ? [
          deniedWords(
            `acts.${index}.interviewees`,
            act.interviewees ?? act.interviewee,
            found.names,
            own,
            found.words,
          ),
        ]
      : [];
  });
}

function severalIn({ text }: PlainPaper, noted: string): { names: string[]; words: string } | undefined {
  const heads = distinct([...text.matchAll(HEADS)].map(({ groups }) => groups?.name ?? ''));
  if (heads.length > 1) return { names: heads, words: `被询问人：${heads.join('；被询问人：')}` };
  const signed = SIGNED.exec(text);
  const signers = distinct([signed?.groups?.one ?? '', signed?.groups?.other ?? '']);
  if (
    signed &&
    signers.length > 1 &&
    !/翻译|监护|见证|代理|律师|执法|询问人员/.test(signersBeside(text, signed))
  )
    return { names: signers, words: signed[0].trim() };
  const answering = distinct(
    [...text.matchAll(ANSWERS)].map(({ groups }) => groups?.within ?? groups?.first ?? ''),
  );
  if (answering.length > 1) return { names: answering, words: answering.map((one) => `${one}答`).join('、') };
  const together = text.includes('询问')
    ? text.split(/[。;\n]/).find((clause) => TOGETHER.test(clause) && !BESIDE.test(clause))
    : undefined;
  return together ? { names: [noted || '被询问人', '他人'], words: together.slice(0, 60) } : undefined;
}

const signersBeside = (text: string, { index, 0: whole }: RegExpExecArray) =>
  text.slice(index, index + whole.length + 12).split('\n')[0] ?? '';

/** Names that are not one another's beginning: 唐雅琴 and 唐雅琴女 are one. */
function distinct(names: string[]): string[] {
  return [...new Set(names.map((name) => name.replace(/[男女]$/, '')))].filter(
    (name, index, all) =>
      name.length > 1 &&
      !NOBODY.test(name) &&
      !all.some((other, at) => at !== index && other.length < name.length && name.startsWith(other)),
  );
}
