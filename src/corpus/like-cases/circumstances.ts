/** A circumstance that makes two cases alike where both tell of it, and by which words a text tells of it. */
export interface Circumstance {
  name: string;
  told: RegExp;
}

/** Circumstances by which penalties and sentences are weighed; the words are those of decisions and judgments. */
export const CIRCUMSTANCES: readonly Circumstance[] = [
  { name: '主动投案', told: /自首|投案/ },
  { name: '立功', told: /立功/ },
  { name: '再次违法', told: /累犯|前科|曾因|再次(?:违法|被查)|屡(?:教|次)|拒不改正/ },
  { name: '初次违法', told: /初(?:次违法|犯|次被查)|首次(?:违法|被)|首违/ },
  { name: '未遂、中止', told: /未遂|中止/ },
  { name: '从犯、受胁迫', told: /从犯|胁从|受.{0,4}(?:胁迫|诱骗|教唆)/ },
  { name: '取得谅解', told: /谅解/ },
  { name: '赔偿、退赔', told: /赔偿|退赃|退赔|退还|追回/ },
  { name: '已经改正', told: /(?:已|立即|及时|主动|自行)(?:经|行)?(?:改正|整改|停止|拆除|召回|消除|减轻)/ },
  { name: '使用凶器', told: /持刀|凶器|[菜水砍尖匕长]+[刀首]|铁棍|钢管/ },
  { name: '涉枪涉爆', told: /[手猎气火]枪|枪支|弹药|爆炸物/ },
  { name: '致人死亡', told: /死亡|身亡/ },
  { name: '致人重伤', told: /重伤/ },
  { name: '致人轻伤', told: /轻伤/ },
  { name: '轻微伤', told: /轻微伤/ },
  { name: '饮酒', told: /醉酒|酒后|酒精|饮酒/ },
  { name: '逃逸', told: /逃逸|逃离|逃跑/ },
  { name: '结伙', told: /纠集|伙同|结伙|纠合/ },
  { name: '多次', told: /多次|数次/ },
  { name: '入户', told: /入户|入室|撬门|翻窗/ },
  { name: '涉及未成年人', told: /未成年|未满十|未满1|儿童|学生/ },
  { name: '毒品', told: /毒品|冰毒|海洛因|甲基苯丙胺/ },
  { name: '借助网络', told: /网络|微信|支付宝|网店|直播|平台/ },
  { name: '单位违法', told: /公司|单位|企业|合作社/ },
  { name: '公职人员', told: /国家工作人员|利用职务|公职/ },
  { name: '阻碍执法', told: /民警|阻碍|抗拒|暴力.{0,4}执法|妨碍公务|妨害公务/ },
  { name: '婚恋、家庭', told: /夫妻|妻子|丈夫|恋爱|婚/ },
  { name: '赌博', told: /赌/ },
  { name: '合同', told: /合同/ },
  { name: '借贷、集资', told: /借款|集资|贷款|放贷/ },
  { name: '机动车', told: /车辆|驾驶/ },
  { name: '卖淫嫖娼', told: /卖淫|嫖/ },
  { name: '拘禁', told: /拘禁|限制人身自由|非法关押/ },
  { name: '威胁', told: /威胁|恐吓/ },
  { name: '殴打', told: /殴打/ },
  { name: '毁灭证据', told: /(?:销毁|转移|隐匿|伪造|篡改).{0,6}(?:证据|账册|记录|数据)/ },
  { name: '未经许可', told: /未(?:经|取得|办理|依法取得).{0,12}(?:许可|批准|审批|备案|登记|执照)/ },
  { name: '超标', told: /超(?:标|过.{0,12}(?:标准|限值))|不合格/ },
];
