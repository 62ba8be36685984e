import json from '../rubric/jsp.json';
import { parseRubric } from '../src/rubric/load';
import type { Rubric } from '../src/rubric/schema';
import { english } from './load-words';

/** The JSP rubric as every room gets it. */
export const jsp: Rubric = (() => {
  const parsed = parseRubric(json, 'jsp.json', english);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
})();
