import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from './useDraft';
import type { Draft } from './draft';

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: Draft;
  readonly change: Change;
  /** What is wrong with a field, in words, by the server's name of it. */
  readonly problem: (field: string) => string | undefined;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export const Problem = ({ id, children }: { id: string; children: string }) => (
  <span className="problem" id={`${id}-problem`} role="alert" data-testid="field-problem">
    {children}
  </span>
);

/** A field with its name, a hint, and what is wrong with it. */
export function FormField({ id, label, hint, problem, optional = false, className = '', children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {t('databases.optional')}</span> : null}
      </label>
      {children}
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? <Problem id={id}>{problem}</Problem> : null}
    </div>
  );
}

/** For the field itself, so that readers of screens hear what is wrong. */
export const aboutField = (id: string, problem: string | undefined, hint?: string) => {
  const about = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return { id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': about || undefined };
};

interface CardProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

export const FormCard = ({ id, title, children }: CardProps) => (
  <section className="card form-card" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
