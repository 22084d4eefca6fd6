import { chineseDay } from '../../../law/dates.ts';
import { civilProcedureLaw } from '../../rules/civil-procedure-law.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';
import { PAPER_NAMES } from './served-lawfully.ts';
import { servicesBy } from './services-by.ts';

/** The choice of the form of confirmation: not agreed. */
const REFUSED =
  /(?:[☑√■✓✔☒][ \u3000]*不同意|(?<![□☐○]|告知|有权|可以?|如|若|是否|或者?)(?:不同意|不接受|拒绝)(?:贵?[局机关]{1,2})?(?:以|用|采用|适用|采取|通过)?[^。；，\n□☐○]{0,8}电子[^。；，\n]{0,6}送达|是否同意[^\n]{0,12}[:：\t][ \u3000]*(?:否|不同意))(?![^\n]*[☑√■✓✔][ \u3000]*同意)/;
const FAILED =
  /(?:发送|送达|投递|接收)(?:状态)?[:：]?[ \u3000]*(?:失败|未成功|不成功|异常)|(?:被|遭)?(?:对方)?(?:系统|邮箱|服务器)[^，。；\n]{0,6}退[回信]|退信|未(?:能)?(?:到达|送达成功)/;
const MAILBOX =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=(?:账号|帐号|账户|手机号码?|手机|微信号?)[:：为]?[ \u3000]*)1?\d{2,4}-?\d{3,4}-?\d{4}/g;

/** A paper that says itself that no confirmation of electronic service was signed. */
const UNSIGNED = /(?:未|没有)(?:签订|签署|签)[^。；，]{0,10}电子送达[^。；，]{0,6}确认书/;

/** C3-26 电子送达须签订确认书. */
export const electronicService = rule({
  id: 'C3-26',
  criterion: 3,
  question: '电子送达前当事人是否已签订确认书，且到达有记录？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    penaltyLaw(61, '当事人同意并签确认书的，可用传真、电子邮件等方式送达', { paragraph: 2 }),
    ...civilProcedureLaw(90, '经同意可电子送达，到达特定系统之日为送达日'),
  ],
  reading:
    '确认书的日期不晚于送达日；2021年7月15日前以民事诉讼法的同意要求为准，同样查确认书。材料写明没有签订确认书的，以材料为准。',
  about: ({ file }) => servicesBy(file, 'electronic'),
  decide: (services, { file }) =>
    judgeEach(
      services,
      ({ service, path }) => {
        const name = `${PAPER_NAMES[service.of]}的电子送达`;
        const { confirmationOn, servedOn, arrivalLogged } = service;
        const papers = file.papers ?? [];
        const paths = ['confirmationOn', 'servedOn', 'arrivalLogged'].map((key) => `${path}.${key}`);
        if (confirmationOn && servedOn && confirmationOn > servedOn) {
          return notMet(
            `${name}应先签订确认书，确认书签于${chineseDay(confirmationOn)}，送达在${chineseDay(servedOn)}。`,
            paths,
          );
        }
        const said = confirmationOn
          ? -1
          : (file.papers ?? []).findIndex(({ text }) => UNSIGNED.test(text ?? ''));
        if (said >= 0) {
          return notMet(`${name}前没有签订确认书，材料载明当事人未签订。`, [path, `papers.${said}.text`]);
        }
        const refused = papers.findIndex(
          ({ kind, text }) => kind === 'address-confirmation' && REFUSED.test(text ?? ''),
        );
        if (refused >= 0 && papers.filter(({ kind }) => kind === 'address-confirmation').length === 1) {
          return notMet(`${name}须经当事人同意，确认书载明不同意电子送达。`, [
            path,
            `papers.${refused}.text`,
          ]);
        }
        const own = papers.findIndex(({ id }) => id === service.paper);
        const proof = papers[own]?.text ?? '';
        if (!arrivalLogged && FAILED.test(proof)) {
          return notMet(`${name}没有到达，送达凭证载明发送失败或者退回。`, [...paths, `papers.${own}.text`]);
        }
        const confirmed = papers.flatMap(({ kind, text = '' }) =>
          kind === 'address-confirmation' ? (text.match(MAILBOX) ?? []) : [],
        );
        const [used, ...others] = new Set(proof.match(MAILBOX));
        if (confirmed.length > 0 && used && others.length === 0 && !confirmed.includes(used)) {
          return notMet(
            `${name}的${used.includes('@') ? '邮箱' : '号码'}${used}不是当事人确认的${confirmed.join('、')}。`,
            [`papers.${own}.text`, 'papers'],
          );
        }
        if (arrivalLogged === false) return notMet(`${name}没有到达记录。`, paths);
        const missing = [
          ...(confirmationOn ? [] : ['确认书及日期']),
          ...(servedOn ? [] : ['送达日期']),
          ...(arrivalLogged ? [] : ['到达记录']),
        ];
        return missing.length > 0
          ? unclear(`${name}的${missing.join('、')}没有载明。`, missing, [path])
          : undefined;
      },
      met(
        `电子送达${services.length}次，均先签订确认书并有到达记录。`,
        services.flatMap(({ path }) =>
          ['confirmationOn', 'servedOn', 'arrivalLogged'].map((key) => `${path}.${key}`),
        ),
      ),
    ),
});
