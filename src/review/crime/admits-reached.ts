/** 已达到故意毁坏财物罪立案追诉标准, 数额已够追诉, 以罚代刑. */
const REACHED =
  /(?:已经?|均已|早已|虽)?(?:达到|超过|超出|高于|满足|符合|够得?上?|达)了?[^,。;\n]{0,30}(?:追诉|入罪|入刑|刑事立案|移送(?:公安|司法)?)[^,。;\n]{0,6}(?:标准|数额|起点|条件|门槛|线)|(?:追诉|入罪|入刑|刑事立案)[^,。;\n]{0,6}(?:标准|数额|起点|条件|门槛|线)[^,。;\n]{0,6}(?:已(?:经)?(?:达到|超过|超出)|均已达到)|(?:已经?|均已|早已)(?:达到|超过|超出|够)了?[^,。;\n]{0,24}罪[^,。;\n]{0,14}(?:标准|数额|起点|门槛|线)|已(?:经)?(?:构成|触犯)[^,。;\n]{0,16}罪|以罚代(?:刑|移)/;
const NOT_REACHED =
  /未|没|尚不|并不|够不|达不|不(?:能|得|应|构成|符合|涉嫌|足|超|够|达)|是否|如|若|可能|低于|的,?$|标准的|条件的|防止|避免|杜绝|严禁|主张|认为其|辩称|规定/;
/** What the act is called, and what goods are: these deny nothing. */
const NAMES =
  /(?:尚)?未(?:遂|销售|售|出售|经|取得|办理|依法|缴|申报|按|履行|公开|实际)|不法|不合格|不符合(?:食品|安全|国家|产品)|没收/g;

/** The clause of a sentence that says outright that the case reaches the line of a crime; `undefined` where none does. */
export function admitsReached(sentence: string): string | undefined {
  return sentence.split(/[,，]/).find((one) => {
    const plain = one.replaceAll(NAMES, '');
    return REACHED.test(plain) && !NOT_REACHED.test(plain);
  });
}
