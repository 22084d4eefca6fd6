import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, type ActFile, type Action } from '../../src/cases/case-file.ts';
import { caseFileJsonSchema } from '../../src/cases/case-file-json-schema.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { deadlinesOf } from '../../src/cases/deadlines-of.ts';
import { getCase } from '../../src/cases/get-case.ts';
import { listCases } from '../../src/cases/list-cases.ts';
import { penaltyFile } from '../../src/cases/penalty-file.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import { setFact } from '../../src/cases/set-fact.ts';
import { settableFacts } from '../../src/cases/settable-facts.ts';
import { stagesOf } from '../../src/cases/stages-of.ts';
import type { Database } from '../../src/db/database.ts';
import { BASE_CASES } from '../review/base-acts.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { HANDLER } from '../signing/reviewed-case.ts';
import { openTestDatabase } from '../support/database.ts';

const KINDS = Object.keys(ACTIONS) as Action[];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const kind of KINDS) await createCase(database.db, { file: BASE_CASES[kind], by: HANDLER });
});
afterAll(() => database.close());

describe('the case store', () => {
  it.each(KINDS)('keeps a file of %s as it is, and lists it under its kind', async (kind) => {
    const stored = await getCase(database.db, BASE_CASES[kind].id);
    expect(stored.file).toEqual(BASE_CASES[kind]);
    const listed = await listCases(database.db, { action: kind });
    expect(listed.map(({ id }) => id)).toEqual([BASE_CASES[kind].id]);
  });

  it.each(KINDS)('never turns a file of %s into one of another kind', async (kind) => {
    const { id } = BASE_CASES[kind];
    const other = kind === 'penalty' ? 'levy' : 'penalty';
    const file = { ...BASE_CASES[other], id };
    const saved = saveCase(database.db, { id, file, expectedRevision: 1, by: HANDLER, note: '改种类' });
    await expect(saved).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(ACTIONS[kind]),
    });
    expect((await getCase(database.db, id)).revision).toBe(1);
  });

  it('hands out the file of a penalty alone where only penalties go on', () => {
    expect(penaltyFile({ file: BASE_CASES.penalty })).toBe(BASE_CASES.penalty);
    for (const kind of KINDS.filter((one) => one !== 'penalty')) {
      expect(() => penaltyFile({ file: BASE_CASES[kind] })).toThrow(`是${ACTIONS[kind]}案件`);
    }
  });
});

describe('the JSON Schema', () => {
  it('has the parts of every kind, and tells by the action which ones a file holds', () => {
    const schema = caseFileJsonSchema() as {
      properties: Record<string, unknown>;
      required: string[];
      oneOf: { properties: Record<string, unknown>; required: string[] }[];
    };
    for (const part of ['violation', 'compulsions', 'licence', 'inspection', 'levy']) {
      expect(schema.properties).toHaveProperty(part);
    }
    expect(schema.properties.action).toMatchObject({ enum: KINDS });
    expect(schema.required).toEqual(expect.arrayContaining(['id', 'action', 'party']));
    const [penalty, act] = schema.oneOf;
    expect(penalty).toMatchObject({
      properties: { action: { const: 'penalty' }, licence: false, inspection: false, levy: false },
      required: ['procedure', 'violation'],
    });
    expect(act).toMatchObject({
      properties: { action: { enum: KINDS.slice(1) }, violation: false, decision: false },
      required: [],
    });
    for (const own of ['party', 'compulsions']) {
      expect(penalty?.properties).not.toHaveProperty(own);
      expect(act?.properties).not.toHaveProperty(own);
    }
  });
});

