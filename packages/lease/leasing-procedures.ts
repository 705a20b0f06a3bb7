import type { Procedure } from '@scrip/rpc';
import type { Lease } from './lease.ts';
import { extend } from './procedures/lease.extend.ts';
import { extendFree } from './procedures/lease.extendFree.ts';
import { myLeases } from './procedures/lease.myLeases.ts';
import { quote } from './procedures/lease.quote.ts';
import { refundPreview } from './procedures/lease.refundPreview.ts';
import { rent } from './procedures/lease.rent.ts';
import { setPayer } from './procedures/lease.setPayer.ts';
import { terminate } from './procedures/lease.terminate.ts';
import { transfer } from './procedures/lease.transfer.ts';

export function leasingProcedures(lease: Lease): Procedure[] {
  return [quote, rent, extend, extendFree, setPayer, transfer, terminate, refundPreview, myLeases].map((make) => make(lease));
}
