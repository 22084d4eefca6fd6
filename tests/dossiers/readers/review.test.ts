import { describe, expect, it } from 'vitest';
import { decisionApproval } from '../../../src/dossiers/readers/decision-approval.ts';
import { discussion } from '../../../src/dossiers/readers/discussion.ts';
import { review } from '../../../src/dossiers/readers/review.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const opinion = (text: string) => factsOf(review, paperOf('review-opinion', text));

describe('法制审核', () => {
  it('栏目写法', () => {
    expect(
      opinion('法制审核意见书\n送审日期：2025年5月19日\n审核意见：同意。\n审核人：汤以宁\n2025年5月21日'),
    ).toEqual({
      'review.submittedOn': '2025-05-19',
      'review.reviewer.name': '汤以宁',
      'review.signed': true,
      'review.signedOn': '2025-05-21',
      'review.conclusion': 'agree',
    });
  });

  it.each<[string, string]>([
    ['审核意见：同意，建议在决定书中补充说明从轻处罚的理由。', 'agree-with-advice'],
    ['审核结论：同意，建议提请集体讨论。', 'agree'],
    ['审核意见：☑同意　□不同意', 'agree'],
    ['审核结果：通过', 'agree'],
    ['经审核，程序合法，无不同意见，建议提交集体讨论。', 'agree'],
    ['审核意见：同意，但决定书应补充说明裁量理由。', 'agree-with-advice'],
    ['经审核，处罚幅度偏高，建议将罚款调整为3000元。', 'correct'],
    ['审核结论：不同意。', 'disagree'],
    ['审核结论：主要证据不足，退回承办机构补充调查。', 'return'],
    ['审核意见：适用依据有误，建议改正后重新送审。', 'correct'],
    ['审核意见：存在以下问题：未告知听证权利。', 'problems'],
    ['审核结论：当事人涉嫌犯罪，建议移送公安机关。', 'refer-to-police'],
    ['审核结论：本机关没有管辖权，建议移送有管辖权的机关。', 'transfer'],
    ['经审核，事实清楚，程序合法，同意承办机构的处罚建议，请提交集体讨论。', 'agree'],
  ])('%s', (words, conclusion) => {
    expect(opinion(`法制审核意见书\n${words}\n政策法规科 席宏宇\n2025年5月28日`)).toMatchObject({
      'review.conclusion': conclusion,
      'review.reviewer.name': '席宏宇',
      'review.signedOn': '2025-05-28',
    });
  });

  it.each([
    '你大队2025年5月28日提交的某案材料收悉。',
    '2025年5月28日收到你科提请审核的某案。',
    '报审日期：2025年5月28日',
  ])('送审之日：%s', (words) => {
    expect(opinion(`法制审核意见书\n${words}\n审核意见：同意。\n审核人：席示\n2025年5月30日`)).toMatchObject({
      'review.submittedOn': '2025-05-28',
      'review.signedOn': '2025-05-30',
    });
  });

  it('送审表', () => {
    expect(
      factsOf(
        review,
        paperOf(
          'review-submission',
          '法制审核送审表\n材    料\t调查终结报告、证据材料1册、裁量说明\n送审时间\t2024.10.16\t接收人\t居一鸣',
        ),
      ),
    ).toEqual({
      'review.submittedOn': '2024-10-16',
      'review.materials[调查终结报告]': '调查终结报告',
      'review.materials[证据材料1册]': '证据材料1册',
      'review.materials[裁量说明]': '裁量说明',
    });
  });

  it('意见里提到的执法人员不是审核人', () => {
    const facts = opinion(
      '法制审核意见\n执法人员厉春晓、戈远航具备资格；程序合法，事实清楚，证据充分，裁量适当。\n审核结论　同意\n法制审核人员 向晴（签字）\n2024年6月7日',
    );
    expect(facts['review.reviewer.name']).toBe('向晴');
  });
});

