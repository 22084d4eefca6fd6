import type { Reader } from './reader.ts';
import { proofOfService } from './readers/proof-of-service.ts';

/** Every reader by rules. The order is of no account: which paper prevails is settled in `settle-facts.ts`. */
export const READERS: readonly Reader[] = [proofOfService];
