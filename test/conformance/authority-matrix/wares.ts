import { newId, type Uuid } from '@scrip/kernel';
import type { By, People } from './roles.ts';

export interface Wares {
  /** Collections of the owner, managed by the crew: everybody sees the first one. The affiliate sells from both. */
  readonly open: string;
  readonly closed: string;
  /** A product of each. */
  readonly openProduct: number;
  readonly closedProduct: number;
  /** Of the closed collection too; the buyer has bought it for the recipient, and nobody else has. */
  readonly soldProduct: number;
  readonly bought: Uuid;
  /** Of a gift card that the buyer bought. */
  readonly code: string;
  /** A new product in the open collection. */
  product(): Promise<number>;
  /** An object of the affiliate that sells the closed collection. */
  vendor(): Promise<Uuid>;
  /** A new one of the sold product, by the buyer for the recipient; waits to be delivered. */
  order(): Promise<Uuid>;
  /** As `order`, of a product of the open collection that the merchant alone had the money for. */
  plainOrder(): Promise<Uuid>;
  delivery(): Promise<Uuid>;
  /** The code of a gift card for the owner's products that the buyer bought. */
  card(): Promise<string>;
}

export async function makeWares(people: People, crew: Uuid, by: By, name: (what: string) => string): Promise<Wares> {
  const sellers = await by('owner', 'general.createGroup', name('Sellers'));
  await by('owner', 'general.addToGroup', '', '', sellers, people.affiliate.akey);
  const [open, closed] = ['Open', 'Closed'];
  const settings = { manager_group: crew, affiliate_group: sellers, seller_commission: 10 };
  await by('owner', 'vend.createCollection', '', open, { ...settings, public: true });
  await by('owner', 'vend.createCollection', '', closed, settings);
  // One that is no concern of the owner's roles, under the same name.
  await by('other', 'vend.createCollection', '', closed, {});
  const product = async (collection = open) => (await by('owner', 'vend.addProduct', '', collection, name('Chair'), 10)) as number;

  const vendor = async () => {
    const objectKey = newId();
    await by('affiliate', 'vend.announceVendor', people.owner.akey, closed, objectKey, 'Kinda', 1, 2, 3);
    return objectKey;
  };
  const soldProduct = await product(closed);
  const machine = await vendor();
  const order = async () => {
    const bought = (await by('buyer', 'vend.buy', soldProduct, people.recipient.akey, machine)) as { order_id: Uuid };
    return bought.order_id;
  };
  const openProduct = await product();
  const card = async () => ((await by('buyer', 'vend.buyGiftCard', people.owner.akey, 5)) as { code: string }).code;
  await by('owner', 'vend.giveCredit', '', people.buyer.akey, 5);
  await by('owner', 'vend.setAccess', '', people.buyer.akey, 'vip', 5);
  return {
    open,
    closed,
    openProduct,
    closedProduct: await product(closed),
    soldProduct,
    bought: await order(),
    code: await card(),
    product,
    vendor,
    order,
    async plainOrder() {
      const { order_id } = (await by('buyer', 'vend.buy', openProduct, people.recipient.akey)) as { order_id: Uuid };
      return order_id;
    },
    async delivery() {
      const { deliveries } = (await by('buyer', 'vend.order', await order())) as { deliveries: { delivery_id: Uuid }[] };
      return (deliveries[0] as { delivery_id: Uuid }).delivery_id;
    },
    card,
  };
}
