import { currentLocale } from '../i18n';

/** A value of an alert's statement in the reader's locale. */
export const numberText = (value: number) =>
  new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 6 }).format(value);
