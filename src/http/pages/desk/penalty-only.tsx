import { ACTIONS, type Action } from '../../../cases/case-file.ts';

/** Said where a case of another kind of act has nothing to show. */
export function PenaltyOnly({ action }: { action: Action }) {
  return (
    <p class="note">
      这是{ACTIONS[action]}案件。裁量、类案、起草处罚决定书、送审和签署只用于行政处罚案件；
      本案可以预审、查看材料、补充事实，文书请在本系统之外制作。
    </p>
  );
}
