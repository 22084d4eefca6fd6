import { type Sentence, sentencesIn } from './match-in.ts';
import type { PlainView } from './plain-view.ts';

type Conclusion =
  | 'agree'
  | 'agree-with-advice'
  | 'problems'
  | 'correct'
  | 'disagree'
  | 'transfer'
  | 'refer-to-police'
  | 'return';

/** From the refusals to the plain consent; 不同意 holds 同意. */
const CONCLUSIONS: [Conclusion, RegExp][] = [
  ['refer-to-police', /(?:建议|应当?|依法)[^。;\n]{0,16}移送(?:公安|司法)/],
  ['transfer', /(?:建议|应当?|依法)[^。;\n]{0,20}移送(?:有管辖权|[^。;\n]{0,16}(?:机关|部门|局))/],
  [
    'return',
    /退回(?:承办|办案|你)?[^。;\n]{0,10}(?:补充|补正|重新)|补充调查|补(?:充|正|齐)[^。;\n]{0,20}?后?(?:再|重新|另行)次?(?:送审|报审|提交(?:法制)?审核|提请(?:法制)?审核)/,
  ],
  ['disagree', /不(?:予)?同意(?!见)/],
  ['correct', /(?:建议|应当?|应予|请|予以)[^。;\n]{0,12}(?:纠正|改正|修改后|重新)/],
  // Without consent to the rest: 建议将罚款调整为3000元.
  [
    'correct',
    /^(?![^。]*(?<!不)同意)[^。]*建议[^。;\n]{0,30}(?:调整为|变更为|改为|更改为|降为|降低(?:至|为)|减为|提高(?:至|为))/,
  ],
  ['problems', /存在(?:以下|下列)?[^。;\n]{0,8}问题(?!的?,?提出)/],
  [
    'agree-with-advice',
    /(?<!不)同意[^。\n]{0,40}?[,;。](?:同时|但|并)?建议|(?<!不)同意[^。\n]{0,60}?(?:但|并|同时|另)[^。;\n]{0,12}?(?:应|请|需|建议|宜|注意)|(?:原则|基本)(?:上)?同意|(?:完善|补充|修改|修正|补正)[^。;\n]{0,16}后[^。;\n]{0,8}(?:同意|可以|提交|提请|报)/,
  ],
  [
    'agree',
    /(?<!不)同意|审核通过|(?:予以|准予)通过|(?:合法|适当|无误|充分|准确|清楚|规范)[^。\n]{0,20}(?:可以|建议|可)(?:依法|按程序)?(?:作出|提交|提请|报)|(?:无|没有)(?:不同)?(?:异议|意见)|可以?(?:按|依照|依据)[^。;\n]{0,16}(?:意见|建议)[^。;\n]{0,8}(?:处罚|决定|处理)|(?:审核结论|审核结果|审核意见|结论)[:\t\s]*(?:合法|通过|符合|无异议)/,
  ],
];
const HEAD =
  /(?:审核结论|审核结果|审核决定|审核意见|法制审核意见|结论|结论意见|综合意见|审查意见|综上)[:\s,]?/;
/** Standing words of the form: the list of possible conclusions. */
const PRINTED = /^[^同不建退存]*\(?(?:同意|不同意)[/、或]/;

/** 审核结论, as the last of the sentences after its head words it; a form's list of choices is none. */
export function conclusionIn(view: PlainView): ({ value: Conclusion } & Sentence) | undefined {
  const sentences = sentencesIn(view)
    .filter(({ text }) => !PRINTED.test(text))
    .map(tickedOnly);
  const heads = sentences.filter(({ text }) => HEAD.test(text));
  const last = heads.at(-1);
  const after = last ? sentences.filter(({ from }) => from >= last.from).slice(0, 4) : [];
  return within(after, view) ?? within(heads, view) ?? within(sentences, view);
}

/** Of choices with boxes only the ticked one is said; its place is that of the line. */
function tickedOnly(sentence: Sentence): Sentence {
  if (!/[□☐○]/.test(sentence.text)) return sentence;
  return {
    ...sentence,
    text: sentence.text.replace(/[□☐○][^□☐○☑√■☒✓✔]*/g, (words) => '◇'.repeat(words.length)),
  };
}

/** What the reviewer advises is only the next step: 建议提请集体讨论, 建议按程序报批. */
const NEXT_STEP =
  /(?:同时|但|并)?(?:建议|请|应)(?:依法|及时|尽快|按(?:规定|程序|照规定))*(?:提请|提交|报(?:请|送|批)?|进入|履行|办理|作出|下达|组织|召开)[^,。;\n]{0,24}(?:集体(?:讨论|审议|研究)|讨论决定|负责人(?:集体)?(?:审批|批准|讨论|决定)|领导(?:审批|批准|审定)?|审批(?:程序)?|报批(?:手续|程序)?|案审(?:会|委)|处罚决定(?:书)?|局长办公会|听证|会议(?:讨论|研究|审议)?|批准|审定|程序)/g;

function within(sentences: readonly Sentence[], view: PlainView) {
  for (const one of sentences) {
    const following = view.text.slice(one.from, one.from + one.text.length + 60).split('\n')[0]!;
    for (const [value, pattern] of CONCLUSIONS) {
      const text = value === 'agree-with-advice' ? following.replace(NEXT_STEP, '') : one.text;
      if (pattern.test(text)) return { value, ...one };
    }
  }
  return undefined;
}
