import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SettingField } from '../../databases/SettingField';
import { FailureState } from '../../ui/States';
import { Icon } from '../../ui/Icon';
import { useChannels, useSlackChannels } from '../alertApi';
import { signOf } from '../ChannelSigns';
import type { Channel, Setting } from '../types';
import { ChoiceField } from './ChoiceField';
import type { RecipientDraft } from './draft';
import { FormCard, FormField, type PartProps } from './FormField';
import { PillsField } from './PillsField';

const useSlack = (search: string, open: boolean) => {
  const found = useSlackChannels(search, open);
  return {
    options: (found.data ?? []).map(({ id, name }) => ({ value: id, label: `#${name}` })),
    busy: found.isFetching,
  };
};

const defaults = ({ settings }: Channel): RecipientDraft['settings'] =>
  Object.fromEntries(settings.filter((one) => one.default).map((one) => [one.name, one.default]));

const known = new Set(['target', 'ccTarget', 'bccTarget']);

interface FieldProps {
  readonly channel: string;
  readonly setting: Setting;
  readonly id: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field of a recipient: as the channel's form says, and better where this page knows the channel. */
function RecipientField({ channel, setting, id, value, problem, onChange }: FieldProps) {
  const { t } = useTranslation();
  const mail = channel === 'Email' && known.has(setting.name);
  const title = mail ? t(`alerts.mail.${setting.name}`) : setting.title;
  if (mail) {
    return (
      <FormField id={id} label={title} optional={!setting.required} problem={problem}>
        <PillsField id={id} label={title} value={value} onChange={onChange} problem={problem} />
      </FormField>
    );
  }
  if (channel === 'SlackV2' && setting.name === 'target') {
    return (
      <FormField id={id} label={title} problem={problem} hint={setting.help}>
        <ChoiceField
          id={id}
          label={title}
          chosen={value || undefined}
          useOptions={useSlack}
          onChoose={(option) => onChange(option.value)}
          placeholder={t('alerts.searchSlack')}
          problem={problem}
        />
      </FormField>
    );
  }
  return <SettingField field={{ ...setting, title }} id={id} value={value} problem={problem} onChange={onChange} />;
}

interface OneProps extends PartProps {
  readonly recipient: RecipientDraft;
  readonly index: number;
  readonly channel: Channel | undefined;
}

function OneRecipient({ draft, change, problem, recipient, index, channel }: OneProps) {
  const { t } = useTranslation();
  const title = channel?.title ?? recipient.channel;
  const replace = (settings: RecipientDraft['settings']) =>
    change({ recipients: draft.recipients.map((one, at) => (at === index ? { ...one, settings } : one)) });
  return (
    <li className="recipient" data-testid="recipient">
      <div className="recipient-head">
        <Icon name={signOf(recipient.channel)} />
        <b>{title}</b>
        <span className="grow" />
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('alerts.removeRecipient', { name: title, number: index + 1 })}
          onClick={() => change({ recipients: draft.recipients.filter((_, at) => at !== index) })}
        >
          <Icon name="trash" />
        </button>
      </div>
      {channel ? null : <p className="problem">{t('alerts.channelGone')}</p>}
      {channel?.hindrance ? (
        <p className="hindrance">
          <Icon name="alert" size={13} /> {channel.hindrance}
        </p>
      ) : null}
      {problem(`recipients.${index}.type`) ? <p className="problem">{problem(`recipients.${index}.type`)}</p> : null}
      {(channel?.settings ?? []).map((setting) => (
        <RecipientField
          key={setting.name}
          channel={recipient.channel}
          setting={setting}
          id={`recipient-${index}-${setting.name}`}
          value={recipient.settings[setting.name] ?? ''}
          problem={problem(`recipients.${index}.${setting.name}`)}
          onChange={(value) => replace({ ...recipient.settings, [setting.name]: value })}
        />
      ))}
    </li>
  );
}

/** Who gets it, by which channels. */
export function RecipientsPart(props: PartProps) {
  const { t } = useTranslation();
  const { draft, change, problem } = props;
  const channels = useChannels();
  const add = (channel: Channel) =>
    change({ recipients: [...draft.recipients, { channel: channel.id, settings: defaults(channel) }] });
  return (
    <FormCard id="part-recipients" title={t('alerts.recipients')}>
      {channels.error ? <FailureState error={channels.error} onRetry={() => void channels.refetch()} /> : null}
      {channels.data?.length === 0 ? <p className="muted">{t('alerts.noChannels')}</p> : null}
      {draft.recipients.length > 0 && channels.data ? (
        <ul className="recipients">
          {draft.recipients.map((recipient, index) => (
            <OneRecipient
              key={index}
              {...props}
              recipient={recipient}
              index={index}
              channel={channels.data.find(({ id }) => id === recipient.channel)}
            />
          ))}
        </ul>
      ) : null}
      {problem('recipients') ? <p className="problem">{problem('recipients')}</p> : null}
      {channels.data && channels.data.length > 0 ? (
        <Menu
          position="bottom-start"
          width={260}
          transitionProps={{ duration: 100 }}
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <button type="button" className="btn add-recipient" data-testid="add-recipient">
              <Icon name="plus" />
              {t('alerts.addRecipient')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {channels.data.map((channel) => (
              <Menu.Item key={channel.id} leftSection={<Icon name={signOf(channel.id)} />} onClick={() => add(channel)}>
                {channel.title}
                {channel.ready ? null : <span className="muted"> · {t('alerts.notReady')}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </FormCard>
  );
}
