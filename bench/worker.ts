import { createTenant } from './tenant';
import { runWeek, WeekOrder } from './run';

/** A process of its own for each week, so that its memory is that week's alone: takes the order, sends the result. */
process.once('message', (order) => {
  const { tenant, latencyMs } = WeekOrder.parse(order);
  runWeek(createTenant(tenant), { latencyMs }).then(
    (result) => process.send?.(result, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
