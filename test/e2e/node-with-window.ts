import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import { JSDOM } from 'jsdom';

/** What Node has too, but the document only takes its own. */
const OF_THE_WINDOW = ['navigator', 'Event', 'CustomEvent', 'MessageEvent'];

/** The world of Node with a window in it: for tests that run the service and the pane's views in one process. */
export default class NodeWithWindow extends TestEnvironment {
  private readonly dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
    pretendToBeVisual: true,
    url: 'http://localhost/',
  });

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const { window } = this.dom;
    for (const name of Object.getOwnPropertyNames(window)) {
      if (name in this.global && !OF_THE_WINDOW.includes(name)) continue;
      const value: unknown = Reflect.get(window, name);
      Object.defineProperty(this.global, name, { value, configurable: true, writable: true });
    }
  }

  override async teardown(): Promise<void> {
    this.dom.window.close();
    await super.teardown();
  }
}
