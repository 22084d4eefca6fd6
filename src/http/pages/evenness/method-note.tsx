import { LEAST_SHOWN } from '../../../discretion/evenness/group-cases.ts';
import { LEAST_JUDGED } from '../../../discretion/evenness/judge-groups.ts';
import type { Measure } from '../../../discretion/evenness/placed-case.ts';

/** What the plots can tell and what they cannot, and by which method a group is marked. */
export function MethodNote({ measure }: { measure: Measure }) {
  return (
    <details class="card" open>
      <summary>
        <strong>这些图能说明什么，不能说明什么</strong>
      </summary>
      <ul class="bullets small">
        <li>
          {measure === 'share'
            ? '位置 =（罚款 − 法定下限）÷（法定上限 − 法定下限），按行为日的罚则计算；没有下限的从零算起。0% 是下限，100% 是上限，低于 0% 是减轻处罚。'
            : '倍数 = 罚款 ÷ 法定最低罚款，按行为日的罚则计算；法定罚款没有下限的案件不在图中。'}
          这样，不同法律、不同版本的案件可以放在一起看；依据已经失效或者修改的，表中标“旧法”。
        </li>
        <li>
          色带是中间一半案件所在的范围，竖线（横线）是中位数（四分位按 Hyndman 和 Fan 1996 年的第 7 种方法）。
          不足 {LEAST_SHOWN} 件的组只画出各件，不作任何评价。
        </li>
        <li>
          “◆
          值得看一看”按下面的方法标出：把这一组与其余案件的中位数之差，同随机重新分组几百至几千次所得的差相比（置换检验，Fisher
          1935；p 值的算法见 Phipson 和 Smyth 2010）；一张图里比较了多组的，用 Holm（1979）的方法校正；校正后
          p 小于 0.05 的才标。两边各不少于 {LEAST_JUDGED} 件才比较。
        </li>
        <li>
          差别可能来自案情：情节、货值、当事人的类型在各组之间本来就可能不同，图没有扣除这些因素。标记只说明偶然很少造成这样大的差别，
          不说明原因，更不说明谁办错了案；没有标记也不说明处罚都适当。要知道原因，请打开案件看理由。
        </li>
      </ul>
    </details>
  );
}
