import type { CriminalThreshold, ThresholdLine, ThresholdPart } from '../../corpus/criminal-threshold.ts';
import type { Profile } from '../../corpus/profile.ts';
import { validOn } from '../../corpus/valid-on.ts';
import type { Day } from '../../law/dates.ts';

/** Who the lines are for: 个体工商户 are judged as natural persons. */
export type Subject = 'person' | 'unit';

/**
 * The lines of an offence for this day, subject and place, aggravated ones left out: the local figure where the
 * profile gives it (otherwise the lower end of the range), and a line for every lower share (标准一半 and the like).
 */
export function linesOfOffence(
  offence: CriminalThreshold,
  { on, subject, profile }: { on: Day; subject: Subject; profile: Profile },
): ThresholdLine[] {
  const lines = offence.lines
    .filter((line) => !line.tier && validOn(line, on) && (!line.subject || line.subject === subject))
    .map((line) => ({ ...line, all: line.all.map((part) => inPlace(part, on, profile)) }));
  return [
    ...lines,
    ...offence.shares.flatMap(({ share, all, text }) =>
      lines.filter(isPlainFigure).map(
        (line): ThresholdLine => ({
          ...line,
          text: `${text}：${line.text}`,
          all: [...line.all.map((part) => shared(part, share)), ...all],
        }),
      ),
    ),
  ];
}

/** The lines above the entry line: they show urgency only. */
export function aggravatedLines(offence: CriminalThreshold, on: Day, subject: Subject): ThresholdLine[] {
  return offence.lines.filter(
    (line) => line.tier && validOn(line, on) && (!line.subject || line.subject === subject),
  );
}

function inPlace(part: ThresholdPart, on: Day, profile: Profile): ThresholdPart {
  if (part.op === 'is' || !part.local) return part;
  const { key } = part.local;
  const own = profile.localCriminalLines.find((line) => line.key === key && validOn(line, on));
  return own ? { ...part, value: own.value } : part;
}

/** A line in figures alone that is not itself a count of earlier penalties. */
function isPlainFigure({ all }: ThresholdLine): boolean {
  return all.every((part) => part.op === '>=' && part.unit !== '次');
}

function shared(part: ThresholdPart, share: number): ThresholdPart {
  return part.op === 'is' ? part : { ...part, value: Number((part.value * share).toFixed(6)) };
}
