"""Python's xmlrpc.client through a whole visit. Prints what it got as JSON."""
import hashlib
import json
import sys
import xmlrpc.client

visit = json.loads(sys.argv[1])
url = visit['url'] + '/xmlrpc'
server = xmlrpc.client.ServerProxy(url, use_builtin_types=True)


def md5(text):
    return hashlib.md5(text.encode('utf-8')).hexdigest()


payer = server.general.getAvatarKey(visit['payer'])
payee = server.general.getAvatarKey(visit['payee'])
challenge = server.general.getLoginChallenge(payer)
capability = server.general.getLoginCapability(payer, md5(challenge + payer + md5(visit['password'])), 3600)
balance = server.bank.accountBalance([capability], payer, 'working')
accounts = server.bank.accountList([capability], payer)
pay = lambda amount: server.bank.pay(
    [capability], amount, payer, 'working', payee, 'working', visit['comment'], True, 'visit 1')
transaction, replay = pay(25), pay(25)
after = server.bank.accountBalance([capability], payer, 'working')
try:
    pay(26)
    fault = None
except xmlrpc.client.Fault as refused:
    fault = [refused.faultCode, refused.faultString]
status = server.general.siteStatus()
[newest, *_] = server.bank.transactions([capability], payer, 'working')
units = server.lease.unitDetailsAtLocation([capability, visit['grant']], visit['owner'], 'Shops', 3, 1)
collections = server.vend.publicCollections([capability], 0, 10)

calls = xmlrpc.client.MultiCall(server)
calls.bank.accountBalance([capability], payer, 'working')
calls.bank.accountBalance([], payer, 'working')
answers = calls()
try:
    second = answers[1]
except xmlrpc.client.Fault as refused:
    second = refused.faultCode

latin1 = xmlrpc.client.ServerProxy(url, encoding='iso-8859-1').general.getAvatarKey(visit['payee'])
revoked = server.general.revokeCapability([capability], capability)

print(json.dumps({
    'payerName': server.general.getAvatarName(payer),
    'capability': capability,
    'balance': balance,
    'accounts': accounts,
    'transaction': transaction,
    'replay': replay,
    'after': after,
    'fault': fault,
    'status': status,
    'newest': {**newest, 'time': newest['time'].isoformat() + 'Z'},
    'multicall': [answers[0], second],
    'units': units,
    'collections': collections,
    'latin1': latin1 == payee,
    'revoked': revoked,
    'types': [type(value).__name__ for value in (balance, status[0], newest['time'], newest['amount'], newest['comment'], revoked)],
}))
