import type { Choice } from '../plain';

/** The formats people take most; any other may be typed. */
export const numberFormats = (usual: string): readonly Choice[] => [
  { value: null, title: usual },
  { value: ',d', title: '12,345' },
  { value: ',.1f', title: '12,345.4' },
  { value: ',.2f', title: '12,345.43' },
  { value: '.3s', title: '12.3k' },
  { value: '.0%', title: '12%' },
  { value: '.1%', title: '12.3%' },
  { value: '+.1%', title: '+12.3%' },
  { value: '+,d', title: '+12,345' },
  { value: '~g', title: '12345.432' },
  { value: 'DURATION', title: '1m 6s' },
];

export const timeFormats = (usual: string): readonly Choice[] => [
  { value: null, title: usual },
  { value: '%Y-%m-%d', title: '2019-01-14' },
  { value: '%Y-%m-%d %H:%M:%S', title: '2019-01-14 01:32:10' },
  { value: '%d/%m/%Y', title: '14/01/2019' },
  { value: '%m/%d/%Y', title: '01/14/2019' },
  { value: '%b %Y', title: 'Jan 2019' },
  { value: '%H:%M', title: '01:32' },
];
