const END = '(?:元|倍|[%％‰]|以[上下内]|之间)(?:[（(][^（）()]*[）)])?';
/** 按每人500元以上950元以下的标准处以罚款, 在法定幅度的30%以下处罚: the figures stand before 处. */
const BEFORE = new RegExp(
  `(?<may>可以?|应当)?(?<and>并)?(?:按照?|依照|依|(?<![处给科予加可所元倍%％‰万千百])以(?![上下内及])|在|于)(?<span>(?!法[^定])(?![^，。；]*规定)[^，。；、处罚]*[\\d一二三四五六七八九十百千][^，。；处罚]*?${END})(?:的?(?:罚款)?标准)?(?:计算|计)?(?:的?(?:范围|区间|幅度)内?)?，?(?:并|予以|给予|进行|实施|计)?(?:处以?(?:行政)?(?:罚款|处罚)|处罚|罚款)`,
  'g',
);
/** 处单位罚款数额5%以上10%以下的罚款: the first 罚款 is the base, not the end of a span. */
const UNIT_FINE =
  /(?<=[处按以])(?:对)?(?:被处罚|违法)?单位(?:所?处|被处)?的?罚款(?:金额|数额|总额|额)?(?=的?(?:\d|百分之))/g;
const WIDE = /[０-９％．－～：（）]/g;

/**
 * A result cell with the words of its fines in the order of statutes, 处…罚款: figures that stand before 处, 法定罚款幅度 without the word 罚款,
 * the ends of a share (下限至30%) as numbers, full-width digits as plain ones. Whatever else it says stays as printed.
 */
export function plainFines(cell: string): string {
  // 5 10万元: two numbers, or one that was torn apart, stay so.
  if (/\d[ \u3000]+\d/.test(cell)) return cell;
  return cell
    .replaceAll(/\s/g, '')
    .replaceAll(WIDE, (sign) => (/[０-９％．]/.test(sign) ? sign.normalize('NFKC') : sign))
    .replaceAll(
      /(?:法律|法规)?法定的?(?:行政)?(?:罚款|处罚|裁量)?的?(?:金额|数额)?的?(?:裁量)?(?:幅度|区间)(?:的?范围)?/g,
      '法定幅度',
    )
    .replaceAll(
      /(?:法定的?)?最高罚款(?:金|数)?额?度?(?=的?[\d])|法定(?:的)?罚款(?:金|数)?额?的?(?:上限|最高限?额)/g,
      '法定最高额',
    )
    .replaceAll(/(?:在|于)法定幅度(?:之|以)?内，?(?<may>可以)?(?<and>并)?处以?/g, '$<may>$<and>处法定幅度的')
    .replaceAll(/法定幅度(?:(?:之|以)?[内中])?的?(?=\d|下限|最低)/g, '法定幅度的')
    .replaceAll(/(?<=法定幅度的)(?:下限|最低限)(?:以上|起)?(?=至|到|[-—–~～])/g, '0%')
    .replaceAll(/(?<=法定幅度的[\d.]+%(?:以上)?(?:至|到|[-—–~～]{1,2}))(?:上限|最高限)/g, '100%')
    .replaceAll(UNIT_FINE, '单位所罚数额')
    .replaceAll(BEFORE, '$<may>$<and>处$<span>的罚款');
}
