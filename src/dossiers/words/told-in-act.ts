import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';
import { namesIn } from './names-in.ts';
import { partySignatureIn } from './party-signature-in.ts';
import { unsignedIn } from './unsigned-in.ts';

interface Told {
  name: 'certificatesShown' | 'recusalTold' | 'recorded' | 'refusalNoted' | 'partySigned' | 'witness';
  value: string | boolean;
  span: Span;
}

const SHOWN =
  /(?:出示|亮明|亮出)(?:了)?(?:本人|我们|各自|有效|合法|行政)*(?:的)?(?:行政)?(?:执法证件?|证件|执法人员证|执法身份证件)|这是我们的(?:行政)?(?:执法)?(?:证件?|执法证)|证件?[（(](?:已)?出示[)）]|证件?(?:我们)?(?:已经?|均已?)?(?:当场|依法)?(?:向(?:你|您)们?)?(?:出示|亮明)|亮证|(?:出示|亮出)[“"「《][^”"」》。\n]{0,14}(?:检查证|执法证件?|监察证|稽查证)|这(?:是|就是)(?:我们|我|本人)?的?(?:行政)?(?:执法证件?|证件)|(?:我们|我|本人)的?(?:行政)?(?:执法)?证件?(?:现|已)?[，,]?(?:请|你|您)[^。\n]{0,8}(?:核对|查看|查验|过目|辨认|看|核实)|(?:请|你|您)[^。？\n]{0,6}(?:核对|查看|查验|看一?下?|过目|辨认)[^。？\n]{0,6}(?:我们|执法)的?[^。？\n]{0,4}证件?|证件?号[^。\n]{0,60}请(?:你|您)?(?:查验|查看|过目|核对|辨认)|证件(?:我)?(?:已经?)?看(?:过|清)|(?:出示|亮出)(?:了)?[^，,。；;\n]{0,8}(?:监察|检查|稽查|执法|监督)证件?(?!据|明)|请(?:你|您)?(?:先)?(?:看|看看|看一下|核对|查看|查验|过目)(?:一下)?(?:我们|我俩|我)?的?(?:执法)?证件?(?=[，,。？?\n ])|(?<!身份|许可)证件?[\d、，,（）()\- 　]{0,60}请(?:你|您)?(?:看|核对|查看|查验|过目)|已(?:向.{1,10})?(?:出示|表明).{0,4}证/g;
/** The party, not the officers, shows something; or nobody did. */
const OTHERS =
  /(?:要求|未|不能|拒绝|没有|无法|请)[^，,。；;\n]{0,8}$|(?:^|[，,。；;\n 　：:])(?:当事人|被检查人|店长|驾驶员|现场负责人|其|你|你单位)[^，,。；;\n向]{0,4}$/;
/** 执法人员未携带执法证件, 今天没有带证件: said by or of those who inspect. */
const NOT_SHOWN =
  /(?:执法|检查|监督|监察|询问|勘验|办案|调查|工作)(?:人员|员|人)[^。；;\n，,]{0,14}(?:未|没有?|未能|忘记?|忘了)[^。；;\n，,许健驾营身居学]{0,8}(?:携带|带|出示|亮明|佩戴)[^。；;\n，,许健驾营身居学]{0,6}证|(?:我们|我俩|本人|我)[^。；;\n，,]{0,8}(?:未|没有?|未能|忘记?|忘了)[^。；;\n，,许健驾营身居学]{0,4}(?:携带|带|出示)[^。；;\n，,许健驾营身居学]{0,4}证(?:件|,|，|。)|(?:未|没有?|未能|忘记?|忘了)[^。；;\n，,许健驾营身居学]{0,6}(?:携带|带|出示|亮明)[^。；;\n，,许健驾营身居学]{0,4}(?:执法证|检查证|监察证)|(?:今天|今日|当日|当时|出门|来时)[^。；;\n，,]{0,8}(?:未|没有?|忘记?|忘了)(?:携带|带|随身带)(?:执法)?证件?|(?:未|没有?)(?:给|向)(?:我|我们|你|其|当事人|对方)[^。；;\n，,]{0,4}(?:看|出示|亮)[^。；;\n，,]{0,6}证件?|(?:执法)?证件?(?:忘|落|放|留|遗)(?:在|记|了)[^。；;\n]{0,10}/g;