describe('the facts that a person may set', () => {
  it.each(KINDS)('of %s are its own and those that all files share', (kind) => {
    const sections = new Set(settableFacts(BASE_CASES[kind]).map(({ path }) => path.split('.')[0]));
    expect(sections).toContain('party');
    expect(sections.has('violation')).toBe(kind === 'penalty');
    for (const own of ['licence', 'inspection', 'levy']) {
      expect(sections.has(own), own).toBe(kind === own);
    }
  });

  it('are set in a file of another kind and checked as a whole', () => {
    const set = (path: string, text: string) =>
      setFact(BASE_CASES.inspection, { path, text, confirmedBy: '示例甲' });
    expect(set('inspection.timesThisYear', '2')).toMatchObject({ inspection: { timesThisYear: 2 } });
    expect(set('inspection.trigger', 'complaint')).toMatchObject({ inspection: { trigger: 'complaint' } });
    expect(() => set('inspection.trigger', '随便')).toThrow('没有保存');
    expect(() => set('levy.amount', '1')).toThrow('没有这一项事实');
  });
});

describe('stages and time limits', () => {
  it('of an inspection run from the approval to the archive', () => {
    expect(stagesOf(BASE_CASES.inspection).map(({ name, state }) => `${name} ${state}`)).toEqual([
      '审批 done',
      '检查 done',
      '结果反馈 done',
      '公开 done',
      '归档 done',
    ]);
    const unpublished = {
      ...BASE_CASES.inspection,
      inspection: {
        ...(BASE_CASES.inspection as { inspection?: object }).inspection,
        publishedOn: undefined,
      },
    };
    const [limit] = deadlinesOf(unpublished, TEST_PROFILE, '2025-05-13');
    expect(limit).toMatchObject({ id: 'publication', due: '2025-05-13', left: 0, state: 'running' });
    expect(deadlinesOf(unpublished, TEST_PROFILE, '2025-05-14')[0]?.state).toBe('missed');
    expect(deadlinesOf(BASE_CASES.inspection, TEST_PROFILE, '2025-07-01')[0]?.state).toBe('kept');
  });

  it('of a seizure count thirty days, and end with the release', () => {
    const seizure = { id: 'c1', kind: 'seizure' as const, startedOn: '2025-03-03' };
    const held = { ...BASE_CASES.compulsion, compulsions: [seizure] };
    expect(deadlinesOf(held, TEST_PROFILE, '2025-04-02')).toMatchObject([
      { id: 'measure', due: '2025-04-02', left: 0, state: 'running' },
    ]);
    expect(deadlinesOf(held, TEST_PROFILE, '2025-04-03')[0]?.state).toBe('missed');
    const released = { ...seizure, ending: { decidedOn: '2025-04-01' } };
    const [limit] = deadlinesOf({ ...held, compulsions: [released] }, TEST_PROFILE, '2025-07-01');
    expect(limit?.state).toBe('kept');
    const stages = stagesOf({ ...held, compulsions: [released] });
    expect(stages.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'demand skipped',
      'approval todo',
      'compulsion done',
      'ending done',
    ]);
  });

  it('of a seizure whose end tests or an extension move are left to the review', () => {
    const seizure = {
      id: 'c1',
      kind: 'seizure' as const,
      startedOn: '2025-03-03',
      extensions: [{ days: 30 }],
    };
    const held = { ...BASE_CASES.compulsion, compulsions: [seizure] };
    expect(deadlinesOf(held, TEST_PROFILE, '2025-04-02')).toEqual([]);
  });

  it('of a licence run from the application, with twenty working days from acceptance', () => {
    const licence = { receivedOn: '2025-03-03', acceptedOn: '2025-03-03', documentNeeded: false };
    const file: ActFile = { ...(BASE_CASES.licence as ActFile), licence };
    expect(stagesOf(file).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'application done',
      'acceptance done',
      'decision current',
      'service skipped',
      'publication todo',
    ]);
    expect(deadlinesOf(file, TEST_PROFILE, '2025-03-31')).toMatchObject([
      { id: 'licence', due: '2025-03-31', left: 0, state: 'running' },
    ]);
    expect(
      deadlinesOf({ ...file, licence: { ...licence, joint: true } }, TEST_PROFILE, '2025-03-31'),
    ).toEqual([]);
  });

  it('of a licence that was refused end with the decision', () => {
    const licence = {
      receivedOn: '2025-03-03',
      acceptedOn: '2025-03-03',
      licenceDecision: { date: '2025-03-18', result: 'refused' as const },
    };
    const file: ActFile = { ...(BASE_CASES.licence as ActFile), licence };
    expect(stagesOf(file).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'application done',
      'acceptance done',
      'decision done',
      'service skipped',
      'publication skipped',
    ]);
  });

  it('of a renewal and a withdrawal follow their own days, without the twenty working days', () => {
    const base = BASE_CASES.licence as ActFile;
    const renewed: ActFile = {
      ...base,
      licence: {
        request: 'renewal',
        acceptedOn: '2025-05-21',
        renewal: { validUntil: '2025-06-30', appliedOn: '2025-05-20', decidedOn: '2025-06-20' },
      },
    };
    expect(stagesOf(renewed).map(({ id, date }) => [id, date])).toContainEqual(['decision', '2025-06-20']);
    expect(stagesOf(renewed)[0]).toMatchObject({ state: 'done', date: '2025-05-20' });
    expect(deadlinesOf(renewed, TEST_PROFILE, '2025-06-01')).toEqual([]);
    const withdrawn: ActFile = {
      ...base,
      licence: { request: 'withdrawal', withdrawal: { withdrawn: true, decidedOn: '2025-05-20' } },
    };
    expect(stagesOf(withdrawn).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'application skipped',
      'acceptance skipped',
      'decision done',
      'service skipped',
      'publication skipped',
    ]);
  });

  it('of an execution run from the demand over the decision to the execution', () => {
    const demolition = {
      id: 'c1',
      kind: 'demolition' as const,
      demand: { servedOn: '2025-04-01' },
      execution: { date: '2025-04-14' },
      demolition: { doneOn: '2025-05-12' },
    };
    const file = (entry: NonNullable<ActFile['compulsions']>[number]) => ({
      ...BASE_CASES.compulsion,
      compulsions: [entry],
    });
    expect(stagesOf(file(demolition)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'demand done',
      'execution-decision done',
      'compulsion done',
      'ending skipped',
    ]);
    const court = {
      id: 'c2',
      kind: 'court-application' as const,
      demand: { servedOn: '2025-04-14' },
      courtApplication: { filedOn: '2025-05-06' },
    };
    expect(stagesOf(file(court)).map(({ state }) => state)).toEqual(['done', 'skipped', 'done', 'skipped']);
    const surcharge = { id: 'c3', kind: 'surcharge' as const, surcharge: { startedOn: '2025-03-03' } };
    expect(stagesOf(file(surcharge)).map(({ state }) => state)).toEqual([
      'skipped',
      'skipped',
      'done',
      'skipped',
    ]);
  });

  it('of a seizure that still stands are counted, whatever compulsion came after it', () => {
    const seizure = { id: 'c1', kind: 'seizure' as const, startedOn: '2025-03-03' };
    const released = {
      id: 'c2',
      kind: 'sealing' as const,
      startedOn: '2025-03-05',
      ending: { decidedOn: '2025-03-10' },
    };
    const surcharge = { id: 'c3', kind: 'surcharge' as const, startedOn: '2025-03-20' };
    const held = { ...BASE_CASES.compulsion, compulsions: [seizure, released, surcharge] };
    expect(deadlinesOf(held, TEST_PROFILE, '2025-03-21')).toMatchObject([
      { id: 'measure', due: '2025-04-02', state: 'running' },
    ]);
  });

  it('of a levy skip the review that is not due', () => {
    const { review: _review, ...levy } = BASE_CASES.levy as ActFile;
    const none = { publicInterest: false, socialRisk: false, majorRights: false, complex: false };
    const plain: ActFile = { ...levy, major: { ...none, catalogued: false } };
    expect(stagesOf(plain)[0]).toMatchObject({ id: 'review', state: 'skipped' });
    for (const major of [{ catalogued: false }, { ...none, publicInterest: true, catalogued: false }]) {
      expect(stagesOf({ ...levy, major })[0]?.state).not.toBe('skipped');
    }
    expect(stagesOf(BASE_CASES.levy).every(({ state }) => state === 'done')).toBe(true);
  });
});
