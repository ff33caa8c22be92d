// @ts-check
/** @import { Chart, Input } from 'karavel-viz' */
import { alpha, quiet } from '../shared/color.js';
import { metricNames, numeric } from '../shared/columns.js';
import { fit, widthOf } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { measures } from '../shared/measures.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, number, text } from '../shared/settings.js';
import { round, svgRoot, svgText } from '../shared/svg.js';

const LEFT = 4;

/** The number of now and that of the other time. @param {Input} input */
function read({ data, formData }) {
  const asked = metricNames(formData, 'metric', 'metrics');
  const found = measures(data, asked, []);
  const then = found.find((one) => one.offset);
  const now = found.find((one) => !one.offset && one !== then) ?? found[0];
  return { now: now === then ? null : numeric(now?.values[0]), before: numeric(then?.values[0]), label: now?.head ?? now?.label ?? '', offset: then?.offset ?? '' };
}

/** Whether more is shown as good, as bad, or as neither. @param {Input} input @param {number} change */
function colorOf({ formData, theme }, change) {
  if (!flag(formData, 'comparison_color_enabled', false) || change === 0) return theme.inkSecondary;
  const good = text(formData, 'comparison_color_scheme', 'Green') === 'Green';
  return change > 0 === good ? theme.good : theme.bad;
}

/** @type {Chart} */
export const chart = (input) => {
  const { formData, formatters, size, theme, text: word } = input;
  const { now, before, label, offset } = read(input);
  if (now === null) return empty(input);
  const { short, long } = valueTexts(input);
  const hero = short(now);
  const change = before === null ? null : now - before;
  const share = change === null || !before ? null : change / Math.abs(before);
  const percent = formatters.number(text(formData, 'percentDifferenceFormat') || '.1%');
  const color = change === null ? theme.inkSecondary : colorOf(input, change);
  const arrow = !change ? '' : change > 0 ? '▲ ' : '▼ ';
  const time = { inherit: word('before'), '': word('before') }[offset] ?? offset;

  const name = flag(formData, 'show_metric_name', false) ? label : '';
  const subtitle = text(formData, 'subtitle');
  const notes = [name, subtitle].filter(Boolean).length * 18;
  const columns = [
    { head: time, value: short(before), color: theme.ink, bold: 560 },
    { head: word('change'), value: change === null ? short(null) : arrow + short(Math.abs(change)), color, bold: 600 },
    { head: word('percent'), value: share === null ? percent(null) : arrow + percent(Math.abs(share)), color, bold: 600 },
  ];
  const roomy = size.height >= 78 + notes && size.width >= 150;
  const foot = roomy ? Math.min(58, size.height * 0.34) : 0;
  const wish = number(formData, 'header_font_size') ?? 0.3;
  const heading = Math.round(Math.max(14, Math.min(52, wish * size.height * 1.25, (size.width - 2 * LEFT) / (widthOf(hero, 1) * 1.06 || 1), size.height - foot - notes - 10)));
  const block = heading + notes + (roomy ? foot + 16 : 0);
  let y = Math.max(2, (size.height - block) / 2.4);
  const parts = [];
  if (name) parts.push(svgText(theme, fit(name, size.width - 8, 12), LEFT, (y += 14), { size: 12, color: theme.inkMuted }));
  parts.push(svgText(theme, hero, LEFT, (y += heading * 0.95), { size: heading, color: theme.ink, weight: 640 }));
  if (subtitle && y + 20 < size.height) parts.push(svgText(theme, fit(subtitle, size.width - 8, 12), LEFT, (y += 20), { size: 12, color: theme.inkMuted }));
  if (roomy) parts.push(row(input, columns, y + 16, foot));
  else if (change !== null && y + 18 < size.height) parts.push(svgText(theme, fit(`${columns[2]?.value}  ${time}`, size.width - 8, 12), LEFT, y + 18, { size: 12, color, weight: 560 }));

  const spoken = change === null ? hero : word('spoken', { now: long(now), before: long(before), time, percent: share === null ? '–' : percent(share) });
  return { kind: 'svg', svg: svgRoot(size, parts.join('')), description: [label, spoken, subtitle].filter(Boolean).join(', ') };
};

/**
 * The other value, the difference and its share, side by side.
 * @param {Input} input @param {readonly { head: string, value: string, color: string, bold: number }[]} columns @param {number} top @param {number} height
 */
function row({ formData, size, theme }, columns, top, height) {
  const width = Math.min(148, (size.width - 2 * LEFT - 16) / columns.length);
  const share = number(formData, 'subheader_font_size') ?? 0.125;
  const largest = columns.reduce((least, one) => Math.min(least, (width - 16) / (widthOf(one.value, 1.08) || 1)), 99);
  const font = Math.round(Math.max(9, Math.min(22, share * 112, height * 0.42, largest)));
  return columns
    .map(({ head, value, color, bold }, index) => {
      const x = LEFT + index * (width + 8);
      const tint = color === theme.ink || color === theme.inkSecondary ? quiet(theme) : alpha(color, theme.mode === 'dark' ? 0.18 : 0.1);
      const middle = top + height / 2;
      return (
        `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="6" fill="${tint}"/>` +
        svgText(theme, fit(head, width - 12, 10), x + 8, middle - font * 0.32, { size: 10, color: theme.inkMuted }) +
        svgText(theme, value, x + 8, middle + font * 0.32 + 8, { size: font, color, weight: bold })
      );
    })
    .join('');
}
