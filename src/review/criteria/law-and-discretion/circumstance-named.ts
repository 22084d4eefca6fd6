/** What says nothing of this case: formulas, the measure that results, evaluations without a fact. */
const FORMULAS = [
  /《[^》]*》/g,
  /(?:罚款|处以?|没收)[^，。；]{0,12}?[\d,.，]+ ?(?:万)?元/g,
  /(?:罚款|处以?|没收)[^，。；]{0,8}?[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+元整?/g,
  /第[零〇一二三四五六七八九十百千\d]+[条款项目]/g,
  /违法(?:行为的)?(?:事实|性质)|社会危害(?:程度|性)?|危害后果(?:程度)?|危害程度|过罚相当/g,
  /责令(?:当事人|你单位)?(?:立即|限期)?改正(?!的)(?:违法行为)?|造成的|社会影响/g,
  /处罚与教育相结合|公平公正|公正公开|实际情况|有关规定|相关规定/g,
  /情节(?:较轻|轻微|一般|较重|严重|恶劣|特别严重)/g,
];

/** Facts that circumstances are made of: sums, counts and times, and what the party did, meant or caused. */
const FACTS = [
  /\d/,
  /[零〇一二两三四五六七八九十百千万半]+多?(?:余)?(?:元|次|年|个?月|日|天|小时|盒|袋|瓶|件|台|辆|人|名|户|吨|公斤|千克|克|平方米|立方米|米|亩|份|家|处|倍|成)/,
  /初次|首次|再次|屡次|多次|又一次|同类违法|前科/,
  /主动|及时|改正|整改|消除|减轻(?!处罚|、|或|情|、从重)|配合|停止|召回|退还|退赔|赔偿|补办|补缴/,
  /立功|胁迫|诱骗|供述|如实|坦白|检举|揭发/,
  /隐瞒|拒绝|拒不|阻碍|逃避|毁灭|伪造|转移|抗拒|威胁|报复/,
  /未成年|周岁|精神|智力|残疾|老年|困难|低保/,
  /(?:未|没有)造成|损失|伤亡|受伤|死亡|中毒|污染|扰民|投诉|举报/,
  // The bare name of a factor in a list (考虑货值金额、主观过错等因素) says nothing yet.
  /(?:货值(?:金额)?|违法所得|数量|销售额|持续(?:时间)?|面积|浓度|影响)(?![金额时间大小、等和及与以的，。；]|$)/,
  /(?:没有|无|系|属于|出于|存在)[^，。；]{0,6}(?:故意|过失|过错)|明知|应知|疏忽|误认/,
  /突发|疫情|灾害|节假日|学校|医院|水源/,
  /(?:没有|无|不具有|不存在|未发现|不符合)[^，。；]{0,12}(?:从轻|减轻|从重)/,
];

/**
 * Whether the reasons name a circumstance of the case: `true` where a fact stands in them, `false` where nothing is
 * left once the formulas are taken away (根据情节, 综合考虑), `undefined` where a person has to read them.
 */
export function circumstanceNamed(reasons: string): boolean | undefined {
  const rest = FORMULAS.reduce((text, formula) => text.replace(formula, ''), reasons);
  if (FACTS.some((fact) => fact.test(rest))) return true;
  const own = rest
    .replace(/经?综合|考虑|考量|权衡|根据|依据|依照|按照|结合|鉴于|参照|基于|经集体讨论|经研究|讨论/g, '')
    .replace(
      /本案|本机关|我局|当事人|你单位|违法|行为|情节|情形|事实|性质|后果|程度|因素|具体|全部|各项/g,
      '',
    )
    .replace(
      /依法|裁量|自由|基准|标准|规定|法律|法规|规章|阶次|档次|幅度|范围|内|适用|属于|认为|认定|决定/g,
      '',
    )
    .replace(/从轻|减轻|从重|一般|不予|给予|作出|行政|处罚|罚款|没收|处以|予以|适当|合理|酌情|较轻|较重/g, '')
    .replace(/[的了和及与以或在为对其此该将并等上下中有所，。、；：“”\s]/g, '');
  return own.length < 4 ? false : undefined;
}
