import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/Icon';
import { settingsOf } from './recipients';
import type { StoredRecipient } from './types';

const signs: Readonly<Record<string, IconName>> = { Email: 'mail', Slack: 'hash', SlackV2: 'hash', Webhook: 'link' };

export const signOf = (channel: string): IconName => signs[channel] ?? 'share';

/** Who gets it: a sign for each channel, names on hover. */
export function ChannelSigns({ recipients }: { recipients: readonly StoredRecipient[] }) {
  const { t } = useTranslation();
  if (recipients.length === 0) return <span className="muted">{t('alerts.nobody')}</span>;
  return (
    <ul className="channel-signs">
      {recipients.map((recipient, index) => {
        const to = Object.values(settingsOf(recipient)).filter(Boolean).join(', ');
        const words = t('alerts.sentBy', { channel: recipient.type.replace('V2', ''), to });
        return (
          <li key={index} title={words}>
            <Icon name={signOf(recipient.type)} size={15} />
            <span className="hidden-visually">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
