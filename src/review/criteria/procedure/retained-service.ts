import { civilProcedureLaw } from '../../rules/civil-procedure-law.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';
import { PAPER_NAMES } from './served-lawfully.ts';
import { servicesBy } from './services-by.ts';

const REFUSED = /拒|留置|留在|不[肯愿]签|不签/;
const PROVED = /见证|在场人|居委|村委|社区|物业|证明人|照|录像|摄像|影像|视频|记录仪/;
/** An empty place for a witness, or words that there were neither witnesses nor pictures. */
const NOBODY =
  /(?:在场)?见证人(?:签名|签字|（签名）|\(签名\))?[ \u3000]*[:：\t][ \u3000]*(?:无|没有|空白|\/|／|—|-)?(?=[\s\u3000]|$)|(?:未|没有|无)[^，。；\n]{0,6}(?:拍照|录像|摄像|见证人?|影像)(?:、(?:拍照|录像|摄像))*/g;
/** 拍照、录像：未拍照、未录像, 录像情况：无: the place for pictures, with nothing in it. */
const NO_PICTURES =
  /(?:是否)?(?:拍照|拍摄|录像|摄像|录音录像|影像|音像|视频|照片)[^：:\t\n，。；]{0,10}[:：\t][ \u3000]*(?:(?:未|没有|无|否)[^\n\t。；]{0,16}|空白|\/|／|—|-)?(?=[\s\u3000。；]|$)/g;
const withoutNobody = (text: string) => text.replaceAll(NO_PICTURES, '').replaceAll(NOBODY, '');
const FILMED = /(?:送达|留置)[^。；]{0,20}(?:照片|拍照|录像|摄像|影像|视频|音像)/;

/** C3-24 留置送达. */
export const retainedService = rule({
  id: 'C3-24',
  criterion: 3,
  question: '留置送达是否有见证人签名并注明事由，或者有拍照录像并留在住所？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: civilProcedureLaw(89, '拒收的可由见证人签名或拍照录像，把文书留在住所', 1),
  reading:
    '见证人方式须有见证人并注明拒收事由和日期；录像方式须留在住所。两种方式有一种完备即可。送达回证写了留置经过而通篇没有见证、拍照、录像的，视为没有。',
  about: ({ file }) => servicesBy(file, 'retained'),
  decide: (services, { file }) =>
    judgeEach(
      services,
      ({ service, path }) => {
        const name = `${PAPER_NAMES[service.of]}的留置送达`;
        const { witness, refusalNoted, recorded, leftAtResidence } = service;
        if ((witness && refusalNoted) || (recorded && leftAtResidence)) return undefined;
        const paths = ['witness', 'refusalNoted', 'recorded', 'leftAtResidence'].map(
          (key) => `${path}.${key}`,
        );
        const filmed = recorded === false || leftAtResidence === false;
        const witnessed = refusalNoted === false;
        if (filmed && (witnessed || (!witness && recorded === false))) {
          return notMet(`${name}既没有见证人签名和事由记载，也没有录像留置。`, paths);
        }
        // The proof of service itself has to tell how the paper was left.
        const told = file.papers?.find(({ id }) => id === service.paper)?.text ?? '';
        const filmedElsewhere =
          file.recordings?.some(({ of }) => of === 'service') ||
          file.papers?.some(
            ({ title, text }) => FILMED.test(title) || FILMED.test(withoutNobody(text ?? '')),
          );
        const proof = withoutNobody(told);
        if (!witness && !recorded && REFUSED.test(told) && !PROVED.test(proof) && !filmedElsewhere) {
          return notMet(`${name}的送达回证写了留置经过，没有见证人，也没有拍照、录像。`, [
            `${path}.paper`,
            ...paths,
          ]);
        }
        const missing = [
          ...(witness ? [] : ['见证人']),
          ...(refusalNoted === undefined ? ['拒收事由的记载'] : []),
          ...(recorded === undefined ? ['拍照录像'] : []),
          ...(leftAtResidence === undefined ? ['是否留在住所'] : []),
        ];
        return unclear(`${name}的${missing.join('、')}没有载明。`, missing, [path]);
      },
      met(
        `留置送达${services.length}次，均有见证或者录像。`,
        services.flatMap(({ path }) =>
          ['witness', 'refusalNoted', 'recorded', 'leftAtResidence'].map((key) => `${path}.${key}`),
        ),
      ),
    ),
});
