/** The forms of 核对, by id: buttons name the act and the fact, so that one form serves all rows. */
export const FORM = 'reading-form';
export const CORRECTION = 'reading-correction';
