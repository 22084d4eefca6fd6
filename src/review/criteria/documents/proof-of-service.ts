import type { CaseFile, Service } from '../../../cases/case-file.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { refusedOnTheSpot } from '../../words/refused-on-the-spot.ts';
import { nothingToServe } from '../procedure/services-by.ts';

const NAMES: Record<Service['of'], string> = {
  'prior-notice': '告知书',
  'hearing-right-notice': '听证告知书',
  'hearing-notice': '听证通知书',
  decision: '决定书',
  'correction-order': '责令改正通知书',
  other: '文书',
};
/** Ways of service where a person receives the paper and signs for it. */
const SIGNED: (Service['method'] | undefined)[] = [
  'on-the-spot',
  'direct',
  'entrusted',
  'through-unit',
  undefined,
];
const GIST = '送达要有送达回证，由受送达人记明日期并签名或者盖章；签收日为送达日。';
const CIVIL = '中华人民共和国民事诉讼法';

export const proofOfService = rule({
  id: 'C7-14',
  criterion: 7,
  question: '送达回证是否载明受送达人、日期、方式、地点、签名和送达人？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    { law: CIVIL, article: '87', gist: GIST, from: '2022-01-01' },
    { law: CIVIL, article: '84', gist: GIST, from: '2013-01-01', to: '2021-12-31' },
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '回证写明方式、地点，由两名送达人签名。' }],
  reading:
    '回证的文字在卷而通篇没有日期，或者签名处空白的，认定缺日期、缺签名。公告、电子、邮寄送达以各自的凭证代替签名；留置送达要注明拒收，或者拍照、录像并留在住所。',
  lawOf: ({ file }) => file.services?.find((entry) => entry.servedOn)?.servedOn,
  about: ({ file }) => {
    if (file.services?.length) return file.services;
    return nothingToServe(file) || !file.decision || beforeDecision(file)
      ? notApplicable('尚没有送达。')
      : unclear('需要核对送达回证，案卷没有送达的记载。', ['送达回证'], ['services']);
  },
  decide: (services, { file }) =>
    combine(
      services.map((entry, index) => {
        const refused = refusedOnTheSpot(entry, file);
        return (
          leftOpen(entry, `services.${index}`, refused, file) ?? judge(entry, `services.${index}`, refused)
        );
      }),
      notApplicable('尚没有送达。'),
    ),
});

const A_DAY =
  /\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}|[〇○零一二]{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日|月[一二三十]+日|同日|当日|即日/;
/** The place where the receiver signs, left empty. */
const OPEN_SIGNATURE =
  /(?:收件人|受送达人|收到人|签收人|代收人)?(?:签名|签字|签收|签章)(?:[（(](?:盖章|捺印|或者?盖章)[）)]|或者?盖章|、盖章)?[ 　]*[：:\t][ 　\t]*(?=\n|$|(?:收到|签收|送达)?(?:日期|时间)|送达人|年[ 　]*月)/;

/** What the proof itself shows to be left open: no day anywhere on it, nothing where the receiver signs. */
function leftOpen(
  { of, method, servedOn, signed, paper }: Service,
  path: string,
  refused: boolean,
  { papers }: CaseFile,
): Answer | undefined {
  const index = (papers ?? []).findIndex(({ id, kind }) => id === paper && kind === 'proof-of-service');
  const text = papers?.[index]?.text;
  if (!text || !/送\s*达\s*(?:回\s*证|回\s*执|人)/.test(text) || !SIGNED.includes(method)) return undefined;
  const open = [
    ...(servedOn || A_DAY.test(text) ? [] : ['送达日期']),
    ...(signed === undefined && !refused && !/拒/.test(text) && OPEN_SIGNATURE.test(text)
      ? ['受送达人的签名或者盖章']
      : []),
  ];
  return open.length > 0
    ? notMet(`${NAMES[of]}的送达回证没有${open.join('、')}。`, [
        `${path}.servedOn`,
        `${path}.signed`,
        `${path}.method`,
        `papers.${index}.text`,
      ])
    : undefined;
}

function judge(entry: Service, path: string, refused: boolean): Answer {
  const name = `${NAMES[entry.of]}的送达回证`;
  const onPaper = entry.method !== 'electronic' && entry.method !== 'public-notice';
  // 民事诉讼法 89: the paper left at the residence with photographs or film is the other complete way.
  const filmed = entry.recorded === true && entry.leftAtResidence === true;
  const missing = [
    ...(entry.servedOn ? [] : ['送达日期']),
    ...(entry.method ? [] : ['送达方式']),
    ...(entry.addressee ? [] : ['受送达人']),
    ...(entry.place || !onPaper ? [] : ['送达地点']),
    ...(entry.servers || !onPaper || entry.method === 'post' ? [] : ['送达人']),
    ...(SIGNED.includes(entry.method) && entry.signed === undefined && !refused ? ['签名'] : []),
    ...(entry.method === 'retained' && !filmed && entry.refusalNoted === undefined ? ['拒收的记载'] : []),
  ];
  const keys = ['servedOn', 'method', 'addressee', 'place', 'servers', 'signed'];
  if (entry.method === 'retained')
    keys.push(...(filmed ? ['recorded', 'leftAtResidence'] : ['refusalNoted']));
  const paths = keys.map((key) => `${path}.${key}`);
  if (entry.method && SIGNED.includes(entry.method) && entry.signed === false && !refused)
    return notMet(`${name}没有签名或者盖章。`, paths);
  if (entry.method === 'retained' && !filmed && entry.refusalNoted === false) {
    return notMet(`${name}为留置送达，没有注明拒收的情况。`, paths);
  }
  if (entry.servers && entry.servers.length < 2 && onPaper && entry.method !== 'post') {
    return notMet(`${name}只有 ${entry.servers.length} 名送达人，通常应有两名。`, paths, {
      severity: 'minor',
    });
  }
  return missing.length > 0
    ? unclear(
        `${name}的${missing.join('、')}没有载明。`,
        missing.map((what) => `${name}的${what}`),
        paths,
      )
    : met(`${name}要素齐全。`, paths);
}
