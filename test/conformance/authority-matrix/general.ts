import { createHash } from 'node:crypto';
import { newId } from '@scrip/kernel';
import { any, as, EVERYBODY, LOGIN, named, OBJECTS, PUBLIC, type Row, WHOLE_LOGIN } from './rows.ts';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A groups capability is as good as its grantor's login, here and nowhere else. */
const CREATOR = any(as('owner'), named('groups'));
const OFFICERS = any(CREATOR, as('officer'));
const ANY_CALLER = any(LOGIN, named('groups', 'groups from somebody else', 'groups from an officer'));

const CREW = "the owner's group";
const CALLER = 'whoever calls';
const ANYBODY = 'anybody';

/** Everything that general.* has to say to everybody. */
export const GENERAL: readonly Row[] = [
  { procedure: 'general.siteStatus', on: 'the server', may: PUBLIC, params: () => [] },
  { procedure: 'general.getAvatarKey', on: ANYBODY, may: PUBLIC, params: () => ['Olga Owner'] },
  { procedure: 'general.getAvatarUserId', on: ANYBODY, may: PUBLIC, params: () => ['Olga Owner'] },
  { procedure: 'general.getAvatarName', on: ANYBODY, may: PUBLIC, params: ({ people }) => [people.owner.akey] },
  { procedure: 'general.getLoginChallenge', on: ANYBODY, may: PUBLIC, params: ({ people }) => [people.owner.akey] },
  {
    procedure: 'general.getLoginCapability',
    on: 'whoever has the password',
    may: PUBLIC,
    async params({ people: { owner }, world }) {
      const challenge = await world.call('general.getLoginChallenge', [owner.akey]);
      return [owner.akey, md5(`${challenge}${owner.akey}${md5('password')}`), 60];
    },
  },
  {
    procedure: 'general.loginWithPassword',
    on: 'whoever has the password',
    may: PUBLIC,
    params: ({ people: { owner } }) => [owner.akey, 'password', 60],
  },
  {
    procedure: 'general.changePassword',
    on: CALLER,
    may: WHOLE_LOGIN,
    // A right one would end the logins of all roles.
    params: () => ['wrong', ''],
    refused: [{ who: EVERYBODY, code: 'invalid_params' }],
  },

  { procedure: 'general.getAvatarLoginCapability', on: 'their owner', may: OBJECTS, params: () => ['password', 60] },
  { procedure: 'general.getObjectCapability', on: 'their owner', may: OBJECTS, params: () => ['login', 60] },
  { procedure: 'general.enrollObject', on: CALLER, may: WHOLE_LOGIN, params: () => [newId(), 'A box'] },
  { procedure: 'general.listObjects', on: CALLER, may: LOGIN, params: () => [] },
  {
    procedure: 'general.rotateObject',
    on: 'an object of another avatar',
    may: WHOLE_LOGIN,
    params: () => [newId()],
    refused: [{ who: EVERYBODY, code: 'general.unknown_object' }],
  },
  {
    procedure: 'general.revokeObject',
    on: 'an object of another avatar',
    may: LOGIN,
    params: () => [newId()],
    refused: [{ who: EVERYBODY, code: 'general.unknown_object' }],
  },

  { procedure: 'general.createGroup', on: CALLER, guard: 'groups', may: ANY_CALLER, params: ({ name }) => [name('Group')] },
  { procedure: 'general.listGroupsCreated', on: 'the owner', guard: 'groups', may: CREATOR, params: ({ people }) => [people.owner.akey] },
  {
    procedure: 'general.listGroupsCreated',
    on: CALLER,
    guard: 'groups',
    may: ANY_CALLER,
    params: () => [''],
    shows: { what: ({ crew }) => crew, to: CREATOR },
  },
  {
    procedure: 'general.isGroupMember',
    on: CREW,
    guard: 'groups',
    may: OFFICERS,
    params: ({ crew, people }) => ['', '', crew, people.member.akey],
  },
  {
    procedure: 'general.setGroupPercentages',
    on: CREW,
    guard: 'groups',
    may: OFFICERS,
    params: ({ crew, people }) => ['', '', crew, [{ member: people.member.akey, percent: 20 }]],
  },
  { procedure: 'general.listGroupOfficers', on: CREW, guard: 'groups', may: OFFICERS, params: ({ crew }) => ['', '', crew] },
  { procedure: 'general.listGroupMembers', on: CREW, guard: 'groups', may: OFFICERS, params: ({ crew }) => ['', '', crew] },
  {
    procedure: 'general.addToGroup',
    on: CREW,
    guard: 'groups',
    may: OFFICERS,
    params: ({ crew, passerby }) => ['', '', crew, passerby],
  },
  {
    procedure: 'general.removeFromGroup',
    on: CREW,
    guard: 'groups',
    may: OFFICERS,
    async params({ by, crew, passerby }) {
      await by('owner', 'general.addToGroup', '', '', crew, passerby);
      return ['', '', crew, passerby];
    },
  },
  {
    procedure: 'general.removeFromGroup',
    on: 'a member, who may leave',
    guard: 'groups',
    may: any(CREATOR, as('member')),
    async params({ by, group, people }) {
      const gkey = await group();
      await by('owner', 'general.addToGroup', '', '', gkey, people.member.akey);
      return ['', '', gkey, people.member.akey];
    },
  },
  { procedure: 'general.renameGroup', on: CREW, guard: 'groups', may: OFFICERS, params: ({ crew, name }) => ['', '', crew, name('Crew')] },
  {
    procedure: 'general.dissolveGroup',
    on: "a group of the owner's",
    guard: 'groups',
    may: CREATOR,
    async params({ by, group, people }) {
      const gkey = await group();
      await by('owner', 'general.addToGroup', '', '', gkey, people.officer.akey, '', -1, 1);
      return ['', '', gkey];
    },
  },
  {
    procedure: 'general.listMemberships',
    on: CALLER,
    may: LOGIN,
    params: () => [],
    shows: { what: ({ crew }) => crew, to: as('owner', 'officer', 'member') },
  },
  { procedure: 'general.grantGroupsCapability', on: CALLER, may: WHOLE_LOGIN, params: () => [60] },

  {
    procedure: 'general.notifications',
    on: CALLER,
    may: LOGIN,
    params: () => [],
    shows: { what: ({ secret }) => secret, to: as('owner', 'other') },
  },
  {
    procedure: 'general.revokeCapability',
    on: "the owner's grant to the buyer",
    may: as('owner', 'buyer'),
    params: async (objects) => [(await objects.grant()).token],
  },
  {
    procedure: 'general.narrowCapability',
    on: "the owner's grant to the buyer",
    guard: 'the capability itself',
    may: as('buyer'),
    params: async (objects) => [(await objects.grant()).token, {}],
  },
  {
    procedure: 'general.narrowCapability',
    on: 'a login, by whoever has its text',
    guard: 'the capability itself',
    may: EVERYBODY,
    params: ({ people }) => [people.owner.login, {}],
  },
];
