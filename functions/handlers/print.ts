import { storeWithin } from '../adapters/store-within.ts';
import { printReport } from '../cloud/print-report.ts';
import { checkInReportKeys, runReportKeys } from '../cloud/report-keys.ts';
import { openBlobs, openRunStore } from '../cloud-runtime.ts';
import { openPrinter } from '../print/open-printer.ts';
import { defineHandler } from './define-handler.ts';
import { ReportEventSchema } from './report-event.ts';

const blobs = openBlobs();

export const handler = defineHandler({
  name: 'print',
  event: ReportEventSchema,
  async work(event) {
    const [store, keys] =
      'run' in event
        ? [openRunStore(event.run, blobs), runReportKeys]
        : [storeWithin(blobs, event.checkIn), checkInReportKeys];
    await using printer = await openPrinter();
    if (printer === null) throw new Error('Cannot print: this function runs on x86_64 alone');
    await printReport(store, keys, printer.print);
    return event;
  },
});
