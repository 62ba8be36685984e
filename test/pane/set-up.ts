import { webcrypto } from 'node:crypto';
import { configure } from '@testing-library/react';

/** What every browser has and jsdom has not. */
class StillObserver implements ResizeObserver {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}

globalThis.ResizeObserver = StillObserver;
Element.prototype.scrollIntoView = () => undefined;
globalThis.reportError = (error) => {
  throw error;
};
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
// Each time a role is asked for, jsdom holds every rule against every element around it. How things look is for browsers
// to test; here only the theme's own values count.
const sheets = Object.getPrototypeOf(document.head.appendChild(document.createElement('style')).sheet) as {
  insertRule(rule: string, index?: number): number;
};
const { insertRule } = sheets;
sheets.insertRule = function (rule, index) {
  return rule.startsWith('.fui-FluentProvider') ? insertRule.call(this, rule, index) : 0;
};
// axe measures icon fonts on a canvas where there is one; jsdom only complains.
HTMLCanvasElement.prototype.getContext = () => null;
// A busy machine is no reason to fail: what is waited for is waited for longer than the second that is usual.
configure({ asyncUtilTimeout: 5000 });
jest.setTimeout(30_000);
