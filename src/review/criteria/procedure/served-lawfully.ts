import type { CaseFile, Service } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { civilProcedureLaw } from '../../rules/civil-procedure-law.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { refusedOnTheSpot } from '../../words/refused-on-the-spot.ts';
import { methodName } from './decision-services.ts';
import { nothingToServe } from './services-by.ts';

export const PAPER_NAMES: Record<Service['of'], string> = {
  'prior-notice': '事先告知书',
  'hearing-right-notice': '听证告知书',
  'hearing-notice': '听证通知书',
  decision: '决定书',
  'correction-order': '责令改正通知书',
  other: '其他文书',
};

/** Papers whose failed service takes away a right to be heard. */
const RIGHTS_PAPERS: Service['of'][] = ['prior-notice', 'hearing-right-notice', 'hearing-notice'];
/** Each of these has a rule of its own. */
const OWN_RULE: Service['method'][] = ['retained', 'electronic', 'public-notice'];

/** C3-23 送达方式合法、有送达回证. */
export const servedLawfully = rule({
  id: 'C3-23',
  criterion: 3,
  question: '各文书的送达是否方式合法，有载明日期并由有权签收的人签名的送达回证？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    penaltyLaw(61, '当事人不在场的依民事诉讼法送达', { paragraph: 1 }),
    formerPenaltyLaw(40, '当事人不在场的依民事诉讼法送达'),
    ...civilProcedureLaw(87, '送达须有回证，写明日期并签名或盖章，签收日为送达日'),
    ...civilProcedureLaw(88, '直接送达本人，以及可以代为签收的人'),
    ...civilProcedureLaw(91, '直接送达有困难的可委托或邮寄，回执日为送达日'),
  ],
  reading:
    '当场决定书拒绝签收而已注明的，视为交付；留置、电子、公告送达分别见 C3-24、C3-26、C3-25；告知书、听证文书未依法送达的，后果按可撤销提示。',
  about: ({ file, profile }) => {
    const unserved = neverServed(file, profile);
    if (unserved) return unserved;
    const services = (file.services ?? []).map((service, index) => ({ service, path: `services.${index}` }));
    const judged = services.filter(({ service }) => !OWN_RULE.includes(service.method));
    if (judged.length > 0) return judged;
    if (services.length > 0) return notApplicable('送达均为留置、电子或者公告方式，另行审查。', ['services']);
    return nothingToServe(file)
      ? notApplicable('尚无需要送达的文书。')
      : unclear('案卷没有送达的记载。', ['送达回证']);
  },
  decide: (services, { file }) =>
    judgeEach(
      services,
      (entry) => (refusedOnTheSpot(entry.service, file) ? undefined : judge(entry, file.party.kind)),
      met(
        `${services.length}次送达均有回证，签收人有权签收。`,
        services.flatMap(({ service, path }) =>
          refusedOnTheSpot(service, file)
            ? [`${path}.method`, service.refusalNoted ? `${path}.refusalNoted` : 'decision.refusalNoted']
            : [`${path}.signed`, `${path}.signerRelation`, `${path}.servedOn`],
        ),
      ),
    ),
});

const OF_DECISION =
  /决定书?[^。；;\n]{0,40}(?:送达|签收|交付|寄出|交寄|收悉|收到)|(?:送达|签收|收到|领取|交付)[^。；;\n]{0,30}决定/;

/** A finished dossier without a word of how the decision came to the party. */
function neverServed(file: CaseFile, profile: Profile): Answer | undefined {
  if (file.services?.some(({ of }) => of === 'decision' || of === 'other')) return undefined;
  return file.procedure === 'ordinary' &&
    dossierLacks(file, profile, [], OF_DECISION, ['decision', 'correction-order'])
    ? notMet('决定书应当送达当事人，案卷已经成卷，没有决定书的送达回证，也没有送达的记载。', [
        'services',
        'decision.date',
        'decision.draft',
        'papers',
      ])
    : undefined;
}

/** Who may sign at direct service (民事诉讼法 88), by kind of party. */
function mayReceive(
  party: CaseFile['party']['kind'],
  relation: NonNullable<Service['signerRelation']>,
): boolean {
  if (relation === 'agent' || relation === 'named-recipient' || relation === 'party') return true;
  if (relation === 'adult-family') return party !== 'organisation';
  if (relation === 'other') return false;
  return party !== 'person';
}

function judge({ service, path }: { service: Service; path: string }, party: CaseFile['party']['kind']) {
  const name = `${PAPER_NAMES[service.of]}（${methodName(service.method)}）`;
  const paths = ['method', 'servedOn', 'signed', 'signerRelation'].map((key) => `${path}.${key}`);
  const rights = RIGHTS_PAPERS.includes(service.of) ? { consequence: 'annul' as const } : {};
  const fault = (reason: string): Answer => notMet(reason, paths, rights);
  const gap = (what: string): Answer => ({
    ...unclear(`${name}的${what}没有载明。`, [`${name}的${what}`], [path]),
    ...rights,
  });
  // Without its method nobody can say whose signature the service needs: it may have been left with a witness.
  if (service.signed === false && !service.method) return gap('送达方式');
  if (service.signed === false) return fault(`${name}的送达回证应有签收人签名，没有签名。`);
  // A letter taken by somebody who is nothing to the addressee has not reached him either.
  const handed =
    needsRelation(service) ||
    service.method === 'entrusted' ||
    (service.method === 'post' && service.signerRelation === 'other');
  if (service.signerRelation && handed && !mayReceive(party, service.signerRelation)) {
    return fault(`${name}由${service.signer ?? '他人'}签收，不是有权签收的人。`);
  }
  if (!service.method) return gap('送达方式');
  if (!service.servedOn) return gap('送达日期');
  if (service.signed === undefined) return gap('签收情况');
  if (needsRelation(service) && !service.signerRelation) return gap('签收人身份');
  return undefined;
}

const needsRelation = ({ method }: Service) => method === 'direct' || method === 'on-the-spot' || !method;
