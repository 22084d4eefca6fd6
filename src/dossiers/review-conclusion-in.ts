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
  ['return', /退回(?:承办|办案|你)?[^。;\n]{0,10}(?:补充|补正|重新)|补充调查/],
  ['disagree', /不(?:予)?同意/],
  ['correct', /(?:建议|应当?|应予|请|予以)[^。;\n]{0,12}(?:纠正|改正|修改后|重新)/],
  ['problems', /存在(?:以下|下列)?[^。;\n]{0,8}问题(?!的?,?提出)/],
  [
    'agree-with-advice',
    /(?<!不)同意[^。\n]{0,40}?[,;。](?:同时|但|并)?建议|(?<!不)同意[^。\n]{0,60}?(?:但|并)(?:应|请|需|建议)|(?:原则|基本)同意/,
  ],
  ['agree', /(?<!不)同意|审核通过|(?:予以|准予)通过|(?:合法|适当|无误)[^。\n]{0,8}可以(?:作出|提交)/],
];
const HEAD = /(?:审核结论|审核意见|法制审核意见|结论|结论意见|综合意见|审查意见|综上)[:\s,]?/;
/** Standing words of the form: the list of possible conclusions. */
const PRINTED = /^[^同不建退存]*\(?(?:同意|不同意)[/、或]/;

/** 审核结论, as the last of the sentences after its head words it; a form's list of choices is none. */
export function conclusionIn(view: PlainView): ({ value: Conclusion } & Sentence) | undefined {
  const sentences = sentencesIn(view).filter(({ text }) => !PRINTED.test(text));
  const heads = sentences.filter(({ text }) => HEAD.test(text));
  const last = heads.at(-1);
  const after = last ? sentences.filter(({ from }) => from >= last.from).slice(0, 4) : [];
  return within(after, view) ?? within(heads, view) ?? within(sentences, view);
}

function within(sentences: readonly Sentence[], view: PlainView) {
  for (const one of sentences) {
    const following = view.text.slice(one.from, one.from + one.text.length + 60).split('\n')[0]!;
    for (const [value, pattern] of CONCLUSIONS) {
      const text = value === 'agree-with-advice' ? following : one.text;
      if (pattern.test(text)) return { value, ...one };
    }
  }
  return undefined;
}
