import type { Sentence } from './words/match-in.ts';
import type { PlainView } from './words/plain-view.ts';

const HEAD =
  /(?:经?(?:本[局机]关?|我局)?(?:依法)?(?:立案)?(?:调查|审理|核实)?(?:现|已)?查明|经查(?:实|证)?|经(?:本[局机]关?|我局)?(?:依法)?(?:立案)?调查(?:核实)?|现已查实|(?:违法事实|查明的事实|认定的(?:违法)?事实)(?:及证据|和证据)?)[^,:。;\n]{0,16}[,:]\s*/g;
const PARTY =
  '(?:你(?:\\(?单位\\)?|公司|店|社|校|院|所|厂|行|户|们)?|当事人|被处罚(?:人|单位)|违法(?:单位|行为人))';
/** Where no 经查明 opens the finding: 存在下列违法行为：, 事实：, 检查时发现，你单位, or the party and what it did. */
const OTHER_HEADS = [
  /(?:发现|查明|认定|存在|实施)[^。;:\n]{0,24}(?:以下|下列|如下)[^。;:\n]{0,12}(?:行为|事实|问题):\s*/g,
  /(?<=^|\n)(?:\S{1,2}、)?(?:(?:违法|认定|主要|处罚的?)?事实[:。]|【[^】\n]{0,6}事实[^】\n]{0,4}】)\s*/g,
  new RegExp(`(?:检查|核查|调查|巡查)[^。;\\n]{0,4}发现,(?=${PARTY})`, 'g'),
  new RegExp(
    `(?<=^|\\n|。|本[局机]关?认为)(?=(?:\\d{4}(?:年|-)[^。;:\\n]{0,30})?${PARTY}(?![\\p{sc=Han}]{0,4}(?:有权|可以?|应当?|如|对|收到|不服|逾期|是否|有关|的上述|的行为))[^。:\\n]{4})(?=[^\\n]*[,。;])`,
    'gu',
  ),
];
const END =
  /(?:以上|上述|前述|该)(?:违法)?(?:事实|行为)|证明上述|(?:你|当事人)[^,。;\n]{0,12}(?:上述|以上)?行为|(?:的行为)?,?(?:涉嫌)?违反了?《|有(?:以下|下列)证据|(?:主要)?证据(?:有|如下|:)|(?:,|(?<=[。;\n]))(?:以上|上述)?(?:有|由)[^。;:\n]{3,90}?(?:为证|为凭|证据|佐证|证实|在案)|\n[^\n。;]{0,8}依据:|,?事实清楚|(?:根据|依据|依照)《|综上|本(?:局|机关|队)认为|构成[^,。;]{2,40}行为|(?:\d{4}年[^。;\n]{0,10})?本[局机]关?(?:于|向)[^。;\n]{4,30}(?:送达|告知)|\n【|□|☑/;
/** Neither how the case went nor what the party may do is what it did. */
const NO_FACT = /一案|调查终结|告知|陈述|申辩|听证|立案|送达|《|\t|名称|地址|号码/;

/** 认定的违法事实: from 经查明 up to what proves it or what it violates, in plain view. */
export function factsPassage(view: PlainView): Sentence | undefined {
  return (
    passageAfter(view, HEAD, /^并/) ??
    OTHER_HEADS.map((heads) => passageAfter(view, heads, NO_FACT)).find((one) => one !== undefined)
  );
}

/** 当事人于12月6日改正: what stands alone before other matters is short where it is no finding. */
const SHORTEST_CUT = 40;

/** What stands before the first sentence that tells of something else: 本局立案，7月26日责令停止. */
function untilUnlike(words: string, unlike: RegExp): string {
  const sentences = words.split(/(?<=[。;])/);
  const at = sentences.findIndex((one) => unlike.test(one));
  const before =
    at > 0
      ? sentences
          .slice(0, at)
          .join('')
          .replace(/[。;]$/, '')
      : '';
  return before.length >= SHORTEST_CUT ? before : words;
}

/** The first passage that opens with one of `heads` and is none of `unlike`. */
function passageAfter(view: PlainView, heads: RegExp, unlike: RegExp): Sentence | undefined {
  for (const head of view.text.matchAll(heads)) {
    const from = head.index + head[0].length;
    const rest = view.text.slice(from);
    const end = END.exec(rest)?.index ?? -1;
    const words = untilUnlike(rest.slice(0, end), unlike)
      .replace(new RegExp(`[\\s。](?:认定|主要|${PARTY})?$`), '')
      .replace(/[\s,;、(（\d.一二三四五六]+$/, '');
    if (end > 0 && words.length >= 15 && !unlike.test(words))
      return { text: words, from, ...view.span(from, from + words.length) };
  }
  return undefined;
}
