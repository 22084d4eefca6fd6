import type { Span } from '../paper.ts';

/** Of whom papers say that they are no officers though they took part: 网格员, 协管员, 未取得行政执法证件. */
const AUXILIARY =
  '(?:执法辅助人员|辅助(?:执法)?人员|辅助(?:人)?员|协助执法人员|协管(?:人)?员|协管|网格(?:管理)?员|辅警|协警|临时聘用人员|临聘人员|合同制?聘用人员|编外人员|外聘人员|(?:劳务)?派遣人员|(?:劳务派遣|聘用的?)?协查(?:人)?员|(?:聘用|雇用|劳务派遣)的?[^，,。；;、（）()\\s]{0,8}(?:人员|员)|窗口人员|驾驶员兼记录|见习(?:人员|生)|实习(?:人员|生)|公益性岗位人员|志愿者|治安员|护林员|协勤(?:人员)?)';
const UNCERTIFIED =
  '(?:(?:尚|还)?(?:未|没有|无)(?:依法)?(?:取得|持有|办理|申领|领取|通过)?(?:有效(?:的)?)?(?:行政)?执法(?:人员)?(?:证件?|资格)|(?:行政)?执法(?:人员)?(?:证件?|资格)(?:尚|还)?(?:未|没有|正在|已(?:过期|失效|注销|被收回))|不具(?:备|有)(?:行政)?执法(?:人员)?资格|非(?:行政)?执法人员)';
/** 滨江街道网格员: who sent them. */
const BODY = '(?:[系是为]?\\p{sc=Han}{1,10}?(?:街道|[镇乡村]|社区|居委会|村委会|[局所站队办]|中心|公司))?';

/** The words end there: 网格员李示 says it of somebody else. */
const ENDS = '(?=[，,。；;、)）\\s]|$)';
const SAID = new RegExp(`${AUXILIARY}${ENDS}|${UNCERTIFIED}`, 'u');
const TITLED = new RegExp(
  `(?<=^|[^\\p{sc=Han}])${AUXILIARY}(?:[ 　]*|[ 　]*[:：][ 　]*(?:\\p{sc=Han}{2,4}[、，, 　])*)$`,
  'u',
);

/**
 * The people of whom a paper says that they are auxiliaries or hold no certificate: in brackets or in the same clause
 * behind the name, or by the title before it. Of `names` only.
 */
export function auxiliariesIn(text: string, names: Iterable<string>): (Span & { name: string })[] {
  return [...names].flatMap((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const said = SAID.exec(clauseBehind(text.slice(end, end + 90)));
      if (said) return [{ name, start: at, end: end + said.index + said[0].length }];
      const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 40);
      const title = TITLED.exec(text.slice(from, at));
      if (title) return [{ name, start: from + title.index, end }];
    }
    return [];
  });
}

/** The brackets right behind a name, or what its clause says that the person is: 王示系我局协管员. */
function clauseBehind(rest: string): string {
  const brackets = /^[ 　]*[（(][^（()）\n]*[)）]/.exec(rest)?.[0];
  const clause = new RegExp(
    `^[ 　]*(?:(?:系|是|为)[^，,。；;\\n\\t]{1,40}(?:[，,](?:尚|还)?(?:未|没有|无|不具|没)[^，,。；;\\n\\t]{1,24})?|[,，][ 　]*${BODY}(?:${AUXILIARY}|${UNCERTIFIED})[^，,。；;\\n\\t]{0,8})`,
    'u',
  );
  return brackets ?? clause.exec(rest)?.[0] ?? '';
}
