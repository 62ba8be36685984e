import type { Frame, Page } from 'puppeteer-core';

/** What has this name and role for assistive technology. */
export const named = (name: string, role = 'button'): string => `::-p-aria([name="${name}"][role="${role}"])`;

export const press = (where: Page | Frame, name: string, role?: string): Promise<void> =>
  where.locator(named(name, role)).click();

/** Waits for a text that a user can see; a window behind another draws no frames that could be counted. */
export const says = async (where: Page | Frame, text: string): Promise<void> => {
  await where.waitForFunction((part) => document.body.innerText.includes(part), { polling: 100 }, text);
};
