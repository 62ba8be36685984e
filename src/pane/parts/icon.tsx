/** Line drawings on a 16 x 16 grid, in the colour of the text around; always beside words or inside a named button. */
const PATHS = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  down: 'm3 6 5 5 5-5',
  check: 'm3 8.5 3.2 3.2L13 5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2L13.5 13.5',
  cross: 'm4 4 8 8m0-8-8 8',
  wrench:
    'M10.5 2.8a3.3 3.3 0 0 0-3.9 4.4l-4 4a1.5 1.5 0 0 0 2.2 2.2l4-4a3.3 3.3 0 0 0 4.4-3.9L11.3 7.4 8.7 6.7 8.6 4.700Z',
  list: 'M3 4.500h.01M6 4.500h7.500M3 8h.01M6 8h7.500M3 11.500h.01M6 11.500h7.5',
  shield: 'M8 1.8 13 3.700v4c0 3-2 5.3-5 6.5-3-1.2-5-3.5-5-6.500v-4Z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
