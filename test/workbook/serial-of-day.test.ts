import { serialOfDay } from '../../src/workbook/serial-of-day';

it('counts days as Excel does', () => {
  expect(serialOfDay('1900-03-01')).toBe(61);
  expect(serialOfDay('2026-11-24')).toBe(46350);
  expect(serialOfDay('24.11.2026')).toBeNull();
  expect(serialOfDay('2026-13-01')).toBeNull();
});
