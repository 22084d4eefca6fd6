import type { Hono } from 'hono';
import type { CaseFile } from '../../../cases/case-file.ts';
import { caseFileAt, getCase } from '../../../cases/get-case.ts';
import { penaltyFile } from '../../../cases/penalty-file.ts';
import { requireHandler } from '../../../cases/save-case.ts';
import { type Decision, decideFact } from '../../../dossiers/decide-fact.ts';
import { factStates } from '../../../dossiers/fact-states.ts';
import { saveDecided } from '../../../dossiers/save-decided.ts';
import { latestReading, type StoredReading } from '../../../dossiers/stored-reading.ts';
import { AppError } from '../../../errors.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { readForm } from '../../read-form.ts';
import { showDesk } from '../desk/add-desk-pages.tsx';
import { rowName } from '../desk/read-value.ts';
import { readingLink, readingQuery } from '../desk/reading-query.ts';

type Form = Record<string, string>;

/** What a handler decides of facts that were read: each decision a new revision of the case. */
export function addReadingPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.post('/cases/:id/reading/:act', async (c) => {
    const by = signedIn(c);
    const id = c.req.param('id');
    const act = c.req.param('act');
    const form = await readForm(c);
    const query = readingQuery((name) => form[name]);
    const plain = c.req.header('accept') === 'application/json';
    try {
      const stored = await getCase(db, id);
      requireHandler(stored, by);
      const reading = await latestReading(db, id);
      if (!reading) throw new AppError('wrong-stage', '本案不是由材料读出的，没有可以核对的事实。');
      const seen = Number(form.revision);
      if (seen !== stored.revision) {
        throw new AppError(
          'conflict',
          `案件已改为第 ${stored.revision} 版，您看到的是第 ${form.revision} 版；这一步没有保存，先前的核对都在，请看过现在的内容再做。`,
        );
      }
      const back = act === 'undo' && form.last ? Number(form.last) : undefined;
      const { file, note } =
        back === undefined
          ? decided(penaltyFile(stored), reading, act, form, by.name)
          : { file: await before(reading, back), note: '撤销核对' };
      const saved = await saveDecided(db, { id, file, expectedRevision: seen, by, note, reading });
      const made = back === undefined ? saved.revision : back - 1;
      const last = made > reading.caseRevision ? `${made}-${saved.revision}` : undefined;
      if (plain) return c.json({ revision: saved.revision, last: last ?? null });
      const fact = form.path || form.take?.split(' ')[0];
      return c.redirect(readingLink(id, query, { last, fact }, fact ? `fact-${fact}` : ''), 303);
    } catch (error) {
      if (!(error instanceof AppError) || plain) throw error;
      const correct = act === 'correct' ? form.path : undefined;
      return showDesk(
        c,
        options,
        { view: 'reading', reading: { ...query, ...(correct ? { correct, fact: correct } : {}) } },
        { error, kept: form },
      );
    }
  });

  /** The file before that decision, which was made since the reading. */
  async function before(reading: StoredReading, revision: number): Promise<CaseFile> {
    if (!(revision > reading.caseRevision)) {
      throw new AppError('wrong-stage', '阅卷以后没有可以撤销的操作。');
    }
    return penaltyFile({ file: await caseFileAt(db, reading.caseId, revision - 1) });
  }
}

/** The file after the decision, and what the revision is noted to be. */
function decided(
  file: CaseFile,
  reading: StoredReading,
  act: string,
  form: Form,
  by: string,
): { file: CaseFile; note: string } {
  const path = form.path ?? '';
  const make = (decision: Decision, note: string) => ({
    file: decideFact(file, reading, decision, by),
    note,
  });
  if (act === 'confirm' && form['group-of']) {
    const paths = factStates(file, reading)
      .filter(
        ({ state, sources }) => state === 'open' && sources.some(({ paper }) => paper === form['group-of']),
      )
      .map((row) => row.path);
    const title = file.papers?.find(({ id }) => id === form['group-of'])?.title ?? '';
    return make({ act: 'confirm', paths }, `核对材料“${title}”的 ${paths.length} 项事实`);
  }
  if (act === 'confirm') return make({ act: 'confirm', paths: [path] }, `核对${rowName(file, path)}`);
  if (act === 'reject') return make({ act: 'reject', path }, `剔除${rowName(file, path)}`);
  if (act === 'undo') return make({ act: 'undo', paths: [path] }, `撤销对${rowName(file, path)}的核对`);
  if (act === 'correct') {
    const start = form.start ? Number(form.start) : undefined;
    const quote = form.quote ?? '';
    const text = file.papers?.find(({ id }) => id === form.source)?.text ?? '';
    const source = form.source && quote ? { paper: form.source, quote } : undefined;
    const placed =
      source && start !== undefined && text.startsWith(quote, start) ? { ...source, start } : source;
    return make(
      { act: 'correct', path, text: form.value ?? '', ...(placed ? { source: placed } : {}) },
      `更正${rowName(file, path)}`,
    );
  }
  if (act === 'take-value') {
    const [at = '', value = ''] = (form.take ?? '').split(' ');
    return make({ act: 'take', path: at, value: Number(value) }, `在矛盾的材料中选定${rowName(file, at)}`);
  }
  throw new AppError('not-found', '没有这种操作，请在核对页面上选择。');
}
