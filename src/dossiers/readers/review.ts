import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { labelsIn } from '../words/labels-in.ts';
import { daysWhere, sentencesIn } from '../words/match-in.ts';
import { isName, type NameIn, namesIn } from '../words/names-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { conclusionIn } from '../words/review-conclusion-in.ts';

const LABELS = {
  submitted: [
    '送审时间',
    '送审日期',
    '提交时间',
    '承办机构提交时间',
    '提请审核时间',
    '提请审核日期',
    '报送时间',
    '送审材料时间',
    '移送时间',
    '提交审核时间',
    '提交审核日期',
    '申请审核时间',
    '收到送审材料时间',
    '收到送审材料日期',
    '收到送审材料',
    '收到材料',
    '收到案卷',
    '收件',
    '收案',
    '收卷',
    '收件时间',
    '收件日期',
    '接收时间',
    '接收日期',
    '受理日期',
    '受理时间',
    '报审时间',
    '报审日期',
    '报送日期',
    '提交日期',
    '移交时间',
    '移交日期',
    '移送日期',
    '呈报日期',
    '送审时间(日期)',
    '材料提交时间',
    '材料送达时间',
    '材料接收时间',
    '收到材料时间',
    '收到材料日期',
    '收到案卷时间',
    '申请日期',
    '申请时间',
    '提请日期',
    '提请时间',
    '送交时间',
    '送交日期',
    '收案日期',
    '收案时间',
    '收卷日期',
    '收卷时间',
    ...['送审', '报审', '提请审核', '移送审核'],
    ...['送审', '报审', '提交'].flatMap((how) =>
      ['机构', '部门', '单位', '科室', '处室'].flatMap((who) => [
        `${how}${who}`,
        ...['及', '和', '、'].flatMap((joint) => [`${how}${who}${joint}时间`, `${how}${who}${joint}日期`]),
      ]),
    ),
  ],
  complete: [
    '材料齐全时间',
    '材料齐备时间',
    '材料补正齐全时间',
    '材料补齐时间',
    '补正完毕时间',
    '材料齐全日期',
    '材料收齐日期',
    '材料收齐时间',
  ],
  reviewer: [
    '审核人',
    '审核人员',
    '法制审核人员',
    '法制审核人',
    '审查人',
    '审核员',
    '法制员',
    '审核人签名',
    '审核人员签名',
    '法制审核人员签名',
  ],
  conclusion: [
    '审核结论',
    '审核意见',
    '结论',
    '法制审核意见',
    '审核结论及意见',
    '审核意见和建议',
    '法制审核结论',
    '结论意见',
    '综合意见',
    '审查意见',
  ],
  materials: ['送审材料', '材料', '材料清单', '移送材料', '送审材料目录', '提交材料', '报送材料'],
  signedOn: ['审核日期', '审核时间', '审核完成日期', '审核完成时间', '签署日期'],
} as const;
/** 你大队2025年5月28日提交的…案材料收悉; 于5月28日收到你科送审的材料. */
const SENT =
  /^[^。;\n,]{0,20}?(?:送审|报审|提请(?:法制)?审核|提交审核|申请(?:法制)?审核|报送|报来|送来|呈报|呈送|转来|交来|移送审核|移交|提交(?:法制)?审核|提交(?=的))(?!前)|^,?[^。;\n,]{0,6}(?:收到|接到|受理)[^。;\n]{0,40}(?:送审|报送|提交|移送|审核|案卷|材料)/;
/** 收件2025年6月18日: the day behind the word. */
/** 接收：材料齐全。王示 2025年5月8日: who takes the papers finds them complete. */
const RECEIVED =
  /(?:^|[\n\t。;])(?:接收|收件|签收|收卷|接件|受理)(?:人|情况|意见)?[:\t]?[^\n]{0,12}?(?:材料|案卷|卷宗)(?:已)?(?:齐全|齐备|完备|完整)[。;,][^。;\n]{0,10}$/;
const TOOK = /(?:^|[\n。;,])(?:收件|收案|收卷|收到(?:送审)?(?:材料|案卷|卷宗)|送审|报审|提请审核):?(?:于)?$/;
type Key = keyof typeof LABELS;
type Fields = ReturnType<typeof labelsIn<Key>>;
/** 法制审核: the submission and the opinion. */
export const review: Reader = (paper) => {
  if (paper.kind !== 'review-submission' && paper.kind !== 'review-opinion') return [];
  const view = plainView(paper.text);
  const fields = labelsIn<Key>(paper.text, LABELS);
  const submission = [...submittedFacts(view, fields, paper), ...materialFacts(paper, fields)];
  return paper.kind === 'review-submission'
    ? submission
    : [...submission, ...opinionFacts(paper, view, fields)];
};

