import { type Guarded, guarded } from '@scrip/capability';
import { type Permitted, wareOf } from '../authority.ts';
import { type OrderWare, soldWare } from '../orders/authority.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownDelivery } from './errors.ts';
import type { Delivery } from './model.ts';

interface DeliveryCall {
  readonly delivery_id: string;
}

interface DeliveryWare extends OrderWare {
  readonly delivery: Delivery;
}

/** For one delivery, whose right it is to make. */
export function deliveryAuthority(vend: Vend): Guarded<DeliveryCall, Permitted<DeliveryWare>> {
  return guarded(RIGHTS.sell, {
    faults: [unknownDelivery],
    others: 'missing',
    async seek({ delivery_id }: DeliveryCall) {
      const found = await vend.deliveries.find(delivery_id);
      return {
        scope: wareOf(vend),
        found: found && { ...(await soldWare(vend, found.order)), delivery: found.delivery },
        missing: () => unknownDelivery(`there is no delivery ${JSON.stringify(delivery_id)} that is the caller's to make`),
      };
    },
  });
}
