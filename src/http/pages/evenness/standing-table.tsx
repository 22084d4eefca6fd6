import type { Standing } from '../../../discretion/evenness/stand-among.ts';
import { measured } from './measure-words.ts';

const FENCES = { '-1': '比类案低得多', '0': '没有明显不同', '1': '比类案高得多' } as const;

/** Where the fine stands among like cases, choice by choice. It informs and never blocks. */
export function StandingTable({
  standings,
  share,
  times,
}: {
  standings: readonly Standing[];
  share?: number | undefined;
  times?: number | undefined;
}) {
  if (standings.length === 0) return null;
  return (
    <section class="card stack-small" id="standing">
      <h3>在类案中的位置</h3>
      <p class="small">
        {share === undefined
          ? '本案罚款的位置尚不能确定。'
          : `本案罚款在法定幅度的 ${measured(share, 'share')} 处`}
        {share !== undefined &&
          (times === undefined ? '。' : `，为法定最低罚款的 ${measured(times, 'times')}。`)}
        类案只供参考，不妨碍案件继续办理。
      </p>
      <section class="table-wrap" tabindex={0} aria-label="类案中的位置">
        <table class="stacked">
          <caption class="visually-hidden">类案中的位置</caption>
          <thead>
            <tr>
              <th scope="col">类案范围</th>
              <th scope="col" class="num">
                件数
              </th>
              <th scope="col" class="num">
                中位数
              </th>
              <th scope="col" class="num">
                四分位
              </th>
              <th scope="col" class="num">
                倍数中位数
              </th>
              <th scope="col">本案</th>
            </tr>
          </thead>
          <tbody>
            {standings.map((one) => (
              <tr>
                <td>{one.name}</td>
                <td class="num" data-head="件数">
                  {one.count}
                </td>
                <td class="num" data-head="中位数">
                  {measured(one.share.median, 'share')}
                </td>
                <td class="num" data-head="四分位">
                  {measured(one.share.lower, 'share')}–{measured(one.share.upper, 'share')}
                </td>
                <td class="num" data-head="倍数中位数">
                  {one.times ? measured(one.times.median, 'times') : '—'}
                </td>
                <td class="small" data-head="本案">
                  {placeWords(one)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function placeWords({ rank, fence, enough }: Standing): string {
  if (!rank) return '—';
  const { lower, equal, higher } = rank;
  const words = `低于本案 ${lower} 件${equal > 0 ? `，相同 ${equal} 件` : ''}，高于本案 ${higher} 件`;
  if (!enough || fence === undefined) return `${words}；件数不足，不作比较`;
  return `${words}；${FENCES[`${fence}`]}${fence === 0 ? '' : '，请核对与类案的差异'}`;
}
