import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const signedByPerson = rule({
  id: 'C7-22',
  criterion: 7,
  question: '发出的决定书是否由人签署，使用智能辅助的是否标明？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    {
      law: '中华人民共和国个人信息保护法',
      article: '24',
      paragraph: 3,
      gist: '影响个人重大权益的决定，个人可以要求说明，也可以拒绝只由自动化方式作出。',
      from: '2021-11-01',
    },
    {
      law: '中华人民共和国电子签名法',
      article: '13',
      paragraph: 1,
      gist: '可靠的电子签名要专有、专控，改动可被发现。',
      from: '2021-11-01',
    },
    {
      law: '中华人民共和国电子签名法',
      article: '14',
      gist: '可靠的电子签名与手写签名、盖章效力相同。',
      from: '2021-11-01',
    },
  ],
  reading: '没有人签署的文书不应存在；后果等级是本产品自己的要求。',
  about: ({ file }) => {
    if (!file.decision) return notApplicable('尚未作出决定。');
    return file.decision.draft && !file.decision.signedByPerson
      ? notApplicable('决定书尚为草稿，没有签署。', ['decision.draft'])
      : file.decision;
  },
  decide: ({ signedByPerson: signed, aiAssisted }) => {
    const answers: Answer[] = [];
    const path = ['decision.signedByPerson'];
    if (signed) answers.push(met('决定书由人签署。', path));
    else if (signed === false) answers.push(notMet('决定书没有人签署。', path));
    else answers.push(unclear('决定书是否由人签署没有载明。', ['决定书的签署人'], path));
    const help = ['decision.aiAssisted'];
    answers.push(
      aiAssisted === undefined
        ? unclear('决定书是否使用智能辅助没有标明。', ['是否使用智能辅助的标记'], help)
        : met(`已标明${aiAssisted ? '使用' : '没有使用'}智能辅助。`, help),
    );
    return combine(answers, answers[0]!);
  },
});
