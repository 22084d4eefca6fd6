import { chineseDay } from '../../../law/dates.ts';
import { clueKeptBack } from '../../crime/clue-kept-back.ts';
import { TRANSFER_RULES } from '../../crime/referral-due.ts';
import { causeOf } from '../../crime/related-offences.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const officialClue = rule({
  id: 'C8-11',
  criterion: 8,
  question: '发现公职人员职务犯罪线索的，是否移送监察机关或者检察院？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '19',
      gist: '公职人员涉嫌职务犯罪的，及时把线索移送监察机关或者人民检察院。',
      from: '2020-08-07',
      states: ['监察机关或者人民检察院', '及时'],
    },
  ],
  reading:
    '有没有线索由人判断：案卷没有写明的，只有案由或者违法行为的词句指向公职人员职务犯罪的才询问；材料写明有线索而没有移送的，不论录入怎样，都不符合。“及时”没有天数，不计期限。',
  about: ({ file }) => {
    const { publicOfficialClue } = file.violation;
    const path = 'violation.publicOfficialClue';
    const kept = file.referral?.officialClue?.passedOn ? undefined : clueKeptBack(file);
    if (kept) {
      return notMet(`职务犯罪线索应及时移送监察机关或者检察院，案卷写“${kept.quote}”，没有移送。`, [
        kept.path,
        path,
        'referral.officialClue',
      ]);
    }
    if (publicOfficialClue === false) return notApplicable('没有发现公职人员职务犯罪线索。', [path]);
    if (publicOfficialClue) return file.referral?.officialClue ?? {};
    const cause = causeOf(file);
    return WORDS.some((word) => cause.includes(word))
      ? unclear(
          '案由或者违法行为的词句指向公职人员职务犯罪，有没有线索没有载明。',
          ['有没有公职人员职务犯罪线索'],
          [path, 'violation.name', 'cause'],
        )
      : notApplicable('案卷没有公职人员职务犯罪线索的记载。', [path]);
  },
  decide: ({ passedOn, passedTo }) => {
    const clue = 'violation.publicOfficialClue';
    const on = [clue, 'referral.officialClue.passedOn'];
    const to = [clue, 'referral.officialClue.passedTo'];
    const answers: Answer[] = [
      passedOn
        ? met(`职务犯罪线索已于${chineseDay(passedOn)}移送。`, on)
        : unclear('职务犯罪线索应及时移送，案卷没有移送的日期。', ['职务犯罪线索移送的日期'], on),
    ];
    if (!passedTo) {
      answers.push(unclear('线索移送给哪一机关没有载明。', ['接收职务犯罪线索的机关'], to));
    } else if (passedTo === 'other') {
      answers.push(notMet('职务犯罪线索应移送监察机关或者检察院，本案移送给其他机关。', to));
    } else {
      answers.push(met(`线索移送给${passedTo === 'supervision' ? '监察机关' : '人民检察院'}。`, to));
    }
    return combine(answers, answers[0]!);
  },
});

const WORDS = ['贪污', '受贿', '挪用公款', '滥用职权', '玩忽职守', '徇私舞弊', '私分国有资产', '私分罚没'];
