import type { Reader } from './reader.ts';
import { closure } from './readers/closure.ts';
import { party } from './readers/party.ts';
import { priorNotice } from './readers/prior-notice.ts';
import { proofOfService } from './readers/proof-of-service.ts';
import { receiptAtFoot } from './readers/receipt-at-foot.ts';

/** Every reader by rules. The order is of no account: which paper prevails is settled in `settle-facts.ts`. */
export const READERS: readonly Reader[] = [party, proofOfService, receiptAtFoot, priorNotice, closure];
