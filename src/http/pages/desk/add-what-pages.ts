import type { Hono } from 'hono';
import type { CaseFile } from '../../../cases/case-file.ts';
import { chooseViolation, takeBackChoice } from '../../../cases/choose-violation.ts';
import { choiceNote, lastChoice, TOOK_BACK } from '../../../cases/last-choice.ts';
import { penaltyFile } from '../../../cases/penalty-file.ts';
import { libraryCatalogue } from '../../../corpus/violations/library-catalogue.ts';
import { saveDecided } from '../../../dossiers/save-decided.ts';
import { AppError } from '../../../errors.ts';
import { today } from '../../../law/dates.ts';
import { actDay } from '../../../review/steps/act-day.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { readForm } from '../../read-form.ts';
import { choiceOf, regionOf } from '../catalogue/choice-of.ts';
import { violationOf } from '../catalogue/find-entry.ts';
import { showDesk } from './add-desk-pages.tsx';
import { deskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';

interface Changed {
  file: CaseFile;
  note: string;
}

/** Choosing what happened in a case, and taking the choice back. */
export function addWhatPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  const onPost = (
    path: string,
    change: (id: string, file: CaseFile, form: Record<string, string>) => Promise<Changed>,
  ) =>
    app.post(path, async (c) => {
      const person = signedIn(c);
      const id = c.req.param('id') ?? '';
      const form = await readForm(c);
      try {
        const { stored } = await deskData(options, person, id);
        const changed = await change(id, penaltyFile(stored), form);
        const expectedRevision = Number(form.revision) || 0;
        await saveDecided(db, { id, ...changed, expectedRevision, by: person });
        return c.redirect(deskLink(id, { view: 'what' }), 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind === 'not-allowed') throw error;
        return showDesk(c, options, { view: 'what' }, { error, kept: form });
      }
    });

  onPost('/cases/:id/violation', async (_id, file, form) => {
    const catalogue = await libraryCatalogue(db);
    const choice = choiceOf(violationOf(catalogue, form.item ?? ''), {
      catalogue,
      book: options.book,
      on: actDay(file)?.day ?? today(),
      region: regionOf(file, options),
    });
    return { file: chooseViolation(file, choice), note: choiceNote(choice) };
  });

  onPost('/cases/:id/violation/undo', async (id, file) => {
    const last = await lastChoice(db, id, file);
    if (!last) {
      throw new AppError('wrong-stage', '没有可以撤销的选定；选定之后又改过的，请在“事实”里更正。');
    }
    return { file: takeBackChoice(file, last.before, last.made), note: TOOK_BACK + last.name };
  });
}
