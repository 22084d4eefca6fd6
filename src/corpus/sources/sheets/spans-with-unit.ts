const NUMBER = String.raw`\d+(?:\.\d+)?(?:万?元|万)?`;
const TO = `(?:[-—–~～]{1,2}|至|到|[、,]|以上至?)`;
/** 单位：10～100, 2以上20以下, 不超过10: numbers with the words of their ends, and at most whom they are for. */
const SPAN = new RegExp(
  `^(?:对?[一-鿿]{2,12}?[：:,]?(?:处以?)?|处以?)?(?:${NUMBER}${TO}(?:不超过)?${NUMBER}(?:以下|以内)?|${NUMBER}(?:以下|以内)|不超过${NUMBER})(?:的?罚款)?$`,
);
const IN_HEAD = /[（(／/](?:(?:金额|货币|计量)?单位[:：])?(?:人民币)?(?<unit>万?元)[）)]?$/;

/**
 * A cell of statutory spans whose sums the heading counts in 万元 or 元, with that unit behind each number that has none: 10～100 under
 * 法定罚款幅度（万元） is 10万元～100万元, and 10万～100万 is the same under any heading. Other cells are left as printed.
 */
export function spansWithUnit(cell: string, head: string, unitBeside: '元' | '万元' | undefined): string {
  const unit = IN_HEAD.exec(head.replaceAll(/\s/g, ''))?.groups?.unit ?? unitBeside;
  return cell
    .split(/(?<=[\n;；。])/)
    .map((part) => {
      const [, words = '', end = ''] = /^([^\n;；。]*)([\n;；。]?)$/.exec(part) ?? [];
      const plain = words
        .normalize('NFKC')
        .replaceAll(/\s/g, '')
        .replaceAll(/(?<=(?<!\d)\d{1,3}),(?=\d{3}(?!\d))/g, '');
      if (!SPAN.test(plain)) return part;
      const bare = /\d(?![\d.万元])/.test(plain.replaceAll(/\d+(?:\.\d+)?(?=万|元)/g, ''));
      // 10～100万元: the unit behind the second is that of both.
      const own = /万元?(?:以下|以内)?$/.test(plain) ? undefined : unit;
      if (bare && !own) return part.replaceAll(/万(?!元)/g, '万元');
      return `${plain
        .replaceAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.万元])/g, `$&${own ?? ''}`)
        .replaceAll(/万(?!元)/g, '万元')}${end}`;
    })
    .join('');
}
