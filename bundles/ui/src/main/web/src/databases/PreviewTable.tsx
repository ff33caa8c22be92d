import { useTranslation } from 'react-i18next';
import { columnTypes, type ColumnType, type Preview } from './uploads';

interface Props {
  readonly preview: Preview;
  readonly fixed: boolean;
  readonly onType: (column: string, type: ColumnType) => void;
}

/** The first rows as they would be stored; the type of a column can be chosen where the file does not set it. */
export function PreviewTable({ preview, fixed, onType }: Props) {
  const { t } = useTranslation();
  return (
    <div className="preview" tabIndex={0} role="region" aria-label={t('upload.preview')} data-testid="upload-preview">
      <table>
        <thead>
          <tr>
            {preview.columns.map(({ name, type }) => (
              <th key={name} scope="col">
                <span>{name}</span>
                {fixed ? (
                  <em>{t(`upload.type.${type}`)}</em>
                ) : (
                  <select
                    value={type}
                    aria-label={t('upload.typeOf', { name })}
                    onChange={(event) => onType(name, event.currentTarget.value as ColumnType)}
                  >
                    {columnTypes.map((each) => (
                      <option key={each} value={each}>
                        {t(`upload.type.${each}`)}
                      </option>
                    ))}
                  </select>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, 8).map((row, index) => (
            <tr key={index}>
              {row.map((value, at) => (
                <td
                  key={preview.columns[at]?.name ?? at}
                  className={value === null ? 'nothing' : typeof value === 'number' ? 'n' : undefined}
                >
                  {value === null ? '–' : String(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
