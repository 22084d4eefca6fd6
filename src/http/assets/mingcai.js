// Comfort on top of pages that work without script: keyboard, swapping the middle column, column widths.
import { startCalculator } from './calculator.js';
import { startCitations } from './citations.js';
import { startColumns } from './columns.js';
import { startDesk } from './desk.js';
import { startDialogs } from './dialogs.js';
import { startDossierForm } from './dossier-form.js';
import { startFileInputs } from './file-inputs.js';
import { startHearingEditor } from './hearing-editor.js';
import { startHearingUpload } from './hearing-upload.js';
import { startJobs } from './jobs.js';
import { startKeyboard } from './keyboard.js';
import { startPlaces } from './places.js';
import { startReading } from './reading.js';

startCalculator();
startCitations();
startColumns();
startDesk();
startDialogs();
startKeyboard();
startJobs();
startFileInputs();
startDossierForm();
startPlaces();
startHearingUpload();
startHearingEditor();
startReading();
