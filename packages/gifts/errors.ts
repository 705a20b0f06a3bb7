import { defineFault } from '@scrip/rpc';

export const secretMissing = defineFault({
  code: 'gifts.secret_missing',
  fault: 1680,
  kind: 'invalid',
  doc: "The app's secret key did not come.",
});
export const invalidSecret = defineFault({
  code: 'gifts.invalid_secret',
  fault: 1681,
  kind: 'unauthenticated',
  doc: 'There is no such app, or the secret key is not its own.',
});
export const invalidMode = defineFault({
  code: 'gifts.invalid_mode',
  fault: 1682,
  kind: 'invalid',
  doc: 'The mode is none of those that users go by. The text lists them.',
});
export const invalidExpiry = defineFault({
  code: 'gifts.invalid_expiry',
  fault: 1683,
  kind: 'invalid',
  doc: 'The expiry is no number of seconds that a gift request may live. The text says which are.',
});
export const noProfile = defineFault({
  code: 'gifts.no_profile',
  fault: 1684,
  kind: 'not_found',
  doc: 'The app has no user of this id. `gifts.putUser` adds one.',
});
export const invalidRequest = defineFault({
  code: 'gifts.invalid_request',
  fault: 1685,
  kind: 'not_found',
  doc: 'The request id is missing, or the user got no request of this id from a friend.',
});
export const requestExpired = defineFault({
  code: 'gifts.request_expired',
  fault: 1686,
  kind: 'refused',
  doc: 'The gift request has expired before it was answered.',
});
export const vetoed = defineFault({
  code: 'gifts.vetoed',
  fault: 1687,
  kind: 'refused',
  doc: "The app's own rule says no: a pre hook of the operator's module. Text and numbers are the module's.",
});
export const alreadyAnswered = defineFault({
  code: 'gifts.already_answered',
  fault: 1688,
  kind: 'conflict',
  doc: 'The user has answered this request in another way. The first answer counts.',
});
export const idTaken = defineFault({
  code: 'gifts.id_taken',
  fault: 1689,
  kind: 'conflict',
  doc: 'Another user of the app goes by this id.',
});
export const tooMany = defineFault({
  code: 'gifts.too_many',
  fault: 1690,
  kind: 'refused',
  doc: 'There is room for no more users, friends or gift requests. The text says of which, and how many there may be.',
});
export const hookFailed = defineFault({
  code: 'gifts.hook_failed',
  fault: 1691,
  kind: 'unavailable',
  doc: "A pre hook of the operator's module failed or took too long, so nothing was done. The server's log tells more.",
});
export const notAnAvatar = defineFault({
  code: 'gifts.not_an_avatar',
  fault: 1692,
  kind: 'refused',
  doc: 'Only a user who is an avatar here can ask for money or a product. `gifts.putUser` tells which avatar a user is.',
});
export const carriesSomething = defineFault({
  code: 'gifts.carries_something',
  fault: 1693,
  kind: 'refused',
  doc: 'The request asks for money or a product. The friend accepts it with their own login: `gifts.give`.',
});
export const carriesNothing = defineFault({
  code: 'gifts.carries_nothing',
  fault: 1694,
  kind: 'refused',
  doc: 'The request asks for neither money nor a product. `gifts.reply` accepts it.',
});
export const appTaken = defineFault({
  code: 'gifts.app_taken',
  fault: 1695,
  kind: 'conflict',
  doc: 'There is an app of this id, and another avatar owns it.',
});
export const notForSale = defineFault({
  code: 'gifts.not_for_sale',
  fault: 1696,
  kind: 'refused',
  doc: 'The product can not be bought for who asked. The text has the fault of `vend.buy` that says why.',
});
