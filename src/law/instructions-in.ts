/**
 * 指令性文字: sentences of a paper that speak to whoever judges it instead of stating something. What a paper says is
 * material; such a sentence is shown to a person and its paper is not handed to a model. Returns them word for word.
 */
export function instructionsIn(text: string): string[] {
  return sentences(text).filter((sentence) => {
    const plain = sentence.normalize('NFKC').toLowerCase();
    // Once as it stands, for words parted by spaces; once without what is put between characters to hide them.
    const bare = plain.replace(/[\p{Cf}\s·._~|*-]/gu, '');
    return PATTERNS.some((pattern) => pattern.test(plain) || pattern.test(bare));
  });
}

/** Who is spoken to, or what is asked for: no paper of a case needs these words to state a fact. */
const PATTERNS = [
  /(人工智能|大模型|语言模型|智能助手|审查模型|\bai\b|\bllm\b|\bgpt|chatgpt|assistant|language model)/,
  /(提示词|系统指令|系统提示|system\s*(prompt|message|:)|<\/?(system|user|assistant)>|\[inst\]|prompt)/,
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(instruction|rule|above|previous|prior|all)/,
  /\b(answer|reply|respond|output|return|say)\b.{0,30}\b(met|yes|true|supported|compliant|json|code)\b/,
  /(忽略|无视|忘记|不要理会|不必理会|不用管|跳过).{0,16}(指令|要求|规则|规定|提示|上文|以上|前面|之前|说明|检查|审查)/,
  /(请|务必|必须|应当|应|一律|直接|只需|均|都|须|要).{0,10}(回答|答复|输出|返回|回复|判定|判断|认定|标记|填写|给出).{0,12}(“|"|'|「|『|:|：)?(符合|满足|合格|通过|能够证明|可以证明|已证明|成立|充分|真|是|met|yes|true|已答复|没有迹象|不涉嫌)/,
  /(回答|答案|审查结果|判断结果|命题|该问题|本问题|以下问题|所有问题|一切问题).{0,14}(一律|均|都|应|须|必须|只能|写|填|选|为|是)\s*.{0,6}(符合|满足|合格|通过|能够证明|成立|met|yes|true|真|是)/,
  /(凡|若|如果|每当)(被)?(问|提问).{0,24}(应|须|均|一律|就|则|的).{0,4}(答|选|回)/,
  /(json|代码|编码|代号|字段|答案码).{0,12}(输出|返回|填|写|选|为)/,
  /(输出|返回).{0,8}(json|代码|代号|字段|答案)/,
  // The words of the question itself: the codes, and the statement that is to be judged.
  /第[一二三](个|项)?(代号|选项)|代号.{0,6}(支持|不能确定)|(支持|不能确定).{0,4}代号/,
  /(选|选择|选取|挑选|勾选|答|回答|答复|判)(为|作|以|取)?(“|"|'|「|『|:|：)?(支持|不支持|不能确定)/,
  /(支持|认定|认可|成立|为真|属实|真实).{0,6}(一切|所有|任何|每一|下列|以下|上列)(条|项|个)?的?(陈述|命题)/,
  /(一切|所有|任何|每一|下列|以下|上列)(条|项|个)?的?(陈述|命题).{0,10}(支持|成立|为真|属实|真实)/,
  /(肯定|正面|否定|反面)(性|的)?(陈述|命题|说法|问题)?(者)?.{0,8}(→|->|=|选|从之|弃之|支持|不支持)/,
  /\b(choose|pick|select)\b.{0,30}\b(code|option|first|second|support|supported|yes|true)\b/,
  /[請]\s*(回答|答覆|輸出|判定|認定|選)/,
];

/** Sentences with their own punctuation; a paper without any is one sentence by line. */
function sentences(text: string): string[] {
  return (text.match(/[^。！？!?；;\n]+[。！？!?；;]?/g) ?? []).map((one) => one.trim()).filter(Boolean);
}
