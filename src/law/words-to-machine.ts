const READING_THIS = [
  '(?:读|看|阅|扫描|识别|解析|处理|分析|审)(?:到|完|过|取|懂)?(?:了)?(?:这|本|此|该|我)[^。!?\\n]{0,10}的[^。!?\\n]{0,6}(?:机器|电脑|程序|系统|软件|工具|智能)',
  '(?:的|下游|后台|上游)(?:那个|这个|那台|那套)?(?:自动)?(?:程序|机器|电脑|解析器|自动判案)[^。!?\\n]{0,4}(?:看到|读到|解析|(?<!申)请|听)',
  '(?:机器|电脑|程序|软件|系统)[^。!?\\n,]{0,6}(?:读|看|扫|识别|解析)(?:到|完|见|取)?(?:我|这|本|此|该)',
  'ocr|解析(?:本|此|该)(?:表|页|文|件)|若你能(?:读|看)|提示注入|思考过程|推理过程|思维链|上下文|置信度|提示工程',
].join('|');

/** Whoever reads papers by machine, by any name. */
const READER = new RegExp(
  [
    '人工智能|人工智慧|deepseek|kimi|copilot|claude|gemini|通义|千问|文心一言|讯飞星火|混元|智谱|(?:^|[,:;。“"])(?:豆包|元宝|小爱)(?=[,:])|(?<![a-z])ai(?![a-z])|llm|gpt|智能体|(?<!外呼|扫地|焊接|搬运|配送)机器人|(?<![a-z])bot(?![a-z])',
    '(?:大|语言|智能|视觉|图像|多模态|审查|审核|该|此|本|贵局的?|请|若|让|^|[,:;、“"])模型|算法(?!推荐|备案)',
    '(?:智能|自动|机器|电子|机审|辅助|线上|后台)(?:化|辅助|化的)?(?:系统|软件|工具|程序|助手|助理|引擎|模块)',
    '(?:智能|自动|机器|电子|计算机|算法|模型)(?:化|辅助)?(?:预?审[查核]?|阅卷|核验|核对|比对|研判|裁量|量罚|判读|校验|分析)',
    '(?:预审|审查|审核|阅卷|核对|比对|裁量|量罚|研判|校验|办案|检索|评估|摘要|总结|抽取|判读)(?:的)?(?:系统|软件|工具|助手|助理|引擎|模块|机器|程序(?=[,:请将把读]))',
    READING_THIS,
    '机审|电脑(?=同志|先生|大人|老师|[,:])|(?<![申邀聘])(?:请|求|让|叫|跟|替|劝)(?:机器|电脑|程序|系统|平台|后台)(?!操作|管理|维护|集成|商|经营)',
    '(?:智能|自动化?|机器)(?:处理|归纳|摘要|总结|整理|提取|解读|办案|评判|打分|评分)(?:者)?|(?:生成|整理|归纳|摘要|提取|转写|解读)(?:工具|程序|模型|器)|(?:贵局|你局|贵单位)[^。!?\\n]{0,4}(?:信息化|智慧|数字|智能|网上)?[^。!?\\n]{0,2}(?:平台|系统|工具|模型)|模型(?:侧|端|层)',
  ].join('|'),
  'gu',
);

const MOOD =
  /请|务必|必须|应(?![急用对力变收])|须|需|不必|不用|不要|勿|别(?!的)|一律|直接|则|即可|让|建议|默认|只|照|替|帮|望|不得|有权|提示[:,]|就|统统|千万|记住|麻烦|拜托|注意|宜|将|概|(?<![要请需征])求|可忽略|你要|结论写/u;

const READS_THIS = new RegExp(READING_THIS, 'u');

/** What such a reader does with a case. */
const WORK =
  /写|判|返回|输出|罚|合法|合规|达标|结论|意见|认定|违法|档次|真实|风险|分析|依据|第一页|采用|总结|摘要|轻微|警告|金额|提示|通过|符合|合格|放行|计算|采信|忽略|略过|识别|列|当作|当成|视为|看作|确认|同意|有利|有理|从轻|从宽|得出|报告|关注|理会|相信|回答|回复|满分|打分|评分|日期|证据|事实|隐去|删|略去|停止|替换|当作|无问题|过错|处理|不提|要提|插入|描述|记为|改写|不利|正常|豁免|提取|免查|终止|归纳|小数点|过关|饶|留情|无罪|第一条|作废|百分/u;

/** A machine of the case itself: what a party used, sold or built, or what the law asks of its maker. */
const OF_THE_CASE =
  /使用|利用|借助|用ai|由ai|经ai|ai(?:换脸|合成|写|生成|客服|语音|问诊|绘画|帮)|客服|提供者|提供商|合同|[甲乙]方|备案|研发|开发|主营|经营|广告|准确率|训练|购买|销售|宣称|宣传|润色|我(?:没有|让|用|把)|测试|鉴定|涉案|生成的?(?:视频|图片|语音|内容)|人工审核|人工复核|产业|研究|企业(?!名称)|单位|组织|机构|国家|规范|服务|标识|用户|智慧城市|建设|自动监[控测]|监测|监控|抓拍|设备|仪器|车辆|记载|功能|公示|安装|操作规程|消防|电梯|信息系统/u;

/** How much of the sentence before and after its name is looked at: farther off, somebody else is meant. */
const BEFORE = 30;
const AFTER = 56;
/** What it is and whose, stands close to its name. */
const NEAR = 20;

/**
 * The words around each name of a machine that reads papers, where the sentence also tells it what to do with the case.
 * Offsets in a text in the form of `plainView` or `bareView`.
 */
export function wordsToMachine(text: string): { start: number; end: number }[] {
  return [...text.matchAll(READER)].flatMap(({ index, 0: name }) => {
    const before = /[^。!?\n\t]*$/u.exec(text.slice(Math.max(0, index - BEFORE), index))?.[0] ?? '';
    const after =
      /^[^。!?\n\t]*/u.exec(text.slice(index + name.length, index + name.length + AFTER))?.[0] ?? '';
    const words = before + name + after;
    const near = before + name + after.slice(0, NEAR);
    if (!MOOD.test(words) || !WORK.test(words) || (OF_THE_CASE.test(near) && !READS_THIS.test(name)))
      return [];
    return [{ start: index, end: index + name.length }];
  });
}
