import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

/** Agency sign, year in hexagonal brackets, serial without a leading zero, 号. */
const NUMBER = /^[一-龥（）()]+〔((?:19|20)\d{2})〕[1-9]\d{0,4}号$/;

const OTHER_BRACKETS = /[[（(【［](?:19|20)\d{2}[\]）)】］].*号$/;

export const documentNumber = rule({
  id: 'C7-10',
  criterion: 7,
  question: '文号是否为“机关代字〔年份〕序号号”，年份是否与日期一致？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [
    { document: 'GB/T 9704-2012 第 7.2.5 条', gist: '发文字号由代字、年份、顺序号组成，年份用六角括号。' },
  ],
  reading:
    '核对普通程序的告知书和决定书；当场决定书用格式文书的编号，只核对年份的括号；序号在本机关、本年度内是否重复由文书登记核对。',
  about: ({ file }) => {
    // A form bears a running number of its own, by sections and with noughts; only the brackets of its year are those of all.
    if (file.procedure === 'summary' && !OTHER_BRACKETS.test(file.decision?.number ?? '')) {
      return notApplicable('当场决定书用格式文书的编号，不是发文字号。', ['procedure']);
    }
    const { decision, priorNotices } = file;
    const list = [
      ...(priorNotices ?? []).map((notice, index) => ({
        name: '告知书',
        number: notice.number,
        date: notice.date,
        path: `priorNotices.${index}`,
      })),
      ...(decision && !decision.draft
        ? [{ name: '决定书', number: decision.number, date: decision.date, path: 'decision' }]
        : []),
    ];
    return list.length > 0 ? list : notApplicable('尚没有发出的文书。');
  },
  decide: (list) =>
    combine(
      list.map(({ name, number, date, path }): Answer => {
        const paths = [`${path}.number`, `${path}.date`];
        if (!number) return unclear(`${name}的文号没有载明。`, [`${name}的文号`], paths);
        const year = NUMBER.exec(number)?.[1];
        if (!year) return notMet(`${name}文号“${number}”不是“代字〔年份〕序号号”的格式。`, paths);
        if (!date) return unclear(`${name}的日期没有载明，不能核对文号年份。`, [`${name}的日期`], paths);
        return date.startsWith(year)
          ? met(`${name}文号“${number}”格式正确。`, paths)
          : notMet(`${name}文号年份为 ${year}，日期在 ${date.slice(0, 4)} 年。`, paths);
      }),
      notApplicable('尚没有发出的文书。'),
    ),
});
