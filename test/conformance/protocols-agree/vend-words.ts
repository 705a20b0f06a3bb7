import fc from 'fast-check';
import { COOL, SECRET2 } from '../../e2e/demo-world.ts';
import type { Known } from './prepare.ts';
import { bystander, cool, ids, mostly, number, numbered, others, type Words } from './words.ts';

const DETAILS = [
  {},
  { description: 'Zoë & <日本> "😀"', tags: 'oak', categories: ['Chairs', 'Oak'] },
  { mature: true, quantity: 5, prims: 3, copy: '1', modify: 0, featured: true },
  { creator: 'Matt', creator_share: 12.5, partners: [{ key: 'Chad', percent: 10 }] },
  { creator_share: 90, partners: [{ key: 'Chad', percent: 20 }] },
  { texture_key: 'd6433103-f2e0-354d-4f8e-79cd53de5ae8', texture_anim: '1|2|0.5', image_url_part: 'chair.png' },
  { price: 0.5, nonsense: 1 },
];

export function vendWords({ orders, deliveries, cards, objects }: Known): Words {
  return [
    [/^vend\.createCollection collection_name/, numbered('Wares ')],
    [/^vend\.removeCollection collection_name/, numbered('Wares ')],
    [/^vend\.updateCollection collection_name/, mostly('Prototypes', 'Furniture', 'Wares 1', 'none')],
    [/^vend\.(sales|pullDeliveries) collection_name/, mostly('', 'Furniture', 'Prototypes', 'none')],
    [/^vend\.\w+ collection_name/, mostly('Furniture', 'FURNITURE', 'Prototypes', 'Wares 1', 'none')],
    [/^vend\.updateProduct changes/, fc.constantFrom<object[]>({ price: 20, name: 'Stool' }, ...DETAILS)],
    [/^vend\.addProduct details/, fc.constantFrom(...DETAILS)],
    [
      /^vend\.updateCollection changes/,
      fc.constantFrom({ description: 'Zoë 日本' }, { seller_commission: 12.5, tags: 'a, b' }, { public: 1 }),
    ],
    [/^vend\.addProduct product_name/, numbered('Chair ')],
    [/^vend\.removeProduct prod_id/, number(5, 30)],
    [/^vend\.announceVendor prod_id/, mostly(0, 1, 2, 6)],
    [/^vend\.\w+ prod_id/, fc.oneof(number(1, 7), number(1, 7), number(8, 30))],
    [/^vend\.(sales|myOrders) after/, fc.oneof(fc.constant(''), ids(['vend.buy'], orders))],
    [/^vend\.myGiftCards after/, fc.oneof(fc.constant(''), ids(['vend.buyGiftCard']))],
    // In the order of keys, in which random ids have other places in each world.
    [/^vend\.(credits|creditsGiven|listAccess) after/, mostly('', COOL.akey, SECRET2.akey)],
    [/^vend\.\w+ after_prod_id/, number(0, 10)],
    [/^vend\.(products|search) after/, mostly('', 3, '4', 'nothing')],
    [/^vend\.(list|collection)Vendors after/, mostly('', ...objects, COOL.akey)],
    [/^vend\.\w+ order_id/, ids(['vend.buy'], orders)],
    [/^vend\.\w+ delivery_id/, ids(['vend.pullDeliveries', 'vend.redeliver'], deliveries)],
    [/^vend\.(buy|quote) vendor_id/, mostly('', ...objects, COOL.akey)],
    [/^vend\.\w+ object_key/, fc.constantFrom(...objects, '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002')],
    [/^vend\.(buy|quote) affiliate/, mostly('', 'An avatar', 'Matt')],
    [/^vend\.\w+ recipient/, mostly('', 'Matt', 'Nobody')],
    [/^vend\.\w+ code/, fc.oneof(ids(['vend.buyGiftCard'], cards), fc.constant('no code'))],
    [/^vend\.(giveCredit|setAccess) akey/, bystander],
    [/^vend\.\w+ (merchant|creator_akey|collection_creator_akey|merchant_key)$/, cool],
    [/^vend\.\w+ \w*akey/, others],
    [/^vend\.\w+ (affiliate|manager)_group/, mostly('', 'Sellers', 'Crew', 'no group')],
    [/^vend\.\w+ (seller_commission|discount_percent)/, mostly(10, 0, 12.5, 99.99, 0.001)],
    [/^vend\.pullDeliveries hold_secs/, mostly(60, 600)],
    [/^vend\.setAccess kind/, mostly('none', 'vip', 'ban')],
    [/^vend\.\w+ (max_|low_|high_)price/, mostly(-1, 100, 0)],
    [/^vend\.\w+ price/, mostly(10, 0, 2.5, -1)],
    [/^vend\.\w+ rating/, number(1, 5)],
    [/^vend\.\w+ texture_key/, mostly('', 'd6433103-f2e0-354d-4f8e-79cd53de5ae8', 'no key')],
    [/^vend\.\w+ image_url_part/, mostly('chair.png', '', 'a b')],
    [/^vend\.\w+ categories/, mostly(['Chairs'], [], ['Chairs', 'chairs', 'Oak'])],
    [/^vend\.\w+ region/, mostly('Kinda', 'a/b')],
    [/^vend\.\w+ (x|y|z)$/, mostly(128, '22.5', 255.9)],
    [/^vend\.\w+ changes_since_unixtime/, mostly(0, 4e9, '1.5e9')],
    [/^vend\.\w+ search_string64/, mostly('', Buffer.from('oak').toString('base64'), 'chair', 'b2FrIGNoYWly')],
    [/^vend\.\w+ orderby/, fc.constantFrom('sales-desc', 'price-asc', 'name-asc', 'featured', 'created-desc', 'rating-desc', 'nothing')],
  ];
}
