import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { plainName } from '../../steps/agency-names.ts';

/** C1-09 个体工商户的名称. */
export const individualBusinessNamed = rule({
  id: 'C1-09',
  criterion: 1,
  question: '个体工商户有字号的，是否以字号为当事人并注明经营者；没有字号的，是否以经营者为当事人？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    {
      law: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
      article: '15',
      paragraph: 2,
      gist: '个体工商户有字号的以字号为当事人并注明经营者信息',
      from: '2018-02-08',
      states: ['登记的字号', '经营者的基本信息'],
    },
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '处罚文书比照诉讼规则写明个体工商户和经营者' }],
  reading:
    '所引条文规定的是诉讼当事人，处罚没有专门规定，比照适用；当事人名称含有登记的字号即可，不要求只写字号；经营者的身份号码可以记在当事人项下。',
  about: ({ file }) =>
    file.party.kind === 'individual-business'
      ? file.party
      : notApplicable('当事人不是个体工商户。', ['party.kind']),
  decide: ({ name, hasTradeName, tradeName, operator, operatorIdNumber, idNumber }) => {
    if (hasTradeName === undefined && !tradeName) {
      return unclear('营业执照有没有登记字号，案卷未载明。', ['营业执照登记的字号'], ['party.name']);
    }
    if (hasTradeName === false) {
      const paths = ['party.hasTradeName', 'party.name', 'party.operator'];
      if (!operator) {
        return unclear('个体工商户没有字号，经营者姓名没有载明。', ['经营者姓名'], ['party.hasTradeName']);
      }
      return plainName(name).replace(/\(个体工商户\)$/, '') === plainName(operator)
        ? met(`没有字号，以经营者${operator}为当事人。`, paths)
        : notMet(`没有字号的应以经营者${operator}为当事人，现为“${name}”。`, paths);
    }
    if (!tradeName) {
      return unclear('营业执照登记有字号，字号没有载明。', ['字号'], ['party.hasTradeName']);
    }
    if (!plainName(name).includes(plainName(tradeName))) {
      return notMet(`有字号的应以字号“${tradeName}”为当事人，现为“${name}”。`, [
        'party.name',
        'party.tradeName',
      ]);
    }
    const number = operatorIdNumber ?? idNumber;
    const missing = [...(operator ? [] : ['经营者姓名']), ...(number ? [] : ['经营者身份号码'])];
    return missing.length > 0
      ? unclear(`以字号为当事人的应注明经营者，${missing.join('、')}没有载明。`, missing, ['party.tradeName'])
      : met(`以字号“${tradeName}”为当事人，并注明经营者${operator}及其身份号码。`, [
          'party.name',
          'party.tradeName',
          'party.operator',
          operatorIdNumber ? 'party.operatorIdNumber' : 'party.idNumber',
        ]);
  },
});