function submittedFacts(view: PlainView, fields: Fields, paper: Paper): StatedFact[] {
  const labelled = (key: Key) => {
    const own = fields.filter((one) => one.key === key);
    const days = daysWhere(view, {});
    return own.flatMap(
      (field) => days.find(({ start, end }) => start >= field.start && end <= field.end) ?? [],
    )[0];
  };
  const told = daysWhere(view, { after: SENT })[0] ?? daysWhere(view, { before: TOOK })[0];
  const submitted = labelled('submitted') ?? told;
  const complete =
    labelled('complete') ??
    daysWhere(view, { after: /^[^。;\n,]{0,20}?(?:补齐|补正齐全|材料齐(?:全|备)|补充齐全)/ })[0] ??
    // 接收：材料齐全。王示 2025年5月8日
    (paper.kind === 'review-submission' ? daysWhere(view, { before: RECEIVED })[0] : undefined);
  return [
    ...(submitted ? [stated('review.submittedOn', submitted.day, submitted)] : []),
    ...(complete ? [stated('review.completeOn', complete.day, complete)] : []),
  ];
}

function materialFacts(paper: Paper, fields: Fields): StatedFact[] {
  const field = fields.find(({ key }) => key === 'materials');
  if (!field) return [];
  return [...field.value.matchAll(/[^、,，;；]+/g)].flatMap((match) => {
    const name = match[0].trim().replace(/^(?:\d+[.．、]|[（(]\d+[)）])\s*/, '');
    const start = field.start + match.index + match[0].indexOf(name);
    return name.length >= 2 && !/[（(][^）)]*$/.test(name) && !/^[^（(]*[)）]/.test(name)
      ? [
          stated(
            `review.materials[${name.replace(/[[\]]/g, '')}]`,
            paper.text.slice(start, start + name.length),
            { start, end: start + name.length },
          ),
        ]
      : [];
  });
}

function opinionFacts(paper: Paper, view: PlainView, fields: Fields): StatedFact[] {
  const name = reviewerIn(paper, fields);
  const day = signedDay(view, fields, name);
  const conclusion = conclusionIn(view);
  const reasons = reasonsIn(view);
  return [
    ...(name ? [stated('review.reviewer.name', name.name, name), stated('review.signed', true, name)] : []),
    ...(day ? [stated('review.signedOn', day.day, day)] : []),
    ...(conclusion ? [stated('review.conclusion', conclusion.value, conclusion)] : []),
    ...(reasons
      ? [stated('review.reasons', view.original(reasons.from, reasons.from + reasons.text.length), reasons)]
      : []),
  ];
}

/** By label; else the name that stands at the end of the opinion before or above its day. */
function reviewerIn(paper: Paper, fields: Fields): NameIn | undefined {
  const labelled = fields
    .filter(({ key }) => key === 'reviewer')
    .flatMap((field) => namesIn(paper.text, field))
    .at(-1);
  if (labelled) return labelled;
  const lines = linesOf(paper.text);
  for (const line of lines.slice(-6).toReversed()) {
    const names = namesIn(paper.text, line).filter(({ name }) => isName(name));
    const bare = paper.text
      .slice(line.start, line.end)
      .replace(/\d{4}.*$/, '')
      .replace(/[（(][^）)]{0,200}[)）]/g, '');
    if (
      names.length === 1 &&
      bare.trim().length <= 24 &&
      !/负责人|承办|办案|局长|接收|送审|抄送|当事人|相对人|被处罚|案由|案号/.test(bare)
    )
      return names[0];
  }
  return undefined;
}

function linesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) found.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return found;
}

function signedDay(view: PlainView, fields: Fields, name: NameIn | undefined) {
  const days = daysWhere(view, {}).filter(
    ({ relative, from, to }) => !relative && !isOfPerson(view, from, to),
  );
  const field = fields.findLast(({ key }) => key === 'signedOn');
  const labelled = field && days.find(({ start, end }) => start >= field.start && end <= field.end);
  const after = name && days.find(({ start }) => start >= name.end);
  const atEnd = daysWhere(view, { after: /^\s*(?:\n|$)/ })
    .filter(({ relative }) => !relative)
    .at(-1);
  return after ?? labelled ?? atEnd;
}

/** 审核人：王示（法律职业资格证示例001，2019年2月20日取得）: since when somebody is qualified, or until when. */
function isOfPerson({ text }: PlainView, from: number, to: number): boolean {
  const before = /[(][^()\n]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0];
  const after = /^[^()\n]*[)]/.exec(text.slice(to, to + 60))?.[0];
  const within = before && after ? before + after : '';
  return (
    /资格|取得|执业|证书?号?|有效|任职|从业|从事|颁发|聘任|通过/.test(within) ||
    /^[^。;,\n]{0,4}(?:取得|获得|通过|颁发)[^。;\n]{0,12}(?:资格|证)/.test(text.slice(to, to + 40))
  );
}

/** 认为…: what was examined and found. */
function reasonsIn(view: PlainView) {
  return sentencesIn(view).find(
    ({ text }) => /事实/.test(text) && /程序/.test(text) && text.length > 20 && text.length < 600,
  );
}
