import { civilProcedureLaw } from '../../civil-procedure-law.ts';
import { judgeEach } from '../../judge-each.ts';
import { met, notMet, rule, unclear } from '../../rule.ts';
import { PAPER_NAMES } from './served-lawfully.ts';
import { servicesBy } from './services-by.ts';

/** C3-24 留置送达. */
export const retainedService = rule({
  id: 'C3-24',
  criterion: 3,
  question: '留置送达是否有见证人签名并注明事由，或者有拍照录像并留在住所？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: civilProcedureLaw(89, '拒收的可由见证人签名或拍照录像，把文书留在住所', 1),
  reading: '见证人方式须有见证人并注明拒收事由和日期；录像方式须留在住所。两种方式有一种完备即可。',
  about: ({ file }) => servicesBy(file, 'retained'),
  decide: (services) =>
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
