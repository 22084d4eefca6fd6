import { chineseDay, type Day } from '../../../law/dates.ts';
import { LICENCE_WORKING_DAYS, licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import {
  type ActContext,
  type Answer,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

const REQUEST = 5;
const ORGANISE = 20;
const NOTICE = 7;
const HEARING = 'licence.licenceHearing';

/** XK-06 许可听证. */
export const hearingSteps = licenceRule({
  id: 'XK-06',
  criterion: 3,
  question: '应当听证的许可，是否告知权利、二十个工作日内组织、七个工作日前通知，并由他人主持、笔录签名？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(46, '规定或者机关认为应听证的，向社会公告并举行听证'),
    licenceLaw(47, '直接涉及重大利益关系的告知听证权利，五日内申请的二十日内组织', {
      paragraph: 1,
      states: ['五日内', '二十日内'],
    }),
    licenceLaw(47, '申请人、利害关系人不承担听证费用', { paragraph: 2 }),
    licenceLaw(48, '举行七日前通知时间、地点', { paragraph: 1, item: 1, states: ['七日前'] }),
    licenceLaw(48, '主持人为审查该申请以外的人员', { paragraph: 1, item: 3 }),
    licenceLaw(48, '制作笔录，由参加人签名', { paragraph: 1, item: 5 }),
    LICENCE_WORKING_DAYS,
  ],
  reading:
    '各期限均按工作日计算，起算当日不计；当事人逾期申请而机关仍举行的，不问二十个工作日；通知日与听证日之间数满七个工作日即可。',
  judge: (licence, context) => {
    const { thirdPartiesTouched: touched, hearingByNorm } = licence;
    const paths = ['licence.thirdPartiesTouched', 'licence.hearingByNorm'];
    if (touched === false && hearingByNorm === false) {
      return notApplicable('许可不直接关系他人重大利益，也没有规定应当听证。', paths);
    }
    const missing = [
      ...(touched === undefined ? ['是否直接关系他人重大利益'] : []),
      ...(hearingByNorm === undefined ? ['是否规定或者认为应当听证'] : []),
    ];
    return [
      ...(missing.length > 0 ? [unclear(`${missing.join('、')}没有载明。`, missing, paths)] : []),
      ...(hearingByNorm ? byNorm(licence, context) : []),
      ...(touched ? onRequest(licence, context) : []),
      ...(hearingByNorm || touched ? heldProperly(licence) : []),
    ];
  },
});

/** 行政许可法 46: the agency announces and holds it of its own accord. */
function byNorm(licence: Licence, { today }: ActContext): Answer[] {
  const { heldOn } = licence.licenceHearing ?? {};
  if (!heldOn) return [notHeld(licence, undefined, today)];
  return [announcedBefore(licence, heldOn)];
}

function announcedBefore({ licenceHearing = {} }: Licence, heldOn: Day): Answer {
  const { announced, announcedOn } = licenceHearing;
  const paths = [
    'licence.hearingByNorm',
    `${HEARING}.announced`,
    `${HEARING}.announcedOn`,
    `${HEARING}.heldOn`,
  ];
  if (announced === false) return notMet('应当听证的许可没有向社会公告。', paths);
  if (!announcedOn) return unclear('听证何时向社会公告没有载明。', ['听证的公告日期'], paths);
  return announcedOn <= heldOn
    ? met('听证前已向社会公告。', paths)
    : notMet(`听证于${chineseDay(heldOn)}举行，${chineseDay(announcedOn)}才公告。`, paths);
}

/** 行政许可法 47: those concerned are told and may ask for it. */
function onRequest(licence: Licence, context: ActContext): Answer[] {
  const asked = requestedInTime(licence);
  if (isAnswer(asked)) return [asked];
  const { heldOn } = licence.licenceHearing ?? {};
  if (heldOn) return asked.late ? [] : [organised(asked.requestedOn, heldOn)];
  // Where a hearing has to be held anyway, its absence is already told.
  return licence.hearingByNorm ? [] : [notHeld(licence, asked.requestedOn, context.today)];
}

/** The request, or what ends the matter: nobody told, nobody asked, or asked too late and none held. */
function requestedInTime(licence: Licence): { requestedOn: Day; late: boolean } | Answer {
  const { told, toldOn, requested, requestedOn, waivedOn, heldOn } = licence.licenceHearing ?? {};
  const paths = ['licence.thirdPartiesTouched', `${HEARING}.told`, `${HEARING}.toldOn`];
  const decidedOn = licence.licenceDecision?.date;
  if (told === false) {
    return decidedOn
      ? notMet('许可直接关系他人重大利益，没有告知听证权利。', paths)
      : notApplicable('尚未作出许可决定，决定前应告知听证权利。', paths);
  }
  if (!toldOn) return unclear('何时告知听证权利没有载明。', ['听证权利的告知日期'], paths);
  if (decidedOn && toldOn > decidedOn) {
    return notMet(`${chineseDay(decidedOn)}决定，${chineseDay(toldOn)}才告知听证权利。`, [
      ...paths,
      'licence.licenceDecision.date',
    ]);
  }
  const asked = [...paths, `${HEARING}.requested`, `${HEARING}.requestedOn`, `${HEARING}.waivedOn`];
  if (waivedOn) return notApplicable('已告知听证权利，当事人放弃听证。', asked);
  if (requested === false) return notRequested(toldOn, decidedOn, asked);
  if (!requested || !requestedOn) {
    const fact = requested ? '申请听证的日期' : '是否要求听证';
    return unclear(`${fact}没有载明。`, [fact], asked);
  }
  if (requestedOn < toldOn) return unclear('听证申请早于告知。', ['听证告知和申请的先后'], asked);
  const count = withinWorkingDays(toldOn, REQUEST, requestedOn, asked);
  if (isAnswer(count)) return count;
  if (count.within || heldOn) return { requestedOn, late: !count.within };
  const late = `听证权利于${chineseDay(toldOn)}告知，${chineseDay(requestedOn)}才申请，已过五个工作日`;
  return notApplicable(`${late}。`, asked);
}

/** Nobody asked; but a decision inside the five days took away the time to ask. */
function notRequested(toldOn: Day, decidedOn: Day | undefined, asked: string[]): Answer {
  const none = notApplicable('已告知听证权利，没有人要求听证。', asked);
  if (!decidedOn) return none;
  const paths = [...asked, 'licence.licenceDecision.date'];
  const count = withinWorkingDays(toldOn, REQUEST, decidedOn, paths);
  if (isAnswer(count) || !count.within) return isAnswer(count) ? count : none;
  const found = `听证权利于${chineseDay(toldOn)}告知，申请期限至${count.last}，决定于${chineseDay(decidedOn)}作出`;
  return notMet(`${found}，期限未满。`, paths, { steps: count.steps });
}

/** No hearing yet: open while the agency still has time, a fault once it has decided without one. */
function notHeld(licence: Licence, requestedOn: Day | undefined, today: Day): Answer {
  const decided = licence.licenceDecision?.date;
  const held = licence.licenceHearing?.held;
  const paths = [`${HEARING}.held`, `${HEARING}.requestedOn`, 'licence.licenceDecision.date'];
  if (held === false && decided) return notMet('应当举行听证，没有举行即作出决定。', paths);
  if (held || decided) return unclear('听证何时举行没有载明。', ['听证的举行日期'], paths);
  if (!requestedOn) return notApplicable('尚未作出许可决定，决定前应举行听证。', paths);
  const count = withinWorkingDays(requestedOn, ORGANISE, today, paths);
  if (isAnswer(count)) return count;
  const need = `听证最迟应于${count.last}组织`;
  return count.within
    ? notApplicable(`${need}，期限未满。`, paths)
    : unclear(`${need}，是否举行没有载明。`, ['听证的举行日期'], paths);
}

function organised(requestedOn: Day, heldOn: Day): Answer {
  const paths = [`${HEARING}.requestedOn`, `${HEARING}.heldOn`];
  const count = withinWorkingDays(requestedOn, ORGANISE, heldOn, paths);
  if (isAnswer(count)) return count;
  const found = `${chineseDay(requestedOn)}申请，听证最迟应于${count.last}组织，实际于${chineseDay(heldOn)}举行`;
  if (heldOn < requestedOn) return unclear(`${found}，早于申请。`, ['听证申请和举行的先后'], paths);
  return count.within
    ? met(`${found}。`, paths, { steps: count.steps })
    : notMet(`${found}，超过二十个工作日。`, paths, { steps: count.steps });
}

function heldProperly({ licenceHearing = {} }: Licence): Answer[] {
  const { heldOn, chairExamined, recordMade, recordSigned, feeCharged } = licenceHearing;
  if (!heldOn) return [];
  return [
    noticed(licenceHearing.noticeServedOn, heldOn),
    is(chairExamined, false, 'chairExamined', {
      fault: '主持人审查过该许可申请。',
      fine: '主持人没有审查过该申请。',
      fact: '主持人是否审查过该申请',
    }),
    is(recordMade, true, 'recordMade', {
      fault: '听证没有制作笔录。',
      fine: '听证制作了笔录。',
      fact: '是否制作听证笔录',
    }),
    is(recordSigned, true, 'recordSigned', {
      fault: '听证笔录没有参加人签名。',
      fine: '听证笔录经参加人签名。',
      fact: '听证笔录的签名',
    }),
    is(feeCharged, false, 'feeCharged', {
      fault: '由申请人、利害关系人承担听证费用。',
      fine: '没有收取听证费用。',
      fact: '是否收取听证费用',
    }),
  ];
}

function noticed(noticeOn: Day | undefined, heldOn: Day): Answer {
  const paths = [`${HEARING}.noticeServedOn`, `${HEARING}.heldOn`];
  if (!noticeOn) return unclear('何时通知听证的时间、地点没有载明。', ['听证通知的日期'], paths);
  const count = withinWorkingDays(heldOn, -NOTICE, noticeOn, paths);
  if (isAnswer(count)) return count;
  const found = `听证于${chineseDay(heldOn)}举行，最迟应于${count.last}通知，实际于${chineseDay(noticeOn)}通知`;
  return count.within
    ? met(`${found}。`, paths, { steps: count.steps })
    : notMet(`${found}，不足七个工作日。`, paths, { steps: count.steps });
}

interface Words {
  fault: string;
  fine: string;
  /** The missing fact, where nobody looked. */
  fact: string;
}

function is(value: boolean | undefined, due: boolean, key: string, { fault, fine, fact }: Words): Answer {
  const paths = [`${HEARING}.${key}`];
  if (value === undefined) return unclear(`${fact}没有载明。`, [fact], paths);
  return value === due ? met(fine, paths) : notMet(fault, paths);
}
