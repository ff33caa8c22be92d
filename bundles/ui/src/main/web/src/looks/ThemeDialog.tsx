import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog, TextField } from '../admin/Dialog';
import { api } from '../api/client';
import { Tabs } from '../ui/Tabs';
import { say } from '../ui/toast';
import { THEMES, type Theme } from './themeApi';
import { ThemePreview } from './ThemePreview';
import { faultOf, readTones, toneText, withTone } from './tones';
import { ToneTable } from './ToneTable';

export function ThemeDialog({ theme, onClose }: { theme: Theme | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(theme?.theme_name ?? '');
  const [json, setJson] = useState(() => toneText(readTones(theme?.json_data ?? '')));
  const [part, setPart] = useState<'colors' | 'json'>('colors');
  const fault = faultOf(json);
  const tones = readTones(json);
  const save = useMutation<unknown, Error, void>({
    mutationFn: () =>
      api(`${THEMES}${theme?.id ?? ''}`, {
        method: theme ? 'PUT' : 'POST',
        body: { theme_name: name.trim(), json_data: json, ...(theme?.version ? { version: theme.version } : {}) },
      }),
    onSuccess: async () => {
      await Promise.all(['theme', 'dashboard'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      say(t('around.saved', { name: name.trim() }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={theme ? t('around.editOne', { name: theme.theme_name }) : t('themes.new')}
      onClose={onClose}
      save={save}
      ready={name.trim() !== '' && !fault}
      size={860}
    >
      <TextField id="theme-name" label={t('themes.name')} value={name} onChange={setName} />
      <div className="theme-sides">
        <div>
          <Tabs
            items={[
              { key: 'colors', title: t('themes.colors') },
              { key: 'json', title: 'JSON' },
            ]}
            value={part}
            onChange={setPart}
            label={t('themes.ways')}
            panel={
              part === 'json' ? (
                <textarea
                  className="input code theme-json"
                  aria-label={t('themes.json')}
                  aria-invalid={fault !== undefined}
                  spellCheck={false}
                  value={json}
                  onChange={(event) => setJson(event.currentTarget.value)}
                />
              ) : (
                <ToneTable
                  tones={tones}
                  onChange={(mode, token, color) => setJson((old) => withTone(old, mode, token, color))}
                />
              )
            }
          />
          {fault ? (
            <p className="problem" role="status">
              {t(`themes.fault.${fault.kind}`, { place: fault.place })}
            </p>
          ) : (
            <p className="hint">{t('themes.hint')}</p>
          )}
        </div>
        <ThemePreview title={name.trim()} tones={tones} />
      </div>
    </FormDialog>
  );
}
