/**
 * What stands in a case file in the place of a name that no case file can be without and that no paper states. It is no
 * name: nothing is compared with it.
 */
export const UNSAID = '未载明';