const RECUSAL =
  /有无[^。；;\n]{0,10}回避|(?:要不要|需不需要|是不是|需要|要求)[^。；;\n？]{0,14}回避[^。；;\n]{0,6}[？?吗]|(?:可以?|有权|权利|告知|是否|如果|认为|如|享有|有)[^。；;\n]{0,40}(?:申请|要求|提出)[^。；;\n]{0,10}回避|(?:应当|需要)回避[^。\n]{0,6}(?:提出|申请)|申请[^。；;\n]{0,10}回避的?权利|回避[^。；;\n]{0,6}权利/g;
const RECORDED =
  /全过?程[^。；;\n]{0,4}(?:音像|录像|录音|摄像|记录仪)[^。；;，,\n]{0,6}|(?:执法记录仪)[^。；;，,\n]{0,8}(?:记录|拍摄|录制|摄录|摄像)|全程(?:进行了?)?(?:音像记录|录像|摄录)/g;
const REFUSED = /拒(?:绝|不)(?:在[^。\n]{0,10})?(?:签名|签字|签章|盖章|签收)/g;

/** What a record says of how it was made: the papers shown, the rights told, who signed. */
export function told(paper: Paper, officers: ReadonlySet<string>): Told[] {
  // A name may hold a word that denies: 方未央.
  const text = [...officers].reduce(
    (words, name) => words.replaceAll(name, '某'.repeat(name.length)),
    paper.text,
  );
  const found: Told[] = [];
  const shown = [...text.matchAll(SHOWN)].find(
    (match) => !OTHERS.test(text.slice(Math.max(0, match.index - 14), match.index)),
  );
  const hidden = shown
    ? undefined
    : [...text.matchAll(NOT_SHOWN)].find(
        ({ index }) => !/\n[^\n]{0,10}[答A]\d{0,2}[ 　]{0,8}[:：][^\n]*$/.test(text.slice(0, index)),
      );
  if (shown) found.push({ name: 'certificatesShown', value: true, span: clauseAround(text, shown) });
  if (hidden) found.push({ name: 'certificatesShown', value: false, span: clauseAround(text, hidden) });
  const recusal = [...text.matchAll(RECUSAL)].find(
    (match) => !/\n[\s　]{0,40}答[ 　]{0,8}[:：]?[^\n]*$/.test(text.slice(0, match.index)),
  );
  if (recusal) found.push({ name: 'recusalTold', value: true, span: clauseAround(text, recusal) });
  const recorded = [...text.matchAll(RECORDED)].find(
    (match) => !/[未不没无]/.test(text.slice(match.index - 4, match.index)),
  );
  if (recorded) found.push({ name: 'recorded', value: true, span: spanOf(recorded) });
  const refused = [...text.matchAll(REFUSED)].find(
    (match) => !/(?:如|若|可以|应当|的，)/.test(text.slice(Math.max(0, match.index - 10), match.index)),
  );
  if (refused) found.push({ name: 'refusalNoted', value: true, span: clauseAround(text, refused) });
  const signature = refused ? undefined : partySignatureIn(paper, officers);
  if (signature) found.push({ name: 'partySigned', value: true, span: signature });
  const unsigned = signature ? undefined : unsignedIn(paper, officers);
  if (unsigned) found.push({ name: 'partySigned', value: false, span: unsigned });
  return [...found, ...witnessIn(paper)];
}

function witnessIn(paper: Paper): Told[] {
  const field = fieldsOf(paper).find(({ label }) =>
    /^见证人(?:姓名|\(签名\)|\(签字\)|签名|签字)?$/.test(label),
  );
  const [name] = field ? namesIn(paper.text, field) : [];
  return name ? [{ name: 'witness', value: name.name, span: name }] : [];
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/** The sentence in which words stand. */
function clauseAround(text: string, match: RegExpExecArray): Span {
  const from = match.index;
  const to = from + match[0].length;
  const before = Math.max(...['。', '；', '\n', '\t', '？'].map((stop) => text.lastIndexOf(stop, from - 1)));
  const after = /[。；\n\t？]/.exec(text.slice(to));
  const start = before + 1 + (/^[\s　]*/.exec(text.slice(before + 1, from))?.[0].length ?? 0);
  return { start, end: after ? to + after.index : text.trimEnd().length };
}
