import { WireObject } from '../wire-object';

/** `Microsoft.InternalService.AddinInternalService`: office.js tells it, unasked, that ribbon commands could run now. */
export class AddinServiceWire extends WireObject {
  static readonly serviceName = 'Microsoft.InternalService.AddinInternalService';
  readonly wireType = 'AddinInternalService';

  /** The sandbox has no ribbon. */
  NotifyActionHandlerReady(): null {
    return null;
  }
}
