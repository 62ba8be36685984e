import { portContract } from '../workbook/port-contract';
import { openInserted } from './open-excel';

describe('the workbook in Excel, as any workbook', () => {
  portContract(async () => (await openInserted()).port);
});
