import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import '../app/dialogs.css';
import '../lists/list.css';

export interface ThingColumn<T> {
  readonly title: string;
  readonly className?: string;
  readonly cell: (thing: T) => ReactNode;
}

interface Props<T> {
  readonly things: readonly T[];
  readonly columns: readonly ThingColumn<T>[];
  readonly mayWrite: boolean;
  readonly nameOf: (thing: T) => string;
  readonly words: { readonly edit: string; readonly removeText: string };
  readonly question: (thing: T) => string;
  readonly onEdit: (thing: T) => void;
  readonly remove: (id: number) => Promise<unknown>;
}

/** Layers, or annotations: rows that are edited and deleted. */
export function ThingsTable<T extends { readonly id: number }>(props: Props<T>) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { columns, mayWrite, nameOf } = props;
  const [doomed, setDoomed] = useState<T>();
  const remove = async (thing: T) => {
    setDoomed(undefined);
    try {
      await props.remove(thing.id);
      say(t('annotationLayers.deleted', { name: nameOf(thing) }));
    } catch (error) {
      const { title, text } = words(error);
      say(`${title} ${text}`, 'bad');
    }
  };
  return (
    <>
      <table className="list" data-testid="annotation-rows">
        <thead>
          <tr>
            {columns.map(({ title, className }) => (
              <th key={title} scope="col" className={className}>
                {title}
              </th>
            ))}
            {mayWrite ? (
              <th scope="col">
                <span className="hidden-visually">{t('annotationLayers.actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {props.things.map((thing) => (
            <tr key={thing.id}>
              {columns.map(({ title, className, cell }) => (
                <td key={title} className={className}>
                  {cell(thing)}
                </td>
              ))}
              {mayWrite ? (
                <td className="n">
                  <button
                    type="button"
                    className="btn small icon-only ghost"
                    aria-label={`${props.words.edit}: ${nameOf(thing)}`}
                    title={props.words.edit}
                    onClick={() => props.onEdit(thing)}
                  >
                    <Icon name="edit" />
                  </button>
                  <button
                    type="button"
                    className="btn small icon-only ghost"
                    aria-label={`${t('annotationLayers.remove')}: ${nameOf(thing)}`}
                    title={t('annotationLayers.remove')}
                    onClick={() => setDoomed(thing)}
                  >
                    <Icon name="trash" />
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {doomed ? (
        <Modal
          opened
          onClose={() => setDoomed(undefined)}
          title={props.question(doomed)}
          size={440}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <p className="dialog-text">{props.words.removeText}</p>
          <div className="dialog-actions">
            <button type="button" className="btn" data-autofocus onClick={() => setDoomed(undefined)}>
              {t('action.cancel')}
            </button>
            <button
              type="button"
              className="btn danger"
              data-testid="annotation-delete"
              onClick={() => void remove(doomed)}
            >
              {t('annotationLayers.remove')}
            </button>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
