import { useFailureText } from './failure';
import { say } from './toast';

/** Lets work run that nobody waits for; says why it failed. */
export function useTried() {
  const words = useFailureText();
  return (work: Promise<unknown>) =>
    void work.catch((error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'));
}
