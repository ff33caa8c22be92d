import { expect, test, vi } from 'vitest';
import { contained } from './containment';

test('a formatter that throws fails its chart, and the rest of the option is as it was', () => {
  const fail = vi.fn();
  const data = [1, 2, 3];
  const option = contained(
    {
      series: [
        {
          data,
          label: {
            formatter: () => {
              throw new Error('no');
            },
          },
        },
      ],
      tooltip: { formatter: (given: unknown) => `<${String(given)}>` },
    },
    fail,
  ) as {
    series: [{ data: unknown; label: { formatter: () => unknown } }];
    tooltip: { formatter: (x: string) => string };
  };

  expect(option.series[0].data).toBe(data);
  expect(option.tooltip.formatter('x')).toBe('<x>');
  expect(fail).not.toHaveBeenCalled();
  expect(option.series[0].label.formatter()).toBe('');
  expect(fail).toHaveBeenCalledOnce();
});
