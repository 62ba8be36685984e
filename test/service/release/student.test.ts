import { studentT } from '../../../src/service/release/student';

/** Density of Student's t without its constant. */
const shape = (t: number, degrees: number): number => (1 + (t * t) / degrees) ** (-(degrees + 1) / 2);

/** Simpson's rule over t = x / (1 - x), from 0 up to `end` or without end. */
function integral(degrees: number, end: number): number {
  const steps = 20_000;
  const top = end === Infinity ? 1 : end / (1 + end);
  const at = (i: number) => {
    const x = (top * i) / steps;
    return x === 1 ? 0 : shape(x / (1 - x), degrees) / (1 - x) ** 2;
  };
  const inner = Array.from({ length: steps - 1 }, (_, i) => (i % 2 === 0 ? 4 : 2) * at(i + 1));
  return (top / steps / 3) * (at(0) + at(steps) + inner.reduce((a, b) => a + b, 0));
}

test.each([4, 9, 16, 30, 31, 44, 74, 500])(
  'leaves 2.5 percent above it at %i degrees of freedom',
  (degrees) => {
    const within = integral(degrees, studentT(degrees)) / integral(degrees, Infinity);
    expect(within).toBeCloseTo(0.95, 7);
  },
);

test('falls towards the normal distribution', () => {
  const all = Array.from({ length: 200 }, (_, i) => studentT(i + 1));
  expect(all.every((t, i) => i === 0 || t < all[i - 1]!)).toBe(true);
  expect(studentT(1_000_000)).toBeCloseTo(1.959966, 5);
});

test('there is none for no degrees of freedom', () => {
  expect(() => studentT(0)).toThrow('degrees');
  expect(() => studentT(1.5)).toThrow('degrees');
});