describe('集体讨论', () => {
  it('笔录', () => {
    expect(
      factsOf(
        discussion,
        paperOf(
          'discussion-minutes',
          '集体讨论笔录\n时    间：2024年10月30日15时\n主 持 人：盛启明（局长）\n参加人员：卜广田（副局长）、从小玲（副局长）\n列席人员：居一鸣（法制）\n记 录 人：计文婷\n卜广田：同意。\n结论：一致同意承办机构意见。\n参加人签名：盛启明　卜广田　从小玲',
        ),
      ),
    ).toEqual({
      'discussion.heldOn': '2024-10-30',
      'discussion.attendees[盛启明]': '盛启明',
      'discussion.attendees[卜广田]': '卜广田',
      'discussion.attendees[从小玲]': '从小玲',
      'discussion.opinions': true,
      'discussion.conclusion': '一致同意承办机构意见。',
    });
  });

  it('空格分栏的纪要', () => {
    expect(
      factsOf(
        discussion,
        paperOf(
          'discussion-minutes',
          '案件审理委员会会议纪要\n时间　2024年6月12日上午\n主持　虞国平局长\n出席　虞国平、狄明远、温瑞\n列席　贺知秋、向晴\n狄明远：同意。\n会议决定：对示例公司处罚款人民币10万元。\n出席人员签字：虞国平 狄明远 温瑞',
        ),
      ),
    ).toMatchObject({
      'discussion.heldOn': '2024-06-12',
      'discussion.attendees[温瑞]': '温瑞',
      'discussion.conclusion': '对示例公司处罚款人民币10万元。',
    });
  });

  it.each([
    '集体审议记录\n日期：2024年7月2日上午　地点：局务会议室\n主持：乐示（局长）\n出席：乐示、申示',
    '会议纪要\n2024年7月2日下午，局长乐示主持召开案件审理委员会会议，集体讨论某案。\n参加：乐示、申示\n2024年7月5日',
  ])('讨论之日：%s', (text) => {
    expect(factsOf(discussion, paperOf('discussion-minutes', text))).toMatchObject({
      'discussion.heldOn': '2024-07-02',
      'discussion.attendees[申示]': '申示',
    });
  });
});

describe('处罚决定审批', () => {
  it('负责人最后签', () => {
    expect(
      factsOf(
        decisionApproval,
        paperOf(
          'decision-approval',
          '行政处罚决定审批表\n办案机构意见\t同意按建议处罚。左思敏 2025年5月22日\n机关负责人意见\t同意。莫怀远 2025年5月23日',
        ),
      ),
    ).toEqual({
      'approval.approver': '莫怀远',
      'approval.approverRole': 'head',
      'approval.approvedOn': '2025-05-23',
    });
  });

  it('同日是前一个签字之日', () => {
    expect(
      factsOf(
        decisionApproval,
        paperOf(
          'decision-approval',
          '呈批表\n审核意见\t同意。游建华 2025年6月3日\n审批意见\t经5月30日集体讨论，同意。纪成林 同日',
        ),
      ),
    ).toMatchObject({ 'approval.approvedOn': '2025-06-03', 'approval.approver': '纪成林' });
  });

  it('没有批准的不算', () => {
    expect(
      factsOf(
        decisionApproval,
        paperOf('decision-approval', '审批表\n机关负责人意见\t不同意，补充调查。莫怀远 2025年5月23日'),
      ),
    ).toEqual({});
  });

  it.each([
    '审核人：苏示（2016年9月1日取得法律职业资格）　2025年5月21日',
    '审核人：苏示（法律职业资格证书编号示例001，2016年9月1日颁发）\n2025年5月21日',
    '审核人：苏示，2016年9月1日取得法律职业资格证书\n2025年5月21日',
  ])('取得资格的日期不是签署的日期：%s', (words) => {
    expect(opinion(`法制审核意见书\n审核意见：同意。\n${words}`)).toMatchObject({
      'review.signedOn': '2025-05-21',
    });
  });
});
