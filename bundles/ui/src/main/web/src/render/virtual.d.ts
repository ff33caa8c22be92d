declare module 'virtual:locale-data' {
  import type { LocaleData } from './localeData';
  const data: Readonly<Record<string, LocaleData>>;
  export default data;
}
