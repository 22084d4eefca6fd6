const UNIT = '年|月|日|元|万元|条|款|项|个月|倍|时|分';
const BODY = '人民政府|人民法院|管理局|监督局|委员会|银行';

/** Places that a form leaves open, and that nobody filled. */
const PATTERNS: RegExp[] = [
  /〔\d{4}〕[ \t\u3000]*(?:第[ \t\u3000]*)?号/g,
  /【(?:待|请|此处|填)[^】\n]*】|\{\{[^}\n]*\}\}/g,
  // A line of nothing but underscores is drawn, not to be filled in.
  /(?<=[^\s_])[ \t]*_{2,}|(?<!_)_{2,}(?=[ \t]*[^\s_])/g,
  /[〔［【]\s*[〕］】]|\[[ \t]*\]/g,
  /〔[\d\s]*(?:[×XxＸ]+)[\d\s×XxＸ]*〕|〔\d{4}〕\s*(?:第\s*)?[×XxＸ]+\s*号|第\s*[×XxＸ]+\s*号/g,
  new RegExp(`(?<![0-9A-Za-z×*某])[×XxＸ]{2,}(?=\\s*(?:${UNIT}))(?!\\s*(?:年|月|日)[^。；\\n]{0,12}生)`, 'g'),
  new RegExp(`(?<![0-9A-Za-z某])[×XxＸ]{2,}(?=[\\u4e00-\\u9fa5]{0,6}(?:${BODY}))`, 'g'),
  // 年 and 月 with nothing but a gap between them; the spaced heading 出生年月日 is a label.
  /(?<!生\s*)(?:\d{4}\s*)?年[ \t\u3000_]+月(?:[ \t\u3000_]*日)?/g,
  /\d{4}\s*年\s*\d{1,2}\s*月[ \t\u3000_]+日/g,
];
/** 张×× and 李XX年: a surname before the crosses is a masked name. */
const MASKED_NAME =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田胡凌霍虞万柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁侯段巫焦谷车全秋仲伊宁仇甘厉戎武符刘景詹龙叶黎白蒲卓池乔温翟文古廖关谭肖欧阳]$/;

/**
 * Every place of a paper that still has to be filled, as written: `____`, `XX元`, `〔〕`, `2025年 月 日`, 【待补】.
 * Lawful masking is not one: 张××, 某某, `110***********1234`, ××路×号, ××××年×月出生.
 */
export function unfilledPlaces(text: string): string[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const crosses = /^[×XxＸ]/.test(match[0]);
      if (crosses && MASKED_NAME.test(text.slice(0, match.index))) return [];
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
      return [
        {
          at: match.index,
          quote: crosses ? match[0] + (/^\s*[\u4e00-\u9fa5]{1,2}/.exec(after)?.[0] ?? '') : match[0],
        },
      ];
    }),
  );
  const ordered = found.sort((a, b) => a.at - b.at).map(({ quote }) => quote.trim());
  return [...new Set(ordered)];
}
