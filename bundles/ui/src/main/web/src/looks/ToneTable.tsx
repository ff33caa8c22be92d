import { useTranslation } from 'react-i18next';
import { baseOf } from './ThemePreview';
import { isColor, modes, tokens, type Mode, type Tones } from './tones';

type OnTone = (mode: Mode, token: string, color: string) => void;

/** A colour per token by day and by night; what is left empty shows the colour that stays. */
export function ToneTable({ tones, onChange }: { tones: Tones; onChange: OnTone }) {
  const { t } = useTranslation();
  return (
    <div className="theme-tokens scroll" tabIndex={0} role="group" aria-label={t('themes.colors')}>
      <table data-testid="theme-tokens">
        <thead>
          <tr>
            <th scope="col">{t('themes.token')}</th>
            {modes.map((mode) => (
              <th key={mode} scope="col">
                {t(`themes.${mode}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token}>
              <th scope="row">{token}</th>
              {modes.map((mode) => (
                <td key={mode}>
                  <Tone token={token} mode={mode} value={tones[mode][token] ?? ''} onChange={onChange} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ToneProps {
  readonly token: string;
  readonly mode: Mode;
  readonly value: string;
  readonly onChange: OnTone;
}

function Tone({ token, mode, value, onChange }: ToneProps) {
  const { t } = useTranslation();
  const place = { token, mode: t(`themes.${mode}`) };
  const stays = baseOf(mode)[token] ?? '';
  const right = isColor(value);
  return (
    <span className="theme-tone">
      <input
        type="color"
        aria-label={t('themes.pick', place)}
        className={right ? '' : 'unset'}
        value={right ? value.toLowerCase() : stays}
        onChange={(event) => onChange(mode, token, event.currentTarget.value)}
      />
      <input
        className="input"
        aria-label={t('themes.colorOf', place)}
        aria-invalid={value !== '' && !right}
        placeholder={stays}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(mode, token, event.currentTarget.value)}
      />
    </span>
  );
}
