/** Signs that a scanner puts between the characters of a title, and the marks with which people set off a heading. */
const NOISE = /[\s\u3000\u200b\ufeff#*=~_|·•・…—–\-`'"“”.,，、。:：]+/g;
const NUMBER = /(?:[\u4e00-\u9fa5]{1,12})?[〔[(【［]\d{4}[〕\])】］]第?[^号]{0,8}号$/;
const MARK = /[(【[<](?:示例|样本|样式|样表|模拟|虚构|范本|格式|测试|演示)[^)】\]>]{0,6}[)】\]>]/g;
const PLACE =
  /^(?:文书之?[一二三四五六七八九十\d]+|附件?[一二三四五六七八九十\d]*|第?[一二三四五六七八九十]+(?=、)|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,3}(?=[.、．:：_\-\s]|[\u4e00-\u9fa5]))/;

/**
 * A line as a title: half-width brackets, nothing between the characters, without list number, document number, page
 * count and the mark of an example. Misread characters of the commonest words are put right.
 */
export function cleanTitle(line: string): string {
  let title = line
    .normalize('NFKC')
    .replace(/^[\s#*=~_|·•—–-]+/, '')
    .replace(MARK, '');
  title = title.replace(PLACE, '').replace(NOISE, '');
  title = title
    .replace(/(?:编号|文号|案号|№|No)\S*$/i, '')
    .replace(/[(]?第?\d+页\/?(?:,?共?\d+页)?[)]?$/, '');
  // The number's own sign stands between the paper's name and the brackets: it begins after the name's last character.
  title = title.replace(new RegExp(`(?<=[书表录证函单告])${NUMBER.source}`), '');
  title = title.replace(/^[《【[<]+|[》】\]>]+$/g, '');
  return misreadMended(title);
}

function misreadMended(title: string): string {
  return title
    .replace(/询[间闻向]/g, '询问')
    .replace(/笔[绿泵彔录]/g, '笔录')
    .replace(/[迭选]达/g, '送达')
    .replace(/回[征証]/g, '回证')
    .replace(/处[罸罰]/g, '处罚')
    .replace(/告[和钊]书/g, '告知书')
    .replace(/决[走宝]书/g, '决定书')
    .replace(/审[此枇]表/g, '审批表');
}
