import english from '../../assets/locales/en.json';
import rubricFile from '../../rubric/jsp.json';
import { firstCatalogue } from '../../src/extension/build/first-content';
import { outlineOf } from '../../src/rubric/rubric-outline';
import { jsp } from '../load-rubric';

// That the side panel says nothing else before a file is opened, test/pane/side-panel*.test.tsx see to.
it('holds every word of the panel, and a small part of the pane’s', () => {
  const first = firstCatalogue(english);
  expect(first.panel).toEqual(english.panel);
  expect(first.meta).toEqual(english.meta);
  expect(Object.keys(first.pane ?? {})).toContain('itemsFound_other');
  expect(Object.keys(first.pane ?? {}).length).toBeLessThan(Object.keys(english.pane).length / 3);
  expect(first).not.toHaveProperty('sheet');
});

it('of a rubric it holds what names and finds an item', () => {
  const outline = outlineOf(jsp);
  expect(outline.items).toHaveLength(jsp.items.length);
  expect(Object.keys(outline.items[0]!)).toEqual(['id', 'title', 'question']);
  expect(JSON.stringify(outline).length).toBeLessThan(JSON.stringify(rubricFile).length / 3);
});
