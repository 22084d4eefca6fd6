import { createHash } from 'node:crypto';
import { canonicalJson } from '../law/canonical-json.ts';
import type { SignedPackage } from './package-shape.ts';

type Parts = Pick<SignedPackage, 'caseFile' | 'findings' | 'verdicts' | 'opinion'> & {
  document: Pick<SignedPackage['document'], 'text'>;
};

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The five digests of a package, all SHA-256 in hex: of the bytes of the document, and of the canonical JSON of the rest. */
export function packageDigests(parts: Parts, docx: Uint8Array): SignedPackage['digests'] {
  return {
    document: sha256(docx),
    text: sha256(parts.document.text),
    caseFile: sha256(canonicalJson(parts.caseFile)),
    findings: sha256(canonicalJson({ findings: parts.findings, verdicts: parts.verdicts })),
    opinion: sha256(canonicalJson(parts.opinion)),
  };
}
