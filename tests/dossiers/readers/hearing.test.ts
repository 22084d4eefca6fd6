import { describe, expect, it } from 'vitest';
import { hearingNotice } from '../../../src/dossiers/readers/hearing-notice.ts';
import { hearingRecord } from '../../../src/dossiers/readers/hearing-record.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('听证', () => {
  it('申请书', () => {
    expect(
      factsOf(
        hearingNotice,
        paperOf(
          'hearing-request',
          '听证申请书\n我公司于5月7日收到告知书，现申请举行听证。\n示例公司（盖章）\n二〇二四年五月十日',
        ),
      ),
    ).toEqual({ 'hearing.requested': true, 'hearing.requestedOn': '2024-05-10' });
  });

  it('放弃听证', () => {
    expect(
      factsOf(
        hearingNotice,
        paperOf('hearing-request', '声明\n我单位放弃要求听证的权利。\n示例公司\n2024年5月10日'),
      ),
    ).toEqual({ 'hearing.requested': false, 'hearing.held': false, 'hearing.waivedOn': '2024-05-10' });
  });

  it('通知书预告的日子不是举行的日子', () => {
    expect(
      factsOf(
        hearingNotice,
        paperOf(
          'hearing-notice',
          '听证通知书\n根据你单位二〇二五年四月二十一日的申请，定于二〇二五年五月十二日14时30分在示例局三楼公开举行听证，由尚文渊担任主持人，和璧担任记录员。',
        ),
      ),
    ).toEqual({
      'hearing.requested': true,
      'hearing.requestedOn': '2025-04-21',
      'hearing.presiding.name': '尚文渊',
      'hearing.clerk': '和璧',
      'hearing.open': true,
    });
  });

  it('因商业秘密不公开', () => {
    expect(
      factsOf(
        hearingNotice,
        paperOf(
          'hearing-notice',
          '听证通知书\n因涉及商业秘密，本次听证不公开举行。\n听证主持人：贺知秋（法规科科长）\n记录员：乔雁',
        ),
      ),
    ).toEqual({
      'hearing.presiding.name': '贺知秋',
      'hearing.clerk': '乔雁',
      'hearing.open': false,
      'hearing.closedReason': 'trade-secret',
    });
  });

  it('听证笔录：一栏一行，问答中的“主持人：”不是姓名', () => {
    expect(
      factsOf(
        hearingRecord,
        paperOf(
          'hearing-record',
          [
            '听证笔录',
            '时间：2024年5月28日9时00分至11时20分　地点：示例局',
            '听证方式：公开',
            '主持人：贺知秋　听证员：葛青　记录人：乔雁',
            '委托代理人：邬律行（律师，已提交授权委托书）',
            '主持人：现在核对身份。',
            '邬律行：请求减轻。',
            '主持人：听证结束。请参加人核对笔录。',
            '（以上笔录经核对无误）',
            '当事人：耿柏舟　代理人：邬律行　2024年5月28日',
            '主持人：贺知秋　记录人：乔雁　2024年5月28日',
          ].join('\n'),
        ),
      ),
    ).toEqual({
      'hearing.held': true,
      'hearing.heldOn': '2024-05-28',
      'hearing.open': true,
      'hearing.presiding.name': '贺知秋',
      'hearing.clerk': '乔雁',
      'hearing.agents[邬律行].name': '邬律行',
      'hearing.agents[邬律行].powerOfAttorney': true,
      'hearing.endedBy': 'completed',
      'hearing.record.checkedByParty': true,
      'hearing.record.signedByParty': true,
      'hearing.record.signedOn': '2024-05-28',
    });
  });

  it('当事人缺席，听证终止', () => {
    expect(
      factsOf(
        hearingRecord,
        paperOf(
          'hearing-record',
          '听证笔录\n时间：2025年5月12日14时30分　方式：公开\n主持人：尚文渊　记录员：和璧\n当事人：未到场\n15时，当事人仍未到场。\n主持人：当事人无正当理由拒不出席，现宣布终止听证。',
        ),
      ),
    ).toEqual({
      'hearing.open': true,
      'hearing.presiding.name': '尚文渊',
      'hearing.clerk': '和璧',
      'hearing.endedBy': 'absence',
      'hearing.absence.recorded': true,
      'hearing.absence.goodReason': false,
      'hearing.absence.endRecorded': true,
    });
  });

  const record = (...lines: string[]) =>
    factsOf(
      hearingRecord,
      paperOf(
        'hearing-record',
        ['听证笔录', '时间：2025年4月1日9时至10时', '主持人：昭阳　记录人：温示', ...lines].join('\n'),
      ),
    );

  it('最后陈述之后签名：只写名字的也是签名', () => {
    expect(
      record(
        '当事人：示例公司　法定代表人应示到场',
        '主持人：无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
        '当事人最后陈述：请求从轻。',
        '应示　2025年4月1日',
        '昭阳　温示　2025年4月1日',
      ),
    ).toMatchObject({
      'hearing.presiding.name': '昭阳',
      'hearing.endedBy': 'completed',
      'hearing.record.signedByParty': true,
      'hearing.record.signedOn': '2025-04-01',
    });
  });

  it('写在“核对无误”后面的名字是签名', () => {
    expect(
      record(
        '委托代理人经示到会。问最后意见。经示：请求从轻处理。',
        '笔录经核对无误。经示　2025年4月1日',
        '主持人：昭阳　记录人：温示',
      ),
    ).toMatchObject({ 'hearing.record.signedByParty': true, 'hearing.record.signedOn': '2025-04-01' });
  });

  it('未经许可退场，拒绝签名', () => {
    expect(
      record(
        '委托代理人：经示（已提交授权委托书）',
        '代理人称主持人不中立，未经许可退场，主持人宣布听证终止。代理人拒绝签名。',
        '主持人：昭阳　记录人：温示　2025年4月1日',
      ),
    ).toMatchObject({
      'hearing.endedBy': 'left',
      'hearing.absence.endRecorded': true,
      'hearing.record.refusalNoted': true,
      'hearing.record.signedByParty': false,
      'hearing.record.signedOn': '2025-04-01',
    });
  });
});
