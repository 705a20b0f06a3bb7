export { procedures as giftProcedures } from './generated/procedures.ts';
export { createGifts, type Gifts } from './gifts.ts';
export { Veto } from './hooks/veto.ts';
export type { Shop } from './replies/carried.ts';
