import fc from 'fast-check';
import { ids, mostly, number, type Words } from './words.ts';

/** The app of the demo world. */
export const GIFTS_WORDS: Words = [
  [/^operator\.addApp app_id/, mostly('Other', 'no id', '')],
  [/^gifts\.\w+ app_id/, mostly('1', '2')],
  [/ secret_key$/, mostly('cb8d878989b9478e96d1b1574a1bf4ec', '', 'wrong')],
  [/^gifts\.\w+ mode/, mostly('fb', 'facebook', 'avatar', 'none')],
  [/^gifts\.\w+ user_id/, mostly('kunalg', '123456', 'abcd', 'nobody')],
  [/^gifts\.putUser profile/, fc.constantFrom<object>({}, { first_name: 'Zoë', lang: 'it' }, { username: 'kunal' }, { phone: '1' })],
  [/^gifts\.setFriends friends/, mostly(['123456', 'abcd'], ['kunalg'], ['nobody'], [])],
  [/^gifts\.request expiry/, mostly(86_400, '7200', 0, 'soon')],
  [/^gifts\.\w+ custom/, fc.constantFrom<object>({}, { item_id: '1234' }, { item: 3 })],
  [/^gifts\.request (amount|prod_id)/, mostly(0, 1)],
  [/ gift_request_id$/, ids(['gifts.request'])],
  [/^gifts\.reply resp/, mostly('accept', 'deny', 'perhaps')],
  [/^gifts\.list start/, number(0, 2)],
  [/^gifts\.list sort/, mostly('asc', 'desc', 'up')],
];
