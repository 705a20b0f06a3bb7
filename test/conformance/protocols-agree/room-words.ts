import { mostly, number, numbered, type Words } from './words.ts';

/** Sites and customers of the demo world; the first avatars are performers. */
export const ROOM_WORDS: Words = [
  [/^rooms\..* key$/, mostly('demo-room-key', 'wrong', '')],
  [/^rooms\..* performer_id$/, mostly(1, 2, 2_000_000_000)],
  [/^rooms\..* nickname$/, numbered('Guest ', 3)],
  [/^rooms\..* ip_address$/, mostly('10.0.0.1', '::1', 'nowhere')],
  [/^rooms\..* customer_id$/, mostly(7, 0, 8)],
  [/^rooms\..* credits$/, number(0, 50)],
  [/^rooms\.list (after|performer)$/, mostly('', 'ImSoCool Mann', 'guest 1')],
  [/^operator\.addRoomSite name/, numbered('Room site ')],
  [/^operator\.(rotateRoomSite|setRoomNotices) name/, numbered('Room site ')],
  [/^operator\.addRoomSite account_name/, mostly('working', 'no account')],
  [/^operator\.listRoomSites after/, mostly('', 'demo')],
  [/^operator\.setRoomNotices url/, mostly('', 'ftp://a.example', 'https://user:password@a.example/')],
];
