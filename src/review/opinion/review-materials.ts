import type { AnyCaseFile, CaseFile } from '../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../cases/paper-kinds.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { Truth } from '../../law/condition.ts';

/** One of the 送审材料 that the place asks for, with the papers (ids) of the file that are it. */
export interface ReviewMaterial {
  name: string;
  /** `undefined`: the file's papers were not entered, or only a person can tell. */
  present: boolean | undefined;
  papers: string[];
}

type Material = NonNullable<NonNullable<Profile['review']>['materials']>[number];
type When = Exclude<Extract<Material, object>['when'], undefined>;

/**
 * The profile's list against the file; what a case without a hearing, a defence or an expert does not need is left out.
 * `undefined` where the profile has no list: then nobody can call the materials complete.
 */
export function reviewMaterials(file: AnyCaseFile, profile: Profile): ReviewMaterial[] | undefined {
  // What the submission lists was handed in, whether or not its papers were entered.
  const listed = file.review?.materials ?? [];
  const handed = (name: string, kinds: string[] = []) =>
    [name, ...kinds, ...kinds.map((kind) => PAPER_KINDS[kind as PaperKind])].some((one) =>
      listed.includes(one),
    );
  return profile.review?.materials?.flatMap((material): ReviewMaterial[] => {
    const { name, kinds, when } = plain(material);
    const papers = (file.papers ?? []).filter((paper) =>
      kinds ? kinds.includes(paper.kind) : paper.title.includes(name),
    );
    const found = { name, papers: papers.map(({ id }) => id) };
    if (papers.length > 0 || handed(name, kinds)) return [{ ...found, present: true }];
    const needed = when ? neededIn(file, when) : true;
    if (needed === false) return [];
    if (needed === undefined || !file.papers) return [{ ...found, present: undefined }];
    // A material known by its name alone may be there under another title.
    return [{ ...found, present: kinds ? false : undefined }];
  });
}

function plain(material: Material): { name: string; kinds?: string[] | undefined; when?: When | undefined } {
  if (typeof material !== 'string') return material;
  const name = PAPER_KINDS[material as PaperKind];
  return name ? { name, kinds: [material] } : { name: material };
}

function neededIn(file: AnyCaseFile, when: When): Truth {
  if (when === 'discussion-held') return happened(file.discussion?.heldOn, undefined);
  // The papers of hearing, defence and expertise are those of a penalty case.
  if (file.action !== 'penalty') return undefined;
  return { 'hearing-held': hearing, 'defence-submitted': defence, 'expert-opinion': expertise }[when](file);
}

function hearing({ hearing: held }: CaseFile): Truth {
  if (held?.held !== undefined) return held.held;
  return happened(
    held?.heldOn,
    held?.requested === false || held?.waivedOn !== undefined ? false : undefined,
  );
}

function defence({ defence: given }: CaseFile): Truth {
  return happened(given?.submittedOn, given?.submitted ?? (given?.waivedOn ? false : undefined));
}

function expertise({ timeLimit, evidence }: CaseFile): Truth {
  if (timeLimit?.excluded?.some(({ kind }) => kind === 'expertise' || kind === 'test')) return true;
  if (!evidence) return undefined;
  return evidence.some(({ kind }) => kind === 'expert');
}

function happened(on: string | undefined, otherwise: Truth): Truth {
  return on ? true : otherwise;
}
