import fc from 'fast-check';
import { COOL, SECRET2 } from '../../e2e/demo-world.ts';
import { EACH, STALLS } from './prepare.ts';
import { bystander, cool, ids, mostly, number, numbered, others, type Words } from './words.ts';

export const LEASE_WORDS: Words = [
  [/^lease\.createLocation location_name/, numbered('Place ')],
  // The shops are to stay what they are called, and open to all.
  [/^lease\.(update|remove)Location location_name/, numbered('Place ')],
  [/^lease\.updateLocation new_name/, mostly('', 'Places')],
  [/^lease\.\w+ location_name/, mostly('Shops', 'SHOPS', 'Place 1', 'Place 2', '', 'nowhere')],
  [/^lease\.(create|announce)Unit unit_name/, numbered('Booth #')],
  [/^lease\.removeUnit unit_name/, numbered('Booth #')],
  [/^lease\.updateUnit name/, numbered('Booth #')],
  [/^lease\.(rent|quote) unit_name/, numbered('Stall #', STALLS)],
  [
    /^lease\.\w+ unit_name/,
    fc.oneof(
      numbered('Shop #', 12),
      number(4, 3 + EACH).map((n) => `shop #${n}`),
    ),
  ],
  [/^lease\.\w+ unit_number/, number(1, 12)],
  [/^lease\.\w+ (income|manager|tenant)_group/, mostly('', 'Mall Staff', 'Crew', 'no group')],
  [/^lease\.\w+ owner_akey/, cool],
  [/^lease\.set(Access|Manager) akey/, bystander],
  [/^lease\.\w+ \w*akey/, others],
  [/^lease\.setAccess access/, mostly('none', 'ban')],
  [/^lease\.history cursor/, fc.oneof(fc.constant(''), ids(['lease.history']))],
  [/^lease\.offers (cursor|after)/, mostly('', 'Shop #3', 'nothing')],
  [/^lease\.(history|myLeases) after/, fc.oneof(fc.constant(''), ids(['lease.history', 'lease.rent']))],
  [/^lease\.listAccess after/, mostly('', SECRET2.akey)],
  [/^lease\.managedLocations after/, mostly('', `${COOL.akey}/Shops`, 'Shops')],
  [/^lease\.quote amount/, mostly(0, 5)],
  [/^lease\.(rent|extend|quote) secs/, mostly(604_800, 3_600, 2_419_200, '86400')],
  [/^lease\.\w+ max_amount/, mostly(-1, 1, 1_000)],
  [/^lease\.\w+ rate/, number(1, 40)],
  [/^lease\.\w+ region/, mostly('Kinda', 'kinda', 'Nowhere', '')],
  [/^lease\.\w+ model/, mostly('Booth', '', 'Zoë 日本')],
  [/^lease\.\w+ (x|y|z)$/, mostly(128, '22.5', 255.9, -1)],
  [/^lease\.\w+ count_limit/, mostly(100, 5, 1_000)],
  [
    /^lease\.\w+ discounts/,
    mostly(
      [{ secs: 604_800, percent: 10 }],
      [],
      [
        { secs: 1, percent: 1 },
        { secs: 1, percent: 2 },
      ],
    ),
  ],
  [/^lease\.\w+ reminders/, mostly([600], [], [600, 1_200])],
  [/^lease\.\w+ (min|max|overdue|grace)_secs/, mostly(31_536_000, 3_600, 0)],
  [/^lease\.\w+ refund_percent/, mostly(100, 50, 0)],
];
