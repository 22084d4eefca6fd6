import * as z from 'zod';

/** The signed package (签署包), format `mingcai-package/1`: one file of canonical JSON. */
export const FORMAT = 'mingcai-package/1';
/** Put before the signed bytes, so that a signature for this purpose can serve no other. */
export const SIGNATURE_CONTEXT = 'mingcai-signature/1\n';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const anything = z.unknown().refine((value) => value !== undefined);

const digests = z.strictObject({
  document: digest,
  text: digest,
  caseFile: digest,
  findings: digest,
  opinion: digest,
});

const round = z.strictObject({
  id: z.string(),
  version: z.int(),
  digest,
  caseRevision: z.int(),
  screeningId: z.string(),
  submittedBy: z.string(),
  submittedAt: moment,
  reviewer: z.string().optional(),
  reviewerName: z.string().optional(),
  conclusion: z.string().optional(),
  reasons: z.string().optional(),
  opinionAt: moment.optional(),
  withdrawnAt: moment.optional(),
});

export const packageSchema = z.strictObject({
  format: z.literal(FORMAT),
  document: z.strictObject({
    form: z.string(),
    title: z.string(),
    fileName: z.string(),
    docxBase64: z.string(),
    sha256: digest,
    text: z.string(),
  }),
  caseFile: anything,
  findings: anything,
  verdicts: z.array(anything),
  opinion: z.strictObject({ rounds: z.array(round) }),
  digests,
  statement: z.strictObject({
    document: z.strictObject({
      id: z.string(),
      version: z.int(),
      form: z.string(),
      title: z.string(),
      fileName: z.string(),
    }),
    case: z.strictObject({ id: z.string(), revision: z.int(), handlers: z.array(z.string()) }),
    digests,
    review: z.strictObject({
      /** A major decision, or one of which nobody has settled whether it is. */
      required: z.boolean(),
      round: z.string().optional(),
      reviewer: z.string().optional(),
    }),
    signer: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
    signedAt: moment,
    rulesVersion: z.string(),
    appVersion: z.string(),
  }),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    publicKey: z.string(),
    keyFingerprint: digest,
    value: z.string(),
  }),
});

export type SignedPackage = z.infer<typeof packageSchema>;
export type PackageRound = z.infer<typeof round>;
export type PackageContent = Omit<SignedPackage, 'signature'>;
