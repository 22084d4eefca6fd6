import type { Benchmark } from '../../../corpus/benchmark.ts';
import { citationText } from '../../../law/citation.ts';
import { CitationNote } from '../citation-note.tsx';
import { withoutGaps } from './without-gaps.ts';

/** 轻微不罚清单: an entry whose conditions all hold leads to no penalty. */
export function NoPenaltyList({ entries }: { entries: Benchmark['noPenalty'] }) {
  if (entries.length === 0) return null;
  return (
    <section class="table-wrap" tabindex={0} aria-label="轻微不罚清单">
      <table class="stacked">
        <caption>轻微不罚清单（各项情形须同时具备）</caption>
        <thead>
          <tr>
            <th scope="col">违法行为</th>
            <th scope="col">情形</th>
            <th scope="col">违反的条款</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td>{entry.violation}</td>
              <td>{entry.conditions}</td>
              <td>
                {entry.breached.map((place) => (
                  <CitationNote citation={withoutGaps(place)} label={citationText(withoutGaps(place))} />
                ))}
              </td>
              <td class="small soft">{entry.figures}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
