import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import '../../ui/peoplePicker.css';
import { addressesAsText, addressesIn, looksLikeAddress } from '../recipients';
import { aboutField } from './FormField';

interface Props {
  readonly id: string;
  readonly label: string;
  /** Several addresses in one text. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
}

/** Addresses as pills; comma, Enter and leaving the field end one. */
export function PillsField({ id, label, value, onChange, problem }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const addresses = addressesIn(value);
  const take = (typed: string) => {
    onChange(addressesAsText([...addresses, ...addressesIn(typed)]));
    setText('');
  };
  return (
    <div className="people-picker">
      {addresses.map((address) => (
        <span key={address} className={looksLikeAddress(address) ? 'pill' : 'pill wrong'}>
          <span className="pill-text">{address}</span>
          <button
            type="button"
            className="pill-out"
            aria-label={t('people.remove', { name: address })}
            onClick={() => onChange(addressesAsText(addresses.filter((one) => one !== address)))}
          >
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      <input
        {...aboutField(id, problem)}
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-label={label}
        value={text}
        placeholder={addresses.length === 0 ? 'ada@example.com' : ''}
        onBlur={() => (text.trim() ? take(text) : undefined)}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          if (/[,;\s]/.test(typed)) take(typed);
          else setText(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim()) take(text);
          else if (event.key === 'Backspace' && text === '' && addresses.length > 0)
            onChange(addressesAsText(addresses.slice(0, -1)));
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
