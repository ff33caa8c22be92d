import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Named } from '../api/types';
import { useRegistry } from '../chart/registry';
import { VizPicture } from '../chart/VizPicture';
import { Age } from '../ui/Age';
import { Icon, type IconName } from '../ui/Icon';

export function Certified({ by }: { by?: string | null | undefined }) {
  const { t } = useTranslation();
  return by ? (
    <span
      className="certified"
      role="img"
      title={t('around.certifiedBy', { name: by })}
      aria-label={t('around.certifiedBy', { name: by })}
    >
      <Icon name="check" size={13} />
    </span>
  ) : null;
}

export const NameCell = ({
  to,
  name,
  sub,
  icon,
  before,
  certified,
}: {
  to?: string | undefined;
  name: string;
  sub?: string | null | undefined;
  icon: IconName;
  before?: ReactNode;
  certified?: string | null | undefined;
}) => (
  <div className="name-cell">
    {before}
    <span className="name-icon">
      <Icon name={icon} />
    </span>
    <div>
      <span className="titled">
        {to ? <Link to={to}>{name}</Link> : <b>{name}</b>}
        <Certified by={certified} />
      </span>
      {sub ? <span title={sub}>{sub}</span> : null}
    </div>
  </div>
);

export const Owners = ({ owners }: { owners: readonly Named[] }) => (
  <span className="owners">
    {owners.slice(0, 3).map(({ id, first_name, last_name }) => (
      <span key={id} className="avatar tiny" title={`${first_name} ${last_name}`}>
        {(first_name[0] ?? '') + (last_name[0] ?? '')}
      </span>
    ))}
    {owners.length > 3 ? <span className="muted">+{owners.length - 3}</span> : null}
    {owners.length === 1 ? (
      <span>
        {owners[0]?.first_name} {owners[0]?.last_name}
      </span>
    ) : null}
  </span>
);

export const Changed = ({ iso, by }: { iso?: string | null | undefined; by?: string | null | undefined }) => (
  <span className="changed">
    <Age iso={iso} />
    {by ? <span className="muted"> · {by}</span> : null}
  </span>
);

/** The plugin's little picture of its chart; an icon where there is none. */
export function VizThumbnail({ vizType }: { vizType: string }) {
  const one = useRegistry().byType.get(vizType);
  return (
    <span className="name-icon">
      <VizPicture one={one} vizType={vizType} />
    </span>
  );
}

export function VizName({ vizType }: { vizType: string }) {
  return <>{useRegistry().byType.get(vizType)?.title ?? vizType}</>;
}
