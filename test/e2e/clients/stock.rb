# Ruby's xmlrpc/client through a whole visit. Prints what it got as JSON.
require 'digest'
require 'json'
require 'xmlrpc/client'

visit = JSON.parse(ARGV[0])
server = XMLRPC::Client.new2("#{visit['url']}/RPC2")
md5 = ->(text) { Digest::MD5.hexdigest(text) }

payer = server.call('general.getAvatarKey', visit['payer'])
payee = server.call('general.getAvatarKey', visit['payee'])
challenge = server.call('general.getLoginChallenge', payer)
capability = server.call('general.getLoginCapability', payer, md5[challenge + payer + md5[visit['password']]], 3600)
balance = server.call('bank.accountBalance', [capability], payer, 'working')
accounts = server.call('bank.accountList', [capability], payer)
pay = lambda do |amount|
  server.call2('bank.pay', [capability], amount, payer, 'working', payee, 'working', visit['comment'], true, 'visit 1')
end
_, transaction = pay[25]
_, replay = pay[25]
after = server.call('bank.accountBalance', [capability], payer, 'working')
ok, refused = pay[26]
status = server.call('general.siteStatus')
newest = server.call('bank.transactions', [capability], payer, 'working').first
units = server.call('lease.unitDetailsAtLocation', [capability, visit['grant']], visit['owner'], 'Shops', 3, 1)
collections = server.call('vend.publicCollections', [capability], 0, 10)
answers = server.multicall(
  ['bank.accountBalance', [capability], payer, 'working'],
  ['bank.accountBalance', [], payer, 'working']
)
name = server.call('general.getAvatarName', payer)
revoked = server.call('general.revokeCapability', [capability], capability)
time = newest['time'].to_time

puts JSON.generate(
  payerName: name,
  capability: capability,
  balance: balance,
  accounts: accounts,
  transaction: transaction,
  replay: replay,
  after: after,
  fault: ok ? nil : [refused.faultCode, refused.faultString],
  status: status,
  newest: newest.merge('time' => time.strftime('%Y-%m-%dT%H:%M:%SZ')),
  multicall: [answers[0], answers[1].faultCode],
  units: units,
  collections: collections,
  revoked: revoked,
  types: [balance, status[0], newest['time'], newest['amount'], newest['comment'], revoked].map { |value| value.class.name }
)
