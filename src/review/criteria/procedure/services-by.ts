import type { CaseFile, Service } from '../../../cases/case-file.ts';
import { type Answer, notApplicable, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';

const NAMES = { retained: '留置送达', 'public-notice': '公告送达', electronic: '电子送达' };

export interface PlacedService {
  service: Service;
  path: string;
}

/** The services by one method; not applicable when every service is known and none used it. */
export function servicesBy(file: CaseFile, method: keyof typeof NAMES): PlacedService[] | Answer {
  const services = (file.services ?? []).map((service, index) => ({ service, path: `services.${index}` }));
  const found = services.filter(({ service }) => service.method === method);
  if (found.length > 0) return found;
  // Whoever signed for a paper took it by hand: it was neither left behind, nor announced, nor sent to a mailbox.
  const open = services.filter(({ service }) => service.method === undefined && service.signed !== true);
  if (open.length > 0) {
    return unclear(
      `有${open.length}次送达没有载明方式，是否${NAMES[method]}不明。`,
      ['送达方式'],
      open.map(({ path }) => path),
    );
  }
  if (file.services) return notApplicable(`没有采用${NAMES[method]}。`, ['services']);
  return nothingToServe(file)
    ? notApplicable('尚无需要送达的文书。')
    : unclear(`案卷没有送达的记载，是否${NAMES[method]}不明。`, ['送达方式']);
}

/** No notice so far, and no decision that goes to the party: none yet, a draft, or a case dropped or referred. */
export function nothingToServe(file: CaseFile): boolean {
  const result = file.decision?.result;
  const inside = result === 'dropped' || result === 'referred';
  return !file.priorNotices?.length && (inside || beforeDecision(file));
}
