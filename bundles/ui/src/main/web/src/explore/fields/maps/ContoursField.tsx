import { useTranslation } from 'react-i18next';
import { colorOf, hexOf } from '../ColorField';
import { Well } from '../Well';
import { readContours, type Contour } from './shapes';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: readonly Contour[]) => void;
}

/** Lines along a value and bands between two, each in its colour. */
export function ContoursField({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const contours = readContours(value);
  const put = (index: number, contour: Contour) =>
    onChange(contours.map((old, other) => (other === index ? contour : old)));
  return (
    <Well
      id={id}
      placeholder={t('explore.map.addContour')}
      pills={contours.map(({ lowerThreshold, upperThreshold }, index) => ({
        key: String(index),
        mark: upperThreshold === undefined ? '—' : '▬',
        text: upperThreshold === undefined ? String(lowerThreshold) : `${lowerThreshold} – ${upperThreshold}`,
      }))}
      onRemove={(index) => onChange(contours.filter((_, other) => other !== index))}
      editor={(index, close) =>
        index === undefined ? (
          <div className="filter-editor">
            {(['line', 'band'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="btn"
                onClick={() => {
                  const last = contours.at(-1);
                  const low = last ? (last.upperThreshold ?? last.lowerThreshold + 10) : 0;
                  onChange([
                    ...contours,
                    ...readContours([
                      kind === 'line' ? { lowerThreshold: low } : { lowerThreshold: low, upperThreshold: low + 10 },
                    ]),
                  ]);
                  close();
                }}
              >
                {t(`explore.map.${kind}`)}
              </button>
            ))}
          </div>
        ) : (
          <ContourForm contour={contours[index]} onChange={(contour) => put(index, contour)} />
        )
      }
    />
  );
}

function ContourForm({ contour, onChange }: { contour: Contour | undefined; onChange: (contour: Contour) => void }) {
  const { t } = useTranslation();
  if (!contour) return null;
  const number = (key: 'lowerThreshold' | 'upperThreshold' | 'strokeWidth', label: string) => (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        type="number"
        step="any"
        value={contour[key] ?? ''}
        onChange={(event) => onChange({ ...contour, [key]: event.currentTarget.valueAsNumber || 0 })}
      />
    </label>
  );
  return (
    <div className="filter-editor">
      <div className="pair">
        {number('lowerThreshold', t(contour.upperThreshold === undefined ? 'explore.map.at' : 'explore.map.fromValue'))}
        {contour.upperThreshold === undefined
          ? number('strokeWidth', t('explore.map.strokeWidth'))
          : number('upperThreshold', t('explore.map.toValue'))}
      </div>
      <label className="field">
        <span className="label">{t('explore.map.color')}</span>
        <input
          type="color"
          value={hexOf(contour.color) ?? '#8000ff'}
          onChange={(event) => onChange({ ...contour, color: colorOf(event.currentTarget.value, contour.color) })}
        />
      </label>
    </div>
  );
}
