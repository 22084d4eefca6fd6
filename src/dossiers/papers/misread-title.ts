/** The names that papers bear most often, against which a scanned title is held. */
const NAMES =
  '案件来源登记表 举报登记表 立案审批表 立案登记表 授权委托书 现场检查笔录 现场勘验笔录 现场检查勘验笔录 现场笔录 询问通知书 询问笔录 调查询问笔录 询问调查笔录 抽样取证凭证 抽样记录 先行登记保存通知书 先行登记保存证据通知书 先行登记保存物品清单 检验报告 检测报告 鉴定意见书 查封扣押决定书 扣押决定书 查封决定书 责令改正通知书 责令限期改正通知书 责令改正违法行为决定书 营业执照 调查终结报告 案件调查终结报告 调查报告 行政处罚事先告知书 行政处罚告知书 陈述申辩书 陈述申辩笔录 陈述申辩复核意见 行政处罚听证告知书 听证申请书 听证通知书 听证公告 听证笔录 听证报告 法制审核送审表 法制审核意见书 集体讨论笔录 集体讨论记录 案件集体讨论记录 行政处罚决定审批表 案件处理审批表 行政处罚决定书 当场行政处罚决定书 不予行政处罚决定书 送达地址确认书 送达回证 罚没收据 罚没票据 罚没收入专用票据 非税收入一般缴款书 非税收入缴款书 缴款书 延期缴纳罚款审批表 分期缴纳罚款审批表 履行催告书 行政处罚决定履行催告书 强制执行申请书 案件移送函 涉嫌犯罪案件移送书 结案审批表 结案报告 音像记录清单 录音录像清单 卷内备考表 卷内目录 卷内文件目录 案卷封面 卷宗封面 现场照片 照片说明'.split(
    ' ',
  );
const SHORTEST = 4;

/**
 * The usual name of a paper that differs from a line by one misread character, or from 6 characters by one that was
 * lost or added; undefined where none does, or more than one in the same measure (听证报吉: 听证报告 alone).
 */
export function misreadTitle(line: string): string | undefined {
  if (line.length < SHORTEST || line.length > 24) return undefined;
  const found = NAMES.filter((name) => name.length >= SHORTEST && endsLike(line, name));
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const closest = found.filter(({ length }) => length === longest);
  return closest.length === 1 ? closest[0] : undefined;
}

/** Whether the line is the name with one fault; before a long name an agency may stand. */
function endsLike(line: string, name: string): boolean {
  const tail = line.slice(-name.length);
  const alone =
    line.length === name.length || (name.length >= 6 && /[局厅委府队会]$/.test(line.slice(0, -name.length)));
  if (alone && tail.length === name.length && faults(tail, name) === 1) return true;
  if (name.length < 6 || Math.abs(line.length - name.length) !== 1) return false;
  const [short, long] = line.length < name.length ? [line, name] : [name, line];
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

function faults(a: string, b: string): number {
  return [...a].filter((char, at) => char !== b[at]).length;
}
