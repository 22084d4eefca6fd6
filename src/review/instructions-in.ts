/**
 * 指令性文字: sentences of a paper that speak to whoever judges it instead of stating something. What a paper says is
 * material; such a sentence is shown to a person and its paper is not handed to a model. Returns them word for word.
 */
export function instructionsIn(text: string): string[] {
  return sentences(text).filter((sentence) => {
    const plain = sentence.normalize('NFKC').toLowerCase();
    return PATTERNS.some((pattern) => pattern.test(plain));
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
];

/** Sentences with their own punctuation; a paper without any is one sentence by line. */
function sentences(text: string): string[] {
  return (text.match(/[^。！？!?；;\n]+[。！？!?；;]?/g) ?? []).map((one) => one.trim()).filter(Boolean);
}
