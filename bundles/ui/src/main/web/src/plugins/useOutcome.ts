import { useTranslation } from 'react-i18next';
import type { Plugin } from '../api/types';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';

type Words = 'plugin.isOn' | 'plugin.isOff' | 'plugin.isRemoved' | 'plugin.isBack' | 'plugin.isInstalled';

interface Undo {
  readonly label: string;
  readonly run: () => void;
}

/** Says shortly how something ended that was done with a plugin. */
export function useOutcome() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const told = (
    done: Promise<unknown>,
    words: Words,
    plugin: Pick<Plugin, 'version'> & { title: string },
    undo?: Undo,
  ) =>
    done.then(
      () => {
        say(t(words, { name: plugin.title, version: plugin.version }), 'good', undo && { ...undo, lasting: 9000 });
        return true;
      },
      (error: unknown) => {
        const { title, text } = failureText(error);
        say(`${title}: ${text}`, 'bad');
        return false;
      },
    );
  return { told };
}
