import { describe, expect, it } from 'vitest';
import { toldInDecision } from '../../../src/dossiers/readers/told-in-decision.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const notice = paperOf('prior-notice', '行政处罚告知书', 'p2');
const read = (text: string) => factsOf(toldInDecision, paperOf('decision', text), notice);

describe('决定书叙述的经过', () => {
  it('立案、告知、申辩', () => {
    expect(
      read(
        '本局于2025年4月8日立案调查。\n本局于2025年5月12日向当事人送达了《行政处罚告知书》（示罚告〔2025〕46号）。当事人于2025年5月14日提出书面申辩，请求减轻处罚。',
      ),
    ).toEqual({
      'filing.approvedOn': '2025-04-08',
      'priorNotices[p2].servedOn': '2025-05-12',
      'defence.submitted': true,
      'defence.submittedOn': '2025-05-14',
    });
  });

  it('未申辩、未要求听证', () => {
    expect(
      read(
        '经局领导批准，我局于同年3月2日立案。2025年4月1日，本局送达罚告〔2025〕3号告知书，当事人在规定期限内未提出陈述、申辩，也未要求举行听证。',
      ),
    ).toEqual({
      'priorNotices[p2].servedOn': '2025-04-01',
      'defence.submitted': false,
      'hearing.requested': false,
    });
  });

  it('当场告知后表示没有意见', () => {
    for (const words of [
      '本局已当场告知你店拟处罚的内容和陈述、申辩的权利，你店表示无异议。',
      '经告知并听取陈述申辩（当事人表示没有意见），当场处罚如下：',
    ])
      expect(read(words)['defence.submitted']).toBe(false);
  });

  it('听证', () => {
    expect(read('当事人2024-03-13申请听证，我局于2024-03-29公开听证。')).toMatchObject({
      'hearing.requestedOn': '2024-03-13',
      'hearing.heldOn': '2024-03-29',
      'hearing.open': true,
    });
  });

  it('通知了而没有举行的听证，权利告知里的申辩，都不算', () => {
    expect(
      read(
        '本机关于2025年5月1日告知你单位有权陈述、申辩。你单位于5月4日要求听证，本机关通知于5月12日举行听证，你单位无正当理由未出席，听证终止。',
      ),
    ).toEqual({ 'hearing.requested': true, 'hearing.requestedOn': '2025-05-04' });
  });

  it.each([
    '因直接送达未果，本局于2025年6月3日在市政府网站公告送达《行政处罚告知书》，自公告之日起满三十日即2025年7月3日视为送达。',
    '2025年6月3日，本局以公告方式送达《行政处罚告知书》，公告期于2025年7月3日届满。',
    '本局于2025年6月30日向当事人邮寄送达《行政处罚告知书》，当事人2025年7月3日签收。',
    '2025年6月30日以特快专递送达《行政处罚告知书》（示罚告〔2025〕9号），2025年7月3日妥投。',
  ])('寄出、登出之日不是送达之日：%s', (text) => {
    expect(read(text)['priorNotices[p2].servedOn']).toBe('2025-07-03');
  });

  it.each([
    '本局于2025年6月3日公告送达《行政处罚告知书》，当事人没有陈述、申辩。',
    '本局于2025年6月3日邮寄送达《行政处罚告知书》。当事人2025年7月9日签收整改通知。',
  ])('只写寄出、登出之日的，送达之日不知道：%s', (text) => {
    expect(read(text)['priorNotices[p2].servedOn']).toBeUndefined();
  });

  it.each(['直接', '留置'])('%s送达之日就是那一日', (how) => {
    expect(
      read(`本局于2025年6月3日${how}送达《行政处罚告知书》，当事人未申辩。`)['priorNotices[p2].servedOn'],
    ).toBe('2025-06-03');
  });
});
