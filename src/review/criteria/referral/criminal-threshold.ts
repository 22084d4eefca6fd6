import { crimeTold } from '../../crime/crime-told.ts';
import { criminalState } from '../../crime/criminal-state.ts';
import { reachedInTexts } from '../../crime/reached-in-texts.ts';
import { TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import {
  reasonAdmitting,
  reasonBesidePoint,
  reasonUnderLine,
  referralTrace,
  TRACES,
  unsoundReason,
} from '../../crime/referral-trace.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const criminalThreshold = rule({
  id: 'C8-01',
  criterion: 8,
  question: '达到刑事立案追诉标准的，是否已经审查移送？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('27', '涉嫌犯罪的要及时移送司法机关。', { paragraph: 1 }),
    penaltyLaw('57', '涉嫌犯罪的，移送司法机关。', { paragraph: 1, item: 4 }),
    formerPenaltyLaw('22', '构成犯罪的要移送司法机关。'),
    {
      law: TRANSFER_RULES,
      article: '3',
      paragraph: 1,
      gist: '金额、情节、后果涉嫌构成犯罪的，必须移送公安机关。',
      from: TRANSFER_FROM,
    },
  ],
  reading:
    '达到标准不等于犯罪，只说明必须审查是否移送。比例可在地区方案中改：默认达到标准九成的，也应审查移送；八成以上不满九成的，请人核对累计数额和前科；只有实践数字的，只作提示。死亡、处罚次数等十以下的个数不算接近。各省在幅度内另定数额而方案没有录入的，按下限。关联罪名按事项编码、违法行为名称和案由中的词句确定；事项清单载明没有关联罪名的不再比对，已发生危害后果的除外。标准所需的数额没有填入案卷而写在违法事实、决定书、调查终结报告或者鉴定意见中的，达到标准才据以认定，没有达到的仍不清楚。审查移送的理由只是没有达到标准，而数额已经达到的，理由不能成立；达到的标准不问后果（如受过几次处罚），而理由只说没有后果的，也不能成立。不移送的理由自己写明已达到标准，又没有说出不构成犯罪的原因的，不能成立。处罚次数没有填入案卷而本机关材料写明的，以材料为准。',
  about: criminalState,
  decide: ({ state, hits, urgent, lines, missing, paths, intellectualProperty }, context) => {
    const { referral } = context.file;
    const steps = { steps: [...lines, ...urgent.map((line) => `加重情形已达到，宜从速：${line}`)] };
    const admitted = reasonAdmitting(referral);
    if (admitted) {
      return notMet(
        `写明的不移送理由自己载明已达到追诉标准：“${admitted.replace(/。$/, '')}”，案卷没有移送。`,
        [...paths, ...TRACES],
        steps,
      );
    }
    if (state === 'none') {
      const told = context.file.referral?.sentAt ? undefined : crimeTold(context.file);
      if (told) {
        return notMet(
          `案卷确认没有关联的罪名，而材料写“${told.words}”，达到${told.offence}的追诉标准，没有移送。`,
          [...paths, told.path],
        );
      }
      return missing.length > 0
        ? notApplicable(`${hits.join('；')}。`, paths)
        : met(`${hits.join('；')}。`, paths);
    }
    if (state === 'below') {
      const prior = referral?.sentAt ? undefined : reachedInTexts(context);
      if (prior) {
        return notMet(`${prior.hits.join('；')}，见于案卷文字，案卷没有移送。`, [...prior.paths, ...TRACES], {
          steps: prior.lines,
        });
      }
    }
    if (state === 'below') return met('比对的立案追诉标准都没有达到。', paths, steps);
    if (state === 'open') {
      const found = reachedInTexts(context);
      const under = reasonUnderLine(referral) ?? reasonBesidePoint(referral, found?.hits ?? []);
      const read = referralTrace(referral) && !under ? undefined : found;
      if (read) {
        const without = under ? `写明的理由“${under.replace(/。$/, '')}”与此不符` : '也没有审查移送的理由';
        return notMet(
          `${read.hits.join('；')}，数额见于案卷文字，案卷没有移送，${without}。`,
          [...read.paths, ...TRACES],
          { steps: read.lines },
        );
      }
      return {
        ...unclear(`比对刑事立案追诉标准缺少：${missing.join('；')}。`, missing, paths),
        ...steps,
      };
    }
    const where = [...paths, ...TRACES];
    const found = hits.join('；');
    const trace = referralTrace(referral);
    const refuted =
      state === 'reached' ? (reasonUnderLine(referral) ?? reasonBesidePoint(referral, hits)) : undefined;
    if (refuted) {
      return notMet(
        `${found}，案卷没有移送，写明的理由“${refuted.replace(/。$/, '')}”与此不符。`,
        where,
        steps,
      );
    }
    if (trace) return met(`${found}，${trace}。`, where, steps);
    const urgency = urgent.length > 0 ? '，并已达到加重情形，宜从速' : '';
    if (state !== 'near') {
      const unsound = unsoundReason(referral);
      const without = unsound
        ? `写明的理由“${unsound.replace(/。$/, '')}”不能代替移送`
        : '也没有审查移送的理由';
      return notMet(`${found}，案卷没有移送，${without}${urgency}。`, where, steps);
    }
    const suspicion = intellectualProperty ? '；知识产权案件有合理嫌疑的也应移送（C8-12）' : '';
    return {
      ...unclear(`${found}，需要人核对累计数额和前科${suspicion}。`, ['累计数额和前科的核对结论'], where),
      ...steps,
    };
  },
});
