export interface Person {
  readonly id: number;
  readonly username: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
}

export interface Bootstrap {
  readonly user: Person | null;
  readonly csrfToken: string | null;
  readonly locale: string;
  readonly brand: {
    readonly name: string;
    readonly logo?: string;
    readonly favicon?: string;
    readonly light?: Readonly<Record<string, string>>;
    readonly dark?: Readonly<Record<string, string>>;
  };
  /** What the reader chose: language, time_zone, theme, landing. */
  readonly preferences?: Readonly<Record<string, string>>;
  readonly version: string;
  /** Where maps may get tiles from. */
  readonly maps?: Readonly<Record<string, unknown>> | null;
}

const fallback: Bootstrap = { user: null, csrfToken: null, locale: 'en', brand: { name: 'Karavel' }, version: '' };

function read(): Bootstrap {
  const text = document.getElementById('bootstrap')?.textContent?.trim() ?? '';
  return text.startsWith('{') ? { ...fallback, ...(JSON.parse(text) as Partial<Bootstrap>) } : fallback;
}

/** What the server wrote into the page: who is signed in, and how to speak. */
export const bootstrap = read();

export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export const fullName = (person: Person): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ') || person.username;

export const initials = (person: Person): string => {
  const letters = [person.firstName, person.lastName].map((name) => name?.[0] ?? '').join('');
  return (letters || person.username.slice(0, 2)).toUpperCase();
};

/** The server checks every call; this only keeps doors out of sight that would not open. */
export const mayManageData = (person: Person | null): boolean =>
  person?.roles.some((role) => role === 'Admin' || role === 'Alpha') ?? false;

export const mayUseLab = (person: Person | null): boolean =>
  person?.roles.some((role) => role === 'Admin' || role === 'sql_lab') ?? false;

export const isAdmin = (person: Person | null): boolean => person?.roles.includes('Admin') ?? false;
