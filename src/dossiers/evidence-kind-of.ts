import type { z } from 'zod';
import type { evidence } from '../cases/investigation.ts';

export type EvidenceKind = NonNullable<z.infer<typeof evidence>['kind']>;

/** 行政处罚法 46 by the words that name a piece of evidence; the first that fits. */
const KINDS: [RegExp, EvidenceKind][] = [
  [
    /(?:现场|检查|勘验|勘察|复查|核查|抽样|监督检查|取证|搜查|清点)[^，,]{0,12}(?:笔录|记录|检查表)|现场笔录/,
    'record',
  ],
  [
    /证人|证言|(?:举报人|投诉人|消费者|乘客|顾客|群众|员工|工人|职工|劳动者)[^，,]{0,10}(?:询问|笔录|陈述)/,
    'witness',
  ],
  [
    /(?:询问|调查|谈话|陈述)[^，,]{0,6}(?:笔录|记录)|当事人[^，,]{0,8}(?:陈述|自述|情况说明)|陈述申辩/,
    'party-statement',
  ],
  [/检[验测]报告|检验意见|鉴定|监测报告|检测结果|认定意见|鉴别|评估报告|检疫|价格认定/, 'expert'],
  [
    /截图|截屏|电子(?:数据|证据)|聊天记录|系统[^，,]{0,10}(?:记录|数据|打印)|网页|网络|微信|数据库|平台[^，,]{0,8}(?:记录|订单)|电子邮件/,
    'electronic',
  ],
  [/照片|录像|录音|视频|监控|音像|摄像|光盘|影像/, 'audiovisual'],
  [
    /复印件|执照|身份证|许可证|资格证|从业|合同|票据|发票|单据|收据|[台帐账]账|账本|账簿|记账|台账|[单证书函表簿册]$|证明|小票|委托书|说明|批复|通知书|回证|清单|凭证|档案|资料|文件|报表|记录|材料|笔记|打印件/,
    'documentary',
  ],
  [
    /实物|物证|样品|[\d一二三四五六七八九十百两]+(?:只|盒|条|瓶|袋|件|台|箱|个|公斤|千克|克|吨|把|辆|桶|包|罐|支|批|块|双|套|斤|升|具|部|根|艘|头|株)$/,
    'physical',
  ],
];

/** 证据种类 of a piece of evidence by its name; none where the name does not tell. */
export function evidenceKindOf(name: string): EvidenceKind | undefined {
  return KINDS.find(([words]) => words.test(name))?.[1];
}
