/** Strokes on a 24 × 24 field. */
const paths = {
  home: 'M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  dashboards: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  charts: 'M4 20V4M4 20h16M8 16v-5M12 16V8M16 16v-7',
  datasets:
    'M12 4c4.4 0 8 1.3 8 3s-3.6 3-8 3-8-1.3-8-3 3.6-3 8-3zM4 7v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  databases: 'M4 5h16v5H4zM4 14h16v5H4zM7.5 7.500h.01M7.5 16.500h.01M12 7.500h5M12 16.500h5',
  plugins: 'M9 4v4M15 4v4M7 8h10v4a5 5 0 0 1-10 0zM12 17v4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4',
  refresh: 'M19.5 9A8 8 0 0 0 5.3 7.500L4 9M4 4.500V9h4.500M4.5 15a8 8 0 0 0 14.2 1.500L20 15M20 19.500V15h-4.5',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  expand: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  shrink: 'M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  check: 'M5 12.500l4.5 4.500L19 7',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9',
  code: 'M8.5 7 4 12l4.5 5M15.5 7l4.5 5-4.5 5',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14',
  upload: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M5 20h14',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  open: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  leave: 'M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  alert:
    'M12 8v5M12 16.500h.01M10.3 4.2 2.8 17.500A2 2 0 0 0 4.5 20.500h15a2 2 0 0 0 1.7-3L13.7 4.200a2 2 0 0 0-3.4 0z',
  calendar: 'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10.500h16M8.5 4v4M15.5 4v4',
  filter: 'M4 6h16M7 12h10M10 18h4',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  plus: 'M12 5v14M5 12h14',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  list: 'M4 6.500h16M4 12h16M4 17.500h16',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  help: 'M9.2 9.200a2.9 2.9 0 1 1 4.1 2.700c-.9.5-1.3 1-1.3 2.100M12 17.500h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  info: 'M12 11v5M12 8h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  sort: 'M8 10l4-4 4 4M8 14l4 4 4-4',
  undo: 'M9 14 4.5 9.5 9 5M4.5 9.500H14a5.5 5.5 0 0 1 0 11h-3',
  eye: 'M3 12s3.2-5.500 9-5.500S21 12 21 12s-3.2 5.500-9 5.500S3 12 3 12zM12 9.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  redo: 'M15 14l4.5-4.500L15 5M19.5 9.500H10a5.5 5.5 0 0 0 0 11h3',
  star: 'M12 4l2.4 5.200 5.600.7-4.1 3.900 1.100 5.700-5-2.800-5 2.800 1.100-5.700L4 9.900l5.600-.7z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  history: 'M4 12a8 8 0 1 0 2.5-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 1.500',
  share: 'M12 15V4M8 7.500 12 4l4 3.500M6 11H5v9h14v-9h-1',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  tabs: 'M4 9h16v11H4zM4 9V5h6v4M13 5h5',
  row: 'M4 8h16v8H4zM9.500 8v8M14.500 8v8',
  column: 'M8 4h8v16H8zM8 9.500h8M8 14.500h8',
  heading: 'M6 5v14M18 5v14M6 12h12',
  text: 'M5 6h14M5 10.500h14M5 15h9M5 19h6',
  divider: 'M4 12h16M8 7h8M8 17h8',
  fill: 'M4 4h16v16H4zM4 14l10-10M4 20 20 4M10 20 20 10',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.500H4.500zM10 21h4',
  hash: 'M5 9h15M4 15h15M10 4 8 20M16 4l-2 16',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  lab: 'M4 6.500l5.500 5.500L4 17.500M12.500 18H20',
  play: 'M7.500 5v14l11-7z',
  stop: 'M7 7h10v10H7z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  bookmark: 'M7 4.500h10V20l-5-3.500L7 20z',
  sidebar: 'M4 5h16v14H4zM9.500 5v14',
  format: 'M4 6h16M8 10h12M8 14h12M4 18h16',
  braces:
    'M9 4.500c-2 0-3 .8-3 2.800v2c0 1.600-.7 2.500-2 2.700 1.300.2 2 1.100 2 2.700v2c0 2 1 2.800 3 2.800M15 4.500c2 0 3 .8 3 2.800v2c0 1.600.7 2.500 2 2.700-1.300.2-2 1.100-2 2.700v2c0 2-1 2.800-3 2.800',
  key: 'M14.500 4.500a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 13l-6.500 6.500M7 17l2 2M4.500 19.500v-2M16 8h.01',
  schema: 'M4 6.500h6l2 2.500h8v10H4z',
  palette:
    'M12 4a8 8 0 1 0 0 16c1.300 0 1.800-.8 1.500-1.900-.4-1.400.5-2.600 2-2.600H17.500c1.500 0 2.500-1.200 2.500-3C20 7.800 16.400 4 12 4zM8 11h.01M11 8h.01M15 8.500h.01',
  plan: 'M9 4h6v4H9zM4 16h6v4H4zM14 16h6v4h-6zM12 8v4M7 16v-4h10v4',
  columns: 'M4 5h16v14H4zM9.300 5v14M14.700 5v14',
  tag: 'M4 4h8l8 8-8 8-8-8zM8 8h.01',
  people:
    'M9 5a3.5 3.500 0 1 0 0 7 3.5 3.500 0 0 0 0-7zM2.500 20c.3-4 2.800-6 6.500-6s6.200 2 6.500 6M16 5.200a3.5 3.500 0 0 1 0 6.600M18 14.300c2.200.8 3.300 2.700 3.500 5.700',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const;

export type IconName = keyof typeof paths;

/** Those that point along the line people read. */
const directed: ReadonlySet<IconName> = new Set(['left', 'right', 'leave', 'undo', 'redo', 'open']);

export const Icon = ({ name, size }: { name: IconName; size?: number }) => (
  <svg
    className={name === 'more' || name === 'grip' ? 'icon dots' : directed.has(name) ? 'icon directed' : 'icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
    {...(size ? { style: { width: size, height: size } } : {})}
  >
    <path d={paths[name]} />
  </svg>
);

export const Sail = ({ size = 30 }: { size?: number }) => (
  <svg className="sail" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <path fill="var(--accent)" d="M5 20h22c-1.6 4.2-4.6 6.5-9 6.500h-5C9 26.5 6.3 24.2 5 20Z" />
    <path fill="var(--c2)" d="M15 4v13.500H6.500C10.5 14.5 13.5 10 15 4Z" />
    <path fill="var(--accent)" opacity=".75" d="M17 7c3.8 2 7 5.6 8.5 10.500H17V7Z" />
  </svg>
);
